import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { nextRound } from '../limit/next-round.ts';
import { mustHaveRoom } from '../limit/queue-bounds.ts';
import type { Services } from '../services.ts';
import { User } from '../user/user.entity.ts';
import type { Dashboard } from './dashboard.entity.ts';

/**
 * Has the dashboard's present rebuild wait for its turn, in the transaction that asks for it and holds `oneCallAtATime`.
 * Throws what `mustHaveRoom` throws.
 */
export async function queueBuild(
  { em, queue, settings }: Pick<Services, 'em' | 'queue' | 'settings'>,
  dashboard: Dashboard,
): Promise<void> {
  const { id: dashboardId, userId, build } = dashboard;
  await mustHaveRoom({ em, settings }, 'dashboards', userId);
  dashboard.round = await nextRound(em, 'dashboards', userId);
  await queue.enqueue(em, 'rebuild-dashboard', { dashboardId, build }, { round: dashboard.round });
}

/**
 * Lets the user's calls that ask for a rebuild pass one by one until the transaction ends. Taken before any lock of a
 * dashboard: a transaction that makes a row of the user's has the user's row in part, and may wait for dashboards.
 */
export async function oneCallAtATime(em: SqlEntityManager, userId: number): Promise<void> {
  await em.findOne(User, { id: userId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
