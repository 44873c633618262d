import type { Doubt, Row } from '../table/row.ts';
import type { Proof } from './prove.ts';

/** Lines of these kinds are rows where the sums ask for them. */
const ASKED_FOR: readonly (Doubt | null)[] = ['undated', 'labelled', 'after-end', 'repeated'];

/**
 * Whether lines that may be no rows, or all rows of one table among several, move nothing together: the sums are right
 * with them and without them. Balances of their own prove them, and so do the totals of both sides.
 *
 * @param tableOf which table a row stands in, each under its own heading
 */
export function hasNeedlessRows(proof: Proof, tableOf: (row: Row) => number): boolean {
  const { entries, steps, walk, printedIn, printedOut, totalIn, totalOut } = proof;
  if (printedIn === totalIn && printedOut === -totalOut) return false;
  const moved = steps.flatMap(({ row: at, balance }, step) => {
    const row = at === null ? undefined : entries[at]?.row;
    return row === undefined ? [] : [{ row, balance, amount: walk.amounts[step] ?? 0n }];
  });
  const doubtful = Map.groupBy(
    moved.filter(({ row }) => ASKED_FOR.includes(row.doubt)),
    ({ row }) => row.doubt,
  );
  const tables = Map.groupBy(moved, ({ row }) => tableOf(row));
  return [...doubtful.values(), ...(tables.size > 1 ? tables.values() : [])].some(
    (own) =>
      own.some(({ amount }) => amount !== 0n) &&
      own.every(({ balance }) => balance === null) &&
      own.reduce((sum, { amount }) => sum + amount, 0n) === 0n,
  );
}
