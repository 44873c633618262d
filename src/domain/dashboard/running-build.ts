import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { Dashboard } from './dashboard.entity.ts';

/** Names one rebuild of one dashboard: what a job is given. */
export type BuildOfDashboard = { dashboardId: number; build: number };
/** Names one attempt at it: only the last one that began may end it. */
export type BuildAttempt = BuildOfDashboard & { token: string };

/** A rebuild is under way until it has ended, the dashboard is deleted, or a later one was asked for. */
const underWay = ({ dashboardId, build }: BuildOfDashboard) => ({
  id: dashboardId,
  build,
  endedBuild: { $lt: build },
});

/** The dashboard while this very rebuild is under way, locked until the transaction ends; null where it is not. */
export const lockRebuilding = (em: SqlEntityManager, build: BuildOfDashboard): Promise<Dashboard | null> =>
  em.findOne(Dashboard, underWay(build), { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });

/** The conditions under which this attempt still counts. */
export const stillCounts = (attempt: BuildAttempt) => ({ ...underWay(attempt), buildToken: attempt.token });
