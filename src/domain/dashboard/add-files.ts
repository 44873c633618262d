import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import { conflict, notFound } from '../../errors.ts';
import { File } from '../file/file.entity.ts';
import type { Services } from '../services.ts';
import { DashboardFile } from './dashboard-file.entity.ts';
import type { Dashboard } from './dashboard.entity.ts';
import { findOwnDashboard, lockOwnDashboard } from './find-own-dashboard.ts';
import { MAX_MEMBERS, noteChange } from './rules.ts';

/**
 * Adds files to the dashboard, all of them or none. Those that are in it already stay where they are, and where nothing
 * is new, nothing becomes outdated. Throws `NOT_FOUND` for the dashboard, and for the first file that is not the
 * caller's; `CONFLICT` where it would hold too many.
 */
export async function addFiles(
  services: Services,
  principal: Principal,
  dashboardId: number,
  fileIds: readonly number[],
): Promise<Dashboard> {
  const { em, clock, dashboardProgress } = services;
  const wanted = [...new Set(fileIds)];
  const dashboard = await em.transactional(async (tx) => {
    // Whose dashboard it is comes first: who may not see it learns nothing about files.
    await findOwnDashboard(tx, principal, dashboardId);
    await lockOwnFiles(tx, principal, wanted);
    const locked = await lockOwnDashboard(tx, principal, dashboardId);
    const links = await tx.find(DashboardFile, { dashboardId }, { disableIdentityMap: true });
    const members = new Set(links.map(({ fileId }) => fileId));
    const added = wanted.filter((fileId) => !members.has(fileId));
    if (added.length === 0) return locked;
    if (members.size + added.length > MAX_MEMBERS) {
      throw conflict(`A dashboard holds at most ${MAX_MEMBERS} files; remove some first or make another dashboard`);
    }
    await tx.insertMany(
      DashboardFile,
      added.map((fileId) => ({ dashboardId, fileId, createdAt: clock() })),
    );
    noteChange(locked, clock());
    return locked;
  });
  dashboardProgress.publish(dashboardId);
  return dashboard;
}

/** None of them can be deleted until the transaction ends. */
async function lockOwnFiles(em: SqlEntityManager, { userId }: Principal, ids: readonly number[]): Promise<void> {
  const files = await em.find(
    File,
    { id: { $in: [...ids] }, userId },
    { fields: ['id'], orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_READ, disableIdentityMap: true },
  );
  if (files.length < ids.length) throw notFound('File');
}
