import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../user/user.entity.ts';

/**
 * Several statements that are merged into one workbook. Nothing here says whether the workbook is up to date: that
 * follows from the two revisions (`rules.ts`), so that no path can forget to say it.
 */
const DashboardSchema = defineEntity({
  name: 'Dashboard',
  tableName: 'dashboards',
  indexes: [
    { name: 'dashboards_user_id_id_index', properties: ['userId', 'id'] },
    { name: 'dashboards_round_index', properties: ['round'], where: 'round is not null' },
    { name: 'dashboards_user_id_round_index', properties: ['userId', 'round'], where: 'round is not null' },
  ],
  properties: {
    id: p.integer().primary(),
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id').index(false),
    name: p.string().length(255),
    description: p.text().nullable(),
    /** Counts the changes of what a workbook would be built from: the member files, and what was read from them. */
    revision: p.integer().default(0),
    /** Counts the rebuilds that were asked for. Only the last one matters. */
    build: p.integer().default(0),
    /** The last rebuild that ended, one way or the other. Below `build`, one is under way. */
    endedBuild: p.integer().default(0),
    /** In which round of the queue the rebuild under way is begun; null where it does not wait. */
    round: p.integer().nullable(),
    /** Names the one attempt at the rebuild under way that may end it. */
    buildToken: p.string().length(64).nullable(),
    /** The revision that the rebuild under way is made from; null until it has begun. */
    buildRevision: p.integer().nullable(),
    /** Percent of the present or last rebuild. */
    progress: p.integer().default(0),
    /** Why the last rebuild failed, for its owner; null where it did not. */
    failure: p.text().nullable(),
    /** The revision that the outputs to download were made from; null while there are none. */
    builtRevision: p.integer().nullable(),
    /** Where those outputs are kept. */
    builtPrefix: p.string().length(255).nullable(),
    builtAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
  },
});

export class Dashboard extends DashboardSchema.class {}
DashboardSchema.setClass(Dashboard);
