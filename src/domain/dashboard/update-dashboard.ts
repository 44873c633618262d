import type { Principal } from '../../auth/principal.ts';
import type { Services } from '../services.ts';
import type { Dashboard } from './dashboard.entity.ts';
import { lockOwnDashboard } from './find-own-dashboard.ts';

/** What is left out stays; a description of null is removed. */
export type DashboardChanges = { name?: string | undefined; description?: string | null | undefined };

/** Renames or describes the dashboard. Its outputs stay up to date: they are about the files. */
export async function updateDashboard(
  { em, clock, dashboardProgress }: Services,
  principal: Principal,
  dashboardId: number,
  { name, description }: DashboardChanges,
): Promise<Dashboard> {
  const updated = await em.transactional(async (tx) => {
    const dashboard = await lockOwnDashboard(tx, principal, dashboardId);
    if (name === undefined && description === undefined) return dashboard;
    if (name !== undefined) dashboard.name = name;
    if (description !== undefined) dashboard.description = description;
    dashboard.updatedAt = clock();
    return dashboard;
  });
  dashboardProgress.publish(dashboardId);
  return updated;
}
