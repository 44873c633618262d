import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import type { Page } from '../page.ts';
import { selectRows } from '../select-rows.ts';
import { UsageRecord } from './usage-record.entity.ts';

/** What the user has had processed, newest first. */
export const listUsage = (em: SqlEntityManager, { userId }: Principal, page: Page): Promise<UsageRecord[]> =>
  selectRows(em, UsageRecord, { userId }, page);

export const countUsage = (em: SqlEntityManager, { userId }: Principal): Promise<number> =>
  em.count(UsageRecord, { userId });
