import { Migration } from '@mikro-orm/migrations';

/** Users, files, usage, the ledger and the embedded queue. */
export class Initial extends Migration {
  override up(): void {
    this.addSql(`create table "jobs" (
        "id" integer not null primary key autoincrement,
        "name" text not null,
        "payload" json not null,
        "state" text not null,
        "attempts" integer not null default 0,
        "run_at" datetime null,
        "lease_token" text null,
        "last_error" text null,
        "created_at" datetime not null
      )`);
    this.addSql(`create index "jobs_run_at_id_index" on "jobs" ("run_at", "id")`);
    this.addSql(`create table "users" (
        "id" integer not null primary key autoincrement,
        "clerk_user_id" text not null,
        "email" text null,
        "first_name" text null,
        "last_name" text null,
        "created_at" datetime not null,
        "updated_at" datetime not null
      )`);
    this.addSql(`create unique index "users_clerk_user_id_unique" on "users" ("clerk_user_id")`);
    this.addSql(`create table "usage_records" (
        "id" integer not null primary key autoincrement,
        "user_id" integer not null,
        "file_id" integer not null,
        "run" integer not null,
        "file_size" integer not null,
        "total_characters" integer not null,
        "total_pages" integer not null,
        "credits_consumed" integer not null,
        "created_at" datetime not null,
        constraint "usage_records_user_id_foreign" foreign key ("user_id") references "users" ("id")
      )`);
    this.addSql(`create index "usage_records_user_id_id_index" on "usage_records" ("user_id", "id")`);
    this.addSql(`create unique index "usage_records_file_id_run_unique" on "usage_records" ("file_id", "run")`);
    this.addSql(`create table "ledger_transfers" (
        "id" integer not null primary key autoincrement,
        "idempotency_key" text not null,
        "user_id" integer not null,
        "type" text not null,
        "credits" integer not null,
        "balance_after" integer not null,
        "description" text not null,
        "reference" text null,
        "created_at" datetime not null,
        constraint "ledger_transfers_user_id_foreign" foreign key ("user_id") references "users" ("id")
      )`);
    this.addSql(
      `create unique index "ledger_transfers_idempotency_key_unique" on "ledger_transfers" ("idempotency_key")`,
    );
    this.addSql(`create index "ledger_transfers_user_id_id_index" on "ledger_transfers" ("user_id", "id")`);
    this.addSql(`create table "ledger_accounts" (
        "id" integer not null primary key autoincrement,
        "user_id" integer not null,
        "name" text not null,
        "balance" integer not null default 0,
        constraint "ledger_accounts_user_id_foreign" foreign key ("user_id") references "users" ("id")
      )`);
    this.addSql(`create unique index "ledger_accounts_user_id_name_unique" on "ledger_accounts" ("user_id", "name")`);
    this.addSql(`create table "ledger_entries" (
        "id" integer not null primary key autoincrement,
        "transfer_id" integer not null,
        "account_id" integer not null,
        "credits" integer not null,
        constraint "ledger_entries_transfer_id_foreign" foreign key ("transfer_id") references "ledger_transfers" ("id"),
        constraint "ledger_entries_account_id_foreign" foreign key ("account_id") references "ledger_accounts" ("id")
      )`);
    this.addSql(`create index "ledger_entries_transfer_id_index" on "ledger_entries" ("transfer_id")`);
    this.addSql(`create index "ledger_entries_account_id_index" on "ledger_entries" ("account_id")`);
    this.addSql(`create table "files" (
        "id" integer not null primary key autoincrement,
        "user_id" integer not null,
        "filename" text not null,
        "status" text not null,
        "file_size" integer null,
        "mime_type" text not null,
        "storage_path" text not null,
        "total_pages" integer null,
        "total_characters" integer null,
        "credits_consumed" integer not null default 0,
        "progress" integer not null default 0,
        "run" integer not null default 0,
        "content_sha256" text null,
        "processed_data" json null,
        "created_at" datetime not null,
        "updated_at" datetime not null,
        "processed_at" datetime null,
        constraint "files_user_id_foreign" foreign key ("user_id") references "users" ("id")
      )`);
    this.addSql(`create index "files_user_id_id_index" on "files" ("user_id", "id")`);
    this.addSql(`create index "files_user_id_status_id_index" on "files" ("user_id", "status", "id")`);
  }
}
