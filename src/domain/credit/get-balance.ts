import type { SqlEntityManager } from '@mikro-orm/sql';
import { selectRows } from '../select-rows.ts';
import { LedgerAccount } from './ledger-account.entity.ts';

/** `credits` can be spent now; `reserved` are set aside for statements being processed. */
export type Balance = { credits: number; reserved: number };

/** The user's balance; zeros for a user without accounts. */
export async function getBalance(em: SqlEntityManager, userId: number): Promise<Balance> {
  const accounts = await selectRows(em, LedgerAccount, { userId });
  const balanceOf = (name: string): number => accounts.find((account) => account.name === name)?.balance ?? 0;
  return { credits: balanceOf('available'), reserved: balanceOf('reserved') };
}
