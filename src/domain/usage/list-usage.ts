import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import type { Page } from '../page.ts';
import { selectRows } from '../select-rows.ts';
import { summarizeUsage } from './summarize-usage.ts';
import { UsageRecord } from './usage-record.entity.ts';

/** What the user has had processed, newest first. */
export const listUsage = (em: SqlEntityManager, { userId }: Principal, page: Page): Promise<UsageRecord[]> =>
  selectRows(em, UsageRecord, { userId }, page);

/** How many there are: known without counting them. */
export const countUsage = async (em: SqlEntityManager, principal: Principal): Promise<number> =>
  (await summarizeUsage(em, principal)).totalFiles;
