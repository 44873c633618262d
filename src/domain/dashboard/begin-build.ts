import type { Services } from '../services.ts';
import { type CompletedMember, findCompletedMembers } from './completed-members.ts';
import { type BuildAttempt, type BuildOfDashboard, lockRebuilding } from './running-build.ts';

/** What one attempt at a rebuild builds from: the state of one revision, pinned. */
export type Blueprint = BuildAttempt & { title: string; revision: number; members: CompletedMember[] };

/**
 * Begins an attempt: pins the revision and its members, and takes the right to end the rebuild from any attempt before.
 * It waits in no round any more.
 * Null where the rebuild is not under way any more.
 */
export async function beginBuild(
  { em, randomName, dashboardProgress }: Services,
  build: BuildOfDashboard,
): Promise<Blueprint | null> {
  const begun = await em.transactional(async (tx) => {
    const dashboard = await lockRebuilding(tx, build);
    if (!dashboard) return null;
    const token = randomName();
    dashboard.buildToken = token;
    dashboard.round = null;
    dashboard.buildRevision = dashboard.revision;
    const members = await findCompletedMembers(tx, dashboard.id);
    return { ...build, token, title: dashboard.name, revision: dashboard.revision, members };
  });
  if (begun) dashboardProgress.publish(build.dashboardId);
  return begun;
}
