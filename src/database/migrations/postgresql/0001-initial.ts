import { Migration } from '@mikro-orm/migrations';

/** Users, files, usage, the ledger and the embedded queue. */
export class Initial extends Migration {
  override up(): void {
    this.addSql(`create table "jobs" (
        "id" serial primary key,
        "name" varchar(64) not null,
        "payload" jsonb not null,
        "state" varchar(16) not null,
        "attempts" int not null default 0,
        "run_at" timestamptz(3) null,
        "lease_token" varchar(36) null,
        "last_error" text null,
        "created_at" timestamptz(3) not null
      )`);
    this.addSql(`create index "jobs_run_at_id_index" on "jobs" ("run_at", "id")`);
    this.addSql(`create table "users" (
        "id" serial primary key,
        "clerk_user_id" varchar(255) not null,
        "email" varchar(320) null,
        "first_name" varchar(255) null,
        "last_name" varchar(255) null,
        "created_at" timestamptz(3) not null,
        "updated_at" timestamptz(3) not null
      )`);
    this.addSql(`alter table "users" add constraint "users_clerk_user_id_unique" unique ("clerk_user_id")`);
    this.addSql(`create table "usage_records" (
        "id" serial primary key,
        "user_id" int not null,
        "file_id" int not null,
        "run" int not null,
        "file_size" int not null,
        "total_characters" int not null,
        "total_pages" int not null,
        "credits_consumed" int not null,
        "created_at" timestamptz(3) not null
      )`);
    this.addSql(`create index "usage_records_user_id_id_index" on "usage_records" ("user_id", "id")`);
    this.addSql(
      `alter table "usage_records" add constraint "usage_records_file_id_run_unique" unique ("file_id", "run")`,
    );
    this.addSql(`create table "ledger_transfers" (
        "id" serial primary key,
        "idempotency_key" varchar(255) not null,
        "user_id" int not null,
        "type" varchar(16) not null,
        "credits" int not null,
        "balance_after" int not null,
        "description" varchar(500) not null,
        "reference" varchar(255) null,
        "created_at" timestamptz(3) not null
      )`);
    this.addSql(
      `alter table "ledger_transfers" add constraint "ledger_transfers_idempotency_key_unique" unique ("idempotency_key")`,
    );
    this.addSql(`create index "ledger_transfers_user_id_id_index" on "ledger_transfers" ("user_id", "id")`);
    this.addSql(`create table "ledger_accounts" (
        "id" serial primary key,
        "user_id" int not null,
        "name" varchar(16) not null,
        "balance" int not null default 0
      )`);
    this.addSql(
      `alter table "ledger_accounts" add constraint "ledger_accounts_user_id_name_unique" unique ("user_id", "name")`,
    );
    this.addSql(`create table "ledger_entries" (
        "id" serial primary key,
        "transfer_id" int not null,
        "account_id" int not null,
        "credits" int not null
      )`);
    this.addSql(`create index "ledger_entries_transfer_id_index" on "ledger_entries" ("transfer_id")`);
    this.addSql(`create index "ledger_entries_account_id_index" on "ledger_entries" ("account_id")`);
    this.addSql(`create table "files" (
        "id" serial primary key,
        "user_id" int not null,
        "filename" varchar(255) not null,
        "status" varchar(16) not null,
        "file_size" int null,
        "mime_type" varchar(255) not null,
        "storage_path" varchar(1024) not null,
        "total_pages" int null,
        "total_characters" int null,
        "credits_consumed" int not null default 0,
        "progress" int not null default 0,
        "run" int not null default 0,
        "content_sha256" varchar(64) null,
        "processed_data" jsonb null,
        "created_at" timestamptz(3) not null,
        "updated_at" timestamptz(3) not null,
        "processed_at" timestamptz(3) null
      )`);
    this.addSql(`create index "files_user_id_id_index" on "files" ("user_id", "id")`);
    this.addSql(`create index "files_user_id_status_id_index" on "files" ("user_id", "status", "id")`);
    this.addSql(
      `alter table "usage_records" add constraint "usage_records_user_id_foreign" foreign key ("user_id") references "users" ("id")`,
    );
    this.addSql(
      `alter table "ledger_transfers" add constraint "ledger_transfers_user_id_foreign" foreign key ("user_id") references "users" ("id")`,
    );
    this.addSql(
      `alter table "ledger_accounts" add constraint "ledger_accounts_user_id_foreign" foreign key ("user_id") references "users" ("id")`,
    );
    this.addSql(
      `alter table "ledger_entries" add constraint "ledger_entries_transfer_id_foreign" foreign key ("transfer_id") references "ledger_transfers" ("id")`,
    );
    this.addSql(
      `alter table "ledger_entries" add constraint "ledger_entries_account_id_foreign" foreign key ("account_id") references "ledger_accounts" ("id")`,
    );
    this.addSql(
      `alter table "files" add constraint "files_user_id_foreign" foreign key ("user_id") references "users" ("id")`,
    );
  }
}
