import type { SqlEntityManager } from '@mikro-orm/sql';
import { inBatches } from './in-batches.ts';
import type { MovedTable } from './moved-tables.ts';
import type { SqliteSource } from './sqlite-source.ts';
import { verifyUsage } from './verify-usage.ts';

/**
 * Throws unless there are as many rows of each table on either side, and every account agrees with its entries and all
 * totals of usage with its records.
 */
export async function verifyMove(
  source: SqliteSource,
  em: SqlEntityManager,
  tables: readonly MovedTable[],
): Promise<void> {
  for (const { name } of tables) {
    const [target] = await em.execute<{ count: string }[]>(`select count(*) as count from "${name}"`);
    const expected = source.count(name);
    if (Number(target?.count) !== expected) throw new Error(`${name}: ${target?.count} rows arrived of ${expected}`);
  }
  await verifyLedger(source, em);
  await verifyUsage(source, em);
}

type Balance = { id: number; user_id: number; name: string; balance: number; entries: number | string };

const ACCOUNTS_AT_ONCE = 5_000;

/** Both engines know these words. */
const balancesOf = (ids: string): string => `
  select a.id, a.user_id, a.name, a.balance, coalesce(sum(e.credits), 0) as entries
  from ledger_accounts a left join ledger_entries e on e.account_id = a.id
  where ${ids} group by a.id, a.user_id, a.name, a.balance order by a.id`;

/** Account by account, so user by user: the balance is the sum of its entries, and the same on either side. */
async function verifyLedger(source: SqliteSource, em: SqlEntityManager): Promise<void> {
  let from = 0;
  for (const batch of inBatches(source.rows(balancesOf('true')), ACCOUNTS_AT_ONCE)) {
    const expected = batch as Balance[];
    const last = expected.at(-1)?.id ?? from;
    const found = await em.execute<Balance[]>(balancesOf('a.id > ? and a.id <= ?'), [from, last]);
    expected.forEach((account, n) => mustAgree(account, found[n]));
    from = last;
  }
}

function mustAgree(expected: Balance, found: Balance | undefined): void {
  const account = `${expected.name} credits of user ${expected.user_id}`;
  if (Number(expected.entries) !== expected.balance) {
    throw new Error(`The ${account} are ${expected.balance}, but their entries add up to ${expected.entries}`);
  }
  const same =
    found?.id === expected.id && found.balance === expected.balance && Number(found.entries) === expected.balance;
  if (!same) throw new Error(`The ${account} were ${expected.balance} and arrived as ${found?.entries}`);
}
