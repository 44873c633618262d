import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import type { Page } from '../page.ts';
import { selectRows } from '../select-rows.ts';
import { Dashboard } from './dashboard.entity.ts';

/** The user's dashboards, newest first. */
export const listDashboards = (em: SqlEntityManager, { userId }: Principal, page: Page): Promise<Dashboard[]> =>
  selectRows(em, Dashboard, { userId }, page);

export const countDashboards = (em: SqlEntityManager, { userId }: Principal): Promise<number> =>
  em.count(Dashboard, { userId });
