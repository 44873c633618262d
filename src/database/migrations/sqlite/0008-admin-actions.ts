import { Migration } from '@mikro-orm/migrations';

/** What operators do, written down where it can be neither changed nor removed. */
export class AdminActions extends Migration {
  override up(): void {
    this.addSql(`create table "admin_actions" (
        "id" integer not null primary key autoincrement,
        "action" text not null,
        "key_fingerprint" text not null,
        "user_id" integer not null,
        "credits" integer not null,
        "reason" text not null,
        "idempotency_key" text null,
        "outcome" text not null,
        "transfer_id" integer null,
        "request_id" text null,
        "created_at" datetime not null
      )`);
    this.addSql(`create index "admin_actions_user_id_id_index" on "admin_actions" ("user_id", "id")`);
    for (const change of ['update', 'delete']) {
      this.addSql(`create trigger "admin_actions_no_${change}" before ${change} on "admin_actions"
        begin select raise(abort, 'admin_actions is only ever inserted into'); end`);
    }
  }
}
