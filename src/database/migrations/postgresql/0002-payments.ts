import { Migration } from '@mikro-orm/migrations';

/** What users set out to buy, and the refunds and disputes that came of it. */
export class Payments extends Migration {
  override up(): void {
    this.addSql(`create table "payments" (
        "id" serial primary key,
        "reference" varchar(64) not null,
        "user_id" int not null,
        "provider" varchar(16) not null,
        "plan_id" varchar(64) not null,
        "amount_cents" int not null,
        "currency" varchar(3) not null,
        "credits" int not null,
        "status" varchar(24) not null,
        "checkout_id" varchar(255) null,
        "charge_id" varchar(255) null,
        "event_id" varchar(255) null,
        "paid_at" timestamptz(3) null,
        "created_at" timestamptz(3) not null,
        "updated_at" timestamptz(3) not null
      )`);
    this.addSql(`alter table "payments" add constraint "payments_reference_unique" unique ("reference")`);
    this.addSql(
      `alter table "payments" add constraint "payments_provider_checkout_id_unique" unique ("provider", "checkout_id")`,
    );
    this.addSql(
      `alter table "payments" add constraint "payments_provider_charge_id_unique" unique ("provider", "charge_id")`,
    );
    this.addSql(`create index "payments_user_id_id_index" on "payments" ("user_id", "id")`);
    this.addSql(`create table "payment_reversals" (
        "id" serial primary key,
        "payment_id" int not null,
        "provider" varchar(16) not null,
        "provider_id" varchar(255) not null,
        "kind" varchar(16) not null,
        "amount_cents" int not null,
        "state" varchar(16) not null,
        "credits" int not null default 0,
        "changes" int not null default 0,
        "event_id" varchar(255) not null,
        "created_at" timestamptz(3) not null,
        "updated_at" timestamptz(3) not null
      )`);
    this.addSql(
      `alter table "payment_reversals" add constraint "payment_reversals_provider_provider_id_unique" unique ("provider", "provider_id")`,
    );
    this.addSql(`create index "payment_reversals_payment_id_index" on "payment_reversals" ("payment_id")`);
    this.addSql(
      `alter table "payments" add constraint "payments_user_id_foreign" foreign key ("user_id") references "users" ("id")`,
    );
    this.addSql(
      `alter table "payment_reversals" add constraint "payment_reversals_payment_id_foreign" foreign key ("payment_id") references "payments" ("id")`,
    );
  }
}
