import type { Principal } from '../../auth/principal.ts';
import { notFound } from '../../errors.ts';
import type { Services } from '../services.ts';
import { DashboardFile } from './dashboard-file.entity.ts';
import type { Dashboard } from './dashboard.entity.ts';
import { lockOwnDashboard } from './find-own-dashboard.ts';
import { noteChange } from './rules.ts';

/** Takes a file out of the dashboard; the file itself stays. Throws `NOT_FOUND` for either. */
export async function removeFile(
  { em, clock, dashboardProgress }: Services,
  principal: Principal,
  dashboardId: number,
  fileId: number,
): Promise<Dashboard> {
  const dashboard = await em.transactional(async (tx) => {
    const locked = await lockOwnDashboard(tx, principal, dashboardId);
    if ((await tx.nativeDelete(DashboardFile, { dashboardId, fileId })) === 0) throw notFound('File');
    noteChange(locked, clock());
    return locked;
  });
  dashboardProgress.publish(dashboardId);
  return dashboard;
}
