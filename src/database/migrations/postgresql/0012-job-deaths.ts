import { Migration } from '@mikro-orm/migrations';

/** A worker's death is not a failure of the job that it was at, so it is counted apart. */
export class JobDeaths extends Migration {
  override up(): void {
    this.addSql(`alter table "jobs" add column "deaths" int not null default 0`);
  }
}
