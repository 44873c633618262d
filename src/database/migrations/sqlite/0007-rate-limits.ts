import { Migration } from '@mikro-orm/migrations';

/** How far each user has used up each rate: shared by all processes, so that none is a way around it. */
export class RateLimits extends Migration {
  override up(): void {
    this.addSql(`create table "rate_limits" (
        "user_id" integer not null,
        "rate" text not null,
        "free_at" bigint not null,
        primary key ("user_id", "rate")
      )`);
  }
}
