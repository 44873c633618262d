import { LockMode } from '@mikro-orm/core';
import type { Services } from '../services.ts';
import type { Blueprint } from './begin-build.ts';
import { attemptPrefix, buildPrefix } from './dashboard-paths.ts';
import { Dashboard } from './dashboard.entity.ts';
import { type BuildOfDashboard, lockRebuilding, stillCounts } from './running-build.ts';

/**
 * The outputs of this attempt are written: from now on they are what is downloaded. The dashboard is up to date only if
 * nothing has changed since the attempt began. What was downloaded until now goes when the links to it have expired.
 * False, and nothing done, where the attempt does not count any more.
 */
export async function publishBuild(
  { em, clock, queue, settings, dashboardProgress }: Services,
  blueprint: Blueprint,
): Promise<boolean> {
  const published = await em.transactional(async (tx) => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
    const dashboard = await tx.findOne(Dashboard, stillCounts(blueprint), lock);
    if (!dashboard) return false;
    const former = dashboard.builtPrefix;
    dashboard.endedBuild = dashboard.build;
    dashboard.progress = 100;
    dashboard.builtRevision = blueprint.revision;
    dashboard.builtPrefix = attemptPrefix(blueprint);
    dashboard.builtAt = clock();
    dashboard.updatedAt = clock();
    if (former) {
      const notBefore = new Date(clock().getTime() + settings.signedUrlLifetimeMs);
      await queue.enqueue(tx, 'clear-outputs', { prefix: former }, { notBefore });
    }
    return true;
  });
  if (published) dashboardProgress.publish(blueprint.dashboardId);
  return published;
}

/** The rebuild failed for good: its owner is told why, and what was built before stays. */
export async function failBuild(
  { em, clock, dashboardProgress }: Services,
  build: BuildOfDashboard,
  reason: string,
): Promise<void> {
  const failed = await em.transactional(async (tx) => {
    const dashboard = await lockRebuilding(tx, build);
    if (!dashboard) return false;
    dashboard.endedBuild = dashboard.build;
    // One that was given up may never have begun.
    dashboard.round = null;
    dashboard.failure = reason;
    dashboard.updatedAt = clock();
    return true;
  });
  if (failed) dashboardProgress.publish(build.dashboardId);
}

/** Whether the outputs to download are of this very rebuild. */
export async function isPublished({ em }: Pick<Services, 'em'>, build: BuildOfDashboard): Promise<boolean> {
  const dashboard = await em.findOne(Dashboard, { id: build.dashboardId }, { disableIdentityMap: true });
  return dashboard?.builtPrefix?.startsWith(buildPrefix(build)) ?? false;
}
