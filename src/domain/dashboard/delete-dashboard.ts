import type { Principal } from '../../auth/principal.ts';
import type { Services } from '../services.ts';
import { DashboardFile } from './dashboard-file.entity.ts';
import { Dashboard } from './dashboard.entity.ts';
import { dashboardPrefix } from './dashboard-paths.ts';
import { lockOwnDashboard } from './find-own-dashboard.ts';

/**
 * Removes the dashboard and its outputs; its files stay. A rebuild under way is abandoned, and what it may still write
 * is cleared away later.
 */
export async function deleteDashboard(services: Services, principal: Principal, dashboardId: number): Promise<void> {
  const { em, clock, storage, queue, dashboardProgress, settings } = services;
  const prefix = dashboardPrefix(dashboardId);
  await em.transactional(async (tx) => {
    await lockOwnDashboard(tx, principal, dashboardId);
    await tx.nativeDelete(DashboardFile, { dashboardId });
    await tx.nativeDelete(Dashboard, { id: dashboardId });
    const notBefore = new Date(clock().getTime() + settings.signedUrlLifetimeMs);
    await queue.enqueue(tx, 'clear-outputs', { prefix }, { notBefore });
  });
  await storage.deletePrefix(prefix);
  dashboardProgress.publish(dashboardId);
}
