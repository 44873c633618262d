import { Migration } from '@mikro-orm/migrations';

/** Dashboards; and files keep their last good result while they are processed again. */
export class Dashboards extends Migration {
  override up(): void {
    this.addSql(`create table "dashboards" (
        "id" serial primary key,
        "user_id" int not null,
        "name" varchar(255) not null,
        "description" text null,
        "revision" int not null default 0,
        "build" int not null default 0,
        "ended_build" int not null default 0,
        "build_token" varchar(64) null,
        "build_revision" int null,
        "progress" int not null default 0,
        "failure" text null,
        "built_revision" int null,
        "built_prefix" varchar(255) null,
        "built_at" timestamptz(3) null,
        "created_at" timestamptz(3) not null,
        "updated_at" timestamptz(3) not null
      )`);
    this.addSql(`create index "dashboards_user_id_id_index" on "dashboards" ("user_id", "id")`);
    this.addSql(`create table "dashboard_files" (
        "id" serial primary key,
        "dashboard_id" int not null,
        "file_id" int not null,
        "created_at" timestamptz(3) not null
      )`);
    this.addSql(
      `alter table "dashboard_files" add constraint "dashboard_files_dashboard_id_file_id_unique" unique ("dashboard_id", "file_id")`,
    );
    this.addSql(`create index "dashboard_files_file_id_index" on "dashboard_files" ("file_id")`);
    this.addSql(
      `alter table "dashboards" add constraint "dashboards_user_id_foreign" foreign key ("user_id") references "users" ("id")`,
    );
    this.addSql(
      `alter table "dashboard_files" add constraint "dashboard_files_dashboard_id_foreign" foreign key ("dashboard_id") references "dashboards" ("id")`,
    );
    this.addSql(
      `alter table "dashboard_files" add constraint "dashboard_files_file_id_foreign" foreign key ("file_id") references "files" ("id")`,
    );
    this.addSql(`alter table "files" add column "completed_run" int null`);
    this.addSql(`alter table "files" add column "failure" jsonb null`);
    this.addSql(`update "files" set "completed_run" = "run" where "status" = 'completed'`);
    this.addSql(
      `update "files" set "failure" = "processed_data"->'error', "processed_data" = null where "status" = 'error'`,
    );
  }
}
