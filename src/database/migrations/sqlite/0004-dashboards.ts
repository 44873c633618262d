import { Migration } from '@mikro-orm/migrations';

/** Dashboards; and files keep their last good result while they are processed again. */
export class Dashboards extends Migration {
  override up(): void {
    this.addSql(`create table "dashboards" (
        "id" integer not null primary key autoincrement,
        "user_id" integer not null,
        "name" text not null,
        "description" text null,
        "revision" integer not null default 0,
        "build" integer not null default 0,
        "ended_build" integer not null default 0,
        "build_token" text null,
        "build_revision" integer null,
        "progress" integer not null default 0,
        "failure" text null,
        "built_revision" integer null,
        "built_prefix" text null,
        "built_at" datetime null,
        "created_at" datetime not null,
        "updated_at" datetime not null,
        constraint "dashboards_user_id_foreign" foreign key ("user_id") references "users" ("id")
      )`);
    this.addSql(`create index "dashboards_user_id_id_index" on "dashboards" ("user_id", "id")`);
    this.addSql(`create table "dashboard_files" (
        "id" integer not null primary key autoincrement,
        "dashboard_id" integer not null,
        "file_id" integer not null,
        "created_at" datetime not null,
        constraint "dashboard_files_dashboard_id_foreign" foreign key ("dashboard_id") references "dashboards" ("id"),
        constraint "dashboard_files_file_id_foreign" foreign key ("file_id") references "files" ("id")
      )`);
    this.addSql(
      `create unique index "dashboard_files_dashboard_id_file_id_unique" on "dashboard_files" ("dashboard_id", "file_id")`,
    );
    this.addSql(`create index "dashboard_files_file_id_index" on "dashboard_files" ("file_id")`);
    this.addSql(`alter table "files" add column "completed_run" integer null`);
    this.addSql(`alter table "files" add column "failure" json null`);
    this.addSql(`update "files" set "completed_run" = "run" where "status" = 'completed'`);
    this.addSql(
      `update "files" set "failure" = json_extract("processed_data", '$.error'), "processed_data" = null where "status" = 'error'`,
    );
  }
}
