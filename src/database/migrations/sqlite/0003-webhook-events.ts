import { Migration } from '@mikro-orm/migrations';

/** What providers tell us, and what a user needs to be changed and erased by it. */
export class WebhookEvents extends Migration {
  override up(): void {
    this.addSql(`create table "webhook_events" (
        "id" integer not null primary key autoincrement,
        "provider" text not null,
        "event_id" text not null,
        "type" text not null,
        "subject" text null,
        "payload" text null,
        "status" text not null,
        "failures" integer not null default 0,
        "reason" text null,
        "created_at" datetime not null,
        "updated_at" datetime not null
      )`);
    this.addSql(`create index "webhook_events_status_id_index" on "webhook_events" ("status", "id")`);
    this.addSql(`create index "webhook_events_provider_subject_index" on "webhook_events" ("provider", "subject")`);
    this.addSql(
      `create unique index "webhook_events_provider_event_id_unique" on "webhook_events" ("provider", "event_id")`,
    );
    this.addSql(`alter table "users" add column "clerk_updated_at" datetime null`);
    this.addSql(`alter table "users" add column "deleted_at" datetime null`);
  }
}
