import { Migration } from '@mikro-orm/migrations';

/** How far along a refund or dispute is known to be, so that money that went, came back and went again is followed. */
export class ReversalVersions extends Migration {
  override up(): void {
    this.addSql(`alter table "payment_reversals" add column "version" bigint not null default 1`);
    this.addSql(`update "payment_reversals" set "version" = 2 where "state" = 'undone'`);
  }
}
