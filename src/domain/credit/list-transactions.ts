import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import { type Page, pageFilter, pageOptions } from '../page.ts';
import { LedgerTransfer } from './ledger-transfer.entity.ts';
import { VISIBLE_TYPES } from './rules.ts';

const visibleTo = (principal: Principal) => ({ userId: principal.userId, type: { $in: [...VISIBLE_TYPES] } });

/** The ledger as its owner sees it: what changed the balance, newest first. */
export const listTransactions = (em: SqlEntityManager, principal: Principal, page: Page): Promise<LedgerTransfer[]> =>
  em.find(
    LedgerTransfer,
    { ...visibleTo(principal), ...pageFilter(page) },
    { ...pageOptions(page), disableIdentityMap: true },
  );

export const countTransactions = (em: SqlEntityManager, principal: Principal): Promise<number> =>
  em.count(LedgerTransfer, visibleTo(principal));
