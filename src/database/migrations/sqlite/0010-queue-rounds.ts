import { Migration } from '@mikro-orm/migrations';

/** The queue is served in rounds, so that no user's many statements keep another's waiting. */
export class QueueRounds extends Migration {
  override up(): void {
    this.addSql(`alter table "files" add column "round" integer null`);
    this.addSql(`create index "files_round_index" on "files" ("round") where round is not null`);
    this.addSql(`create index "files_user_id_round_index" on "files" ("user_id", "round") where round is not null`);
    this.addSql(`alter table "jobs" add column "round" integer not null default 0`);
    this.addSql(`drop index "jobs_run_at_id_index"`);
    this.addSql(
      `create index "jobs_name_round_run_at_id_index" on "jobs" ("name", "round", "run_at", "id") where run_at is not null`,
    );
  }
}
