import type { SqlEntityManager } from '@mikro-orm/sql';
import { LedgerAccount } from './ledger-account.entity.ts';

/** `credits` can be spent now; `reserved` are set aside for statements being processed. */
export type Balance = { credits: number; reserved: number };

/** The balances of several users, in the order of the ids. */
export async function getBalances(em: SqlEntityManager, userIds: readonly number[]): Promise<Balance[]> {
  const accounts = await em.find(
    LedgerAccount,
    { userId: { $in: [...userIds] }, name: { $in: ['available', 'reserved'] } },
    { disableIdentityMap: true },
  );
  const balances = new Map(userIds.map((id) => [id, { credits: 0, reserved: 0 }]));
  for (const account of accounts) {
    const balance = balances.get(account.userId);
    if (balance) balance[account.name === 'available' ? 'credits' : 'reserved'] = account.balance;
  }
  return userIds.map((id) => balances.get(id) ?? { credits: 0, reserved: 0 });
}

export async function getBalance(em: SqlEntityManager, userId: number): Promise<Balance> {
  const [balance] = await getBalances(em, [userId]);
  return balance ?? { credits: 0, reserved: 0 };
}
