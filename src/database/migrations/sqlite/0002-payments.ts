import { Migration } from '@mikro-orm/migrations';

/** What users set out to buy, and the refunds and disputes that came of it. */
export class Payments extends Migration {
  override up(): void {
    this.addSql(`create table "payments" (
        "id" integer not null primary key autoincrement,
        "reference" text not null,
        "user_id" integer not null,
        "provider" text not null,
        "plan_id" text not null,
        "amount_cents" integer not null,
        "currency" text not null,
        "credits" integer not null,
        "status" text not null,
        "checkout_id" text null,
        "charge_id" text null,
        "event_id" text null,
        "paid_at" datetime null,
        "created_at" datetime not null,
        "updated_at" datetime not null,
        constraint "payments_user_id_foreign" foreign key ("user_id") references "users" ("id")
      )`);
    this.addSql(`create unique index "payments_reference_unique" on "payments" ("reference")`);
    this.addSql(`create unique index "payments_provider_checkout_id_unique" on "payments" ("provider", "checkout_id")`);
    this.addSql(`create unique index "payments_provider_charge_id_unique" on "payments" ("provider", "charge_id")`);
    this.addSql(`create index "payments_user_id_id_index" on "payments" ("user_id", "id")`);
    this.addSql(`create table "payment_reversals" (
        "id" integer not null primary key autoincrement,
        "payment_id" integer not null,
        "provider" text not null,
        "provider_id" text not null,
        "kind" text not null,
        "amount_cents" integer not null,
        "state" text not null,
        "credits" integer not null default 0,
        "changes" integer not null default 0,
        "event_id" text not null,
        "created_at" datetime not null,
        "updated_at" datetime not null,
        constraint "payment_reversals_payment_id_foreign" foreign key ("payment_id") references "payments" ("id")
      )`);
    this.addSql(
      `create unique index "payment_reversals_provider_provider_id_unique" on "payment_reversals" ("provider", "provider_id")`,
    );
    this.addSql(`create index "payment_reversals_payment_id_index" on "payment_reversals" ("payment_id")`);
  }
}
