import type { Dashboard } from './dashboard.entity.ts';

export const DASHBOARD_STATUSES = ['new', 'outdated', 'up_to_date'] as const;
export type DashboardStatus = (typeof DASHBOARD_STATUSES)[number];

/** `new` until the first change; then `up_to_date` exactly while the outputs are made from the present revision. */
export function statusOf({ revision, builtRevision }: Pick<Dashboard, 'revision' | 'builtRevision'>): DashboardStatus {
  if (builtRevision === revision) return 'up_to_date';
  return revision === 0 ? 'new' : 'outdated';
}

/** Whether a rebuild that was asked for has not ended yet. */
export const isRebuilding = ({ build, endedBuild }: Pick<Dashboard, 'build' | 'endedBuild'>): boolean =>
  build > endedBuild;

/** How many files a dashboard can hold. */
export const MAX_MEMBERS = 1_000;

/** The outputs, and a rebuild that has begun, are of an earlier state from now on. */
export function noteChange(dashboard: Dashboard, now: Date): void {
  dashboard.revision += 1;
  dashboard.updatedAt = now;
}
