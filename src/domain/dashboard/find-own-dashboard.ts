import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import { notFound } from '../../errors.ts';
import { Dashboard } from './dashboard.entity.ts';

/** The caller's own dashboard. Somebody else's answers exactly as a missing one does: `NOT_FOUND`. */
export async function findOwnDashboard(em: SqlEntityManager, { userId }: Principal, id: number): Promise<Dashboard> {
  const dashboard = await em.findOne(Dashboard, { id, userId });
  if (!dashboard) throw notFound('Dashboard');
  return dashboard;
}

/**
 * The same, as it stands now and locked until the transaction ends. Whoever locks files too locks them before, so that
 * no two wait for each other.
 */
export async function lockOwnDashboard(em: SqlEntityManager, { userId }: Principal, id: number): Promise<Dashboard> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const dashboard = await em.findOne(Dashboard, { id, userId }, lock);
  if (!dashboard) throw notFound('Dashboard');
  return dashboard;
}
