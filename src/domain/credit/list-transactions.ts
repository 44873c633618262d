import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import type { Page } from '../page.ts';
import { selectRows } from '../select-rows.ts';
import { LedgerTransfer } from './ledger-transfer.entity.ts';
import { VISIBLE_TYPES } from './rules.ts';

/** The ledger as its owner sees it: what changed the balance, newest first. */
export const listTransactions = (em: SqlEntityManager, { userId }: Principal, page: Page): Promise<LedgerTransfer[]> =>
  selectRows(em, LedgerTransfer, { userId, type: VISIBLE_TYPES }, page);

export const countTransactions = (em: SqlEntityManager, { userId }: Principal): Promise<number> =>
  em.count(LedgerTransfer, { userId, type: { $in: [...VISIBLE_TYPES] } });
