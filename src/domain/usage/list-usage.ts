import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import { type Page, pageFilter, pageOptions } from '../page.ts';
import { UsageRecord } from './usage-record.entity.ts';

/** What the user has had processed, newest first. */
export const listUsage = (em: SqlEntityManager, { userId }: Principal, page: Page): Promise<UsageRecord[]> =>
  em.find(UsageRecord, { userId, ...pageFilter(page) }, { ...pageOptions(page), disableIdentityMap: true });

export const countUsage = (em: SqlEntityManager, { userId }: Principal): Promise<number> =>
  em.count(UsageRecord, { userId });
