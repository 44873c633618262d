import type { SqlEntityManager } from '@mikro-orm/sql';
import { LedgerAccount } from './ledger-account.entity.ts';
import { ACCOUNTS } from './rules.ts';

/** Gives a new user their four accounts. Belongs to the transaction that makes the user. */
export async function openAccounts(em: SqlEntityManager, userId: number): Promise<void> {
  for (const name of ACCOUNTS) em.create(LedgerAccount, { userId, name, balance: 0 });
  await em.flush();
}
