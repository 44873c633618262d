import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import type { ProgressFeed } from '../file/progress-feed.ts';
import { watchRow } from '../watch-row.ts';
import type { Dashboard } from './dashboard.entity.ts';
import { findOwnDashboard } from './find-own-dashboard.ts';
import { isRebuilding } from './rules.ts';

type Watch = { dashboardProgress: ProgressFeed; fork: () => SqlEntityManager };

/**
 * The caller's dashboard now and after every change, until no rebuild is under way. `fork` gives a fresh entity manager
 * a look, since the watch may last long. Throws `NOT_FOUND`, also where the dashboard is deleted meanwhile.
 */
export const watchDashboard = (
  { dashboardProgress, fork }: Watch,
  principal: Principal,
  dashboardId: number,
): AsyncIterableIterator<Dashboard> =>
  watchRow({
    feed: dashboardProgress,
    id: dashboardId,
    find: () => findOwnDashboard(fork(), principal, dashboardId),
    isOver: (dashboard) => !isRebuilding(dashboard),
  });
