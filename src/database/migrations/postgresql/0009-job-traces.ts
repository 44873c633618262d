import { Migration } from '@mikro-orm/migrations';

/** Which trace a job belongs to, so that whoever follows a request finds what it has caused. */
export class JobTraces extends Migration {
  override up(): void {
    this.addSql(`alter table "jobs" add column "trace" varchar(55) null`);
  }
}
