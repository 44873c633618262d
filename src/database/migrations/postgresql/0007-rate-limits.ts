import { Migration } from '@mikro-orm/migrations';

/** How far each user has used up each rate: shared by all processes, so that none is a way around it. */
export class RateLimits extends Migration {
  override up(): void {
    this.addSql(`create table "rate_limits" (
        "user_id" int not null,
        "rate" varchar(16) not null,
        "free_at" bigint not null,
        primary key ("user_id", "rate")
      )`);
  }
}
