import { Migration } from '@mikro-orm/migrations';

/** What providers tell us, and what a user needs to be changed and erased by it. */
export class WebhookEvents extends Migration {
  override up(): void {
    this.addSql(`create table "webhook_events" (
        "id" serial primary key,
        "provider" varchar(16) not null,
        "event_id" varchar(255) not null,
        "type" varchar(255) not null,
        "subject" varchar(255) null,
        "payload" text null,
        "status" varchar(16) not null,
        "failures" int not null default 0,
        "reason" text null,
        "created_at" timestamptz(3) not null,
        "updated_at" timestamptz(3) not null
      )`);
    this.addSql(`create index "webhook_events_status_id_index" on "webhook_events" ("status", "id")`);
    this.addSql(`create index "webhook_events_provider_subject_index" on "webhook_events" ("provider", "subject")`);
    this.addSql(
      `alter table "webhook_events" add constraint "webhook_events_provider_event_id_unique" unique ("provider", "event_id")`,
    );
    this.addSql(`alter table "users" add column "clerk_updated_at" timestamptz(3) null`);
    this.addSql(`alter table "users" add column "deleted_at" timestamptz(3) null`);
  }
}
