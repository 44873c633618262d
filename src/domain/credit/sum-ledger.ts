import type { SqlEntityManager } from '@mikro-orm/sql';
import { LedgerAccount } from './ledger-account.entity.ts';
import { type Account, ACCOUNTS } from './rules.ts';

/** The balance of each account, all users together. What is issued is below zero: it is where credits come from. */
export async function sumLedger(em: SqlEntityManager): Promise<Record<Account, number>> {
  const { tableName } = em.getMetadata(LedgerAccount);
  const rows = await em
    .getKysely<Record<string, { name: string; balance: number }>>()
    .selectFrom(tableName)
    .select((of) => ['name', of.fn.sum('balance').as('total')])
    .groupBy('name')
    .execute();
  const totalOf = (name: Account): number => Number(rows.find((row) => row.name === name)?.total ?? 0);
  return Object.fromEntries(ACCOUNTS.map((name) => [name, totalOf(name)])) as Record<Account, number>;
}
