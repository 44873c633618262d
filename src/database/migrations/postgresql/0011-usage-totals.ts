import { Migration } from '@mikro-orm/migrations';

/** What each user has used in all, kept beside the records, so that a summary costs the same however many there are. */
export class UsageTotals extends Migration {
  override up(): void {
    this.addSql(`create table "usage_totals" (
        "user_id" int not null primary key,
        "total_files" bigint not null,
        "total_characters" bigint not null,
        "total_pages" bigint not null,
        "total_file_size" bigint not null
      )`);
    this.addSql(
      `alter table "usage_totals" add constraint "usage_totals_user_id_foreign" foreign key ("user_id") references "users" ("id")`,
    );
    this
      .addSql(`insert into "usage_totals" ("user_id", "total_files", "total_characters", "total_pages", "total_file_size")
      select "user_id", count(*), sum("total_characters"), sum("total_pages"), sum("file_size")
      from "usage_records" group by "user_id"`);
  }
}
