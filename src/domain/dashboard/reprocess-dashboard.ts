import type { Principal } from '../../auth/principal.ts';
import { conflict } from '../../errors.ts';
import type { Services } from '../services.ts';
import { findCompletedMembers } from './completed-members.ts';
import type { Dashboard } from './dashboard.entity.ts';
import { lockOwnDashboard } from './find-own-dashboard.ts';
import { oneCallAtATime, queueBuild } from './queue-build.ts';
import { isRebuilding } from './rules.ts';

/**
 * Has the combined outputs built anew, for free. Answers at once; a rebuild under way that holds the present state, or
 * has not looked at it yet, is this one. Throws `CONFLICT` where no file is completed, and where too many wait already
 * `RATE_LIMITED` or `BUSY`.
 */
export async function reprocessDashboard(
  { em, clock, queue, settings, dashboardProgress }: Services,
  principal: Principal,
  dashboardId: number,
): Promise<Dashboard> {
  const dashboard = await em.transactional(async (tx) => {
    await oneCallAtATime(tx, principal.userId);
    const locked = await lockOwnDashboard(tx, principal, dashboardId);
    if ((await findCompletedMembers(tx, dashboardId)).length === 0) {
      throw conflict('No file of the dashboard is completed; add files, process them and wait until one is completed');
    }
    if (isRebuilding(locked) && (locked.buildRevision == null || locked.buildRevision === locked.revision)) {
      return locked;
    }
    locked.build += 1;
    locked.buildToken = null;
    locked.buildRevision = null;
    locked.progress = 0;
    locked.failure = null;
    locked.updatedAt = clock();
    await queueBuild({ em: tx, queue, settings }, locked);
    return locked;
  });
  dashboardProgress.publish(dashboardId);
  return dashboard;
}
