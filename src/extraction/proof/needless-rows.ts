import type { Doubt, Row } from '../table/row.ts';
import type { Proof } from './prove.ts';

/** Lines of these kinds are rows where the sums ask for them. */
const ASKED_FOR: readonly (Doubt | null)[] = ['undated', 'labelled', 'after-end', 'repeated'];

/**
 * Whether lines that may be no rows, all rows of one table among several, or those beyond all balances move nothing
 * together: the sums are right with them and without them. Balances of their own prove them, and so do the totals of
 * both sides.
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
  const tables = [...Map.groupBy(moved, ({ row }) => tableOf(row)).values()];
  const others = tables.length > 1 ? [...tables, ...pairsAtEnds(tables)] : [];
  return [...doubtful.values(), ...others, ...endsWithoutBalance(moved)].some(
    (own) =>
      own.some(({ amount }) => amount !== 0n) &&
      own.every(({ balance }) => balance === null) &&
      own.reduce((sum, { amount }) => sum + amount, 0n) === 0n,
  );
}

type Moved = { row: Row; balance: bigint | null; amount: bigint };

/** The first two and the last two of more tables: one may go on under a heading on the next page. */
function pairsAtEnds(tables: readonly Moved[][]): Moved[][] {
  return tables.length > 2 ? [tables.slice(0, 2).flat(), tables.slice(-2).flat()] : [];
}

/** The rows before the first balance and those behind the last one, where most rows have one. */
function endsWithoutBalance(moved: readonly Moved[]): Moved[][] {
  const hasBalance = ({ balance }: Moved) => balance !== null;
  if (moved.filter(hasBalance).length <= moved.length / 2) return [];
  return [moved.slice(0, moved.findIndex(hasBalance)), moved.slice(moved.findLastIndex(hasBalance) + 1)];
}
