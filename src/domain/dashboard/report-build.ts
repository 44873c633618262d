import type { Services } from '../services.ts';
import { Dashboard } from './dashboard.entity.ts';
import { type BuildAttempt, stillCounts } from './running-build.ts';

/** Notes how far an attempt is, in percent. False where it does not count any more. */
export async function reportBuild(
  { em, dashboardProgress }: Services,
  attempt: BuildAttempt,
  percent: number,
): Promise<boolean> {
  if ((await em.nativeUpdate(Dashboard, stillCounts(attempt), { progress: percent })) === 0) return false;
  dashboardProgress.publish(attempt.dashboardId);
  return true;
}
