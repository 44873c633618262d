import { Migration } from '@mikro-orm/migrations';

/** What operators do, written down where it can be neither changed nor removed. */
export class AdminActions extends Migration {
  override up(): void {
    this.addSql(`create table "admin_actions" (
        "id" serial primary key,
        "action" varchar(32) not null,
        "key_fingerprint" varchar(16) not null,
        "user_id" int not null,
        "credits" int not null,
        "reason" varchar(500) not null,
        "idempotency_key" varchar(255) null,
        "outcome" varchar(32) not null,
        "transfer_id" int null,
        "request_id" varchar(100) null,
        "created_at" timestamptz(3) not null
      )`);
    this.addSql(`create index "admin_actions_user_id_id_index" on "admin_actions" ("user_id", "id")`);
    this.addSql(`create function "refuse_changes"() returns trigger language plpgsql as $$
        begin raise exception '% is only ever inserted into', tg_table_name; end $$`);
    this.addSql(`create trigger "admin_actions_no_changes" before update or delete or truncate on "admin_actions"
        for each statement execute function "refuse_changes"()`);
  }
}
