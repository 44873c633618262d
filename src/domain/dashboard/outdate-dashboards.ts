import { LockMode } from '@mikro-orm/core';
import type { Services } from '../services.ts';
import { DashboardFile } from './dashboard-file.entity.ts';
import { Dashboard } from './dashboard.entity.ts';
import { noteChange } from './rules.ts';

/**
 * What was read from a file has changed: the dashboards that it is in become outdated. Called in the transaction that
 * changes the file and has locked it. Answers with the ids, whose watchers are to be told after the commit.
 */
export async function outdateDashboards(
  { em, clock }: Pick<Services, 'em' | 'clock'>,
  fileId: number,
): Promise<number[]> {
  const links = await em.find(DashboardFile, { fileId }, { disableIdentityMap: true });
  if (links.length === 0) return [];
  const dashboards = await em.find(
    Dashboard,
    { id: { $in: links.map(({ dashboardId }) => dashboardId) } },
    // In one order, so that two files of the same dashboards do not wait for each other.
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  for (const dashboard of dashboards) noteChange(dashboard, clock());
  return dashboards.map(({ id }) => id);
}

/** The file is about to be deleted: it leaves its dashboards, which become outdated. As above. */
export async function leaveDashboards(services: Pick<Services, 'em' | 'clock'>, fileId: number): Promise<number[]> {
  const left = await outdateDashboards(services, fileId);
  if (left.length > 0) await services.em.nativeDelete(DashboardFile, { fileId });
  return left;
}
