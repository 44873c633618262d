import { Migration } from '@mikro-orm/migrations';

/** Dashboards wait to be built in rounds, too, so that no user's many keep another's waiting. */
export class DashboardRounds extends Migration {
  override up(): void {
    this.addSql(`alter table "dashboards" add column "round" int null`);
    this.addSql(`create index "dashboards_round_index" on "dashboards" ("round") where round is not null`);
    this.addSql(
      `create index "dashboards_user_id_round_index" on "dashboards" ("user_id", "round") where round is not null`,
    );
  }
}
