import type { Transaction } from '../../extraction/statement.ts';
import { canonicalDecimal } from '../decimal.ts';
import { foldedText } from '../folded-text.ts';
import type { CombinedRow, CombinedStatement } from './combined.ts';
import { mayRepeat } from './may-repeat.ts';

/** Equal rows of earlier statements that no row of this one has been matched with yet, by their printed balance. */
type Unmatched = Map<string, CombinedRow[]>;

const NO_BALANCE = '';

/**
 * Marks the rows of an account that an earlier statement has already. Rows are matched as a multiset, by day, amount,
 * description and printed balance: what one statement has twice is two transactions, and stays two where another
 * statement repeats both. A row without a balance is matched with any. `statements` and the rows in each are in order.
 */
export const markDuplicates = (statements: readonly CombinedRow[][]): void => {
  const sources = statements.map(([first]) => first?.source);
  const counted = new Map<string, CombinedRow[]>();
  for (const [place, rows] of statements.entries()) {
    const source = sources[place];
    // Most statements share no day with another: their rows need not be looked at, nor held.
    const shares = (other: CombinedStatement | undefined): boolean => !!source && !!other && mayRepeat(other, source);
    const repeats = sources.slice(0, place).some(shares);
    const isRepeated = sources.slice(place + 1).some(shares);
    if (!repeats && !isRepeated) continue;

    const contents = rows.map(({ transaction }) => contentOf(transaction));
    if (repeats) matchRows(rows, contents, counted);
    if (!isRepeated) continue;
    for (const [index, row] of rows.entries()) {
      if (row.duplicateOf === null) push(counted, contents[index] ?? '', row);
    }
  }
};

/** Rows whose balances agree find each other first; only then does one without a balance take what is left. */
const matchRows = (
  rows: readonly CombinedRow[],
  contents: readonly string[],
  counted: ReadonlyMap<string, CombinedRow[]>,
): void => {
  const repeatable = new Map<CombinedStatement, boolean>();
  const isRepeatable = (earlier: CombinedStatement, source: CombinedStatement): boolean => {
    const answer = repeatable.get(earlier) ?? mayRepeat(earlier, source);
    repeatable.set(earlier, answer);
    return answer;
  };

  const unmatched = new Map<string, Unmatched>();
  for (const [index, row] of rows.entries()) {
    const content = contents[index] ?? '';
    let left = unmatched.get(content);
    if (!left) {
      left = new Map();
      for (const earlier of counted.get(content) ?? []) {
        if (isRepeatable(earlier.source, row.source)) push(left, balanceOf(earlier), earlier);
      }
      // Matched from the end: the first is the last in line.
      for (const queue of left.values()) queue.reverse();
      unmatched.set(content, left);
    }
    row.duplicateOf = take(left, balanceOf(row));
  }
  for (const [index, row] of rows.entries()) {
    const left = unmatched.get(contents[index] ?? '');
    if (row.duplicateOf !== null || !left) continue;
    const [someBalance = NO_BALANCE] = left.keys();
    row.duplicateOf = take(left, balanceOf(row) === NO_BALANCE ? someBalance : NO_BALANCE);
    if (row.duplicateOf === null) row.resembles = left.get(someBalance)?.at(-1) ?? null;
  }
};

const take = (left: Unmatched, balance: string): CombinedRow | null => {
  const queue = left.get(balance);
  const row = queue?.pop() ?? null;
  if (queue?.length === 0) left.delete(balance);
  return row;
};

const push = <Key>(lists: Map<Key, CombinedRow[]>, key: Key, row: CombinedRow): void => {
  const list = lists.get(key);
  if (list) list.push(row);
  else lists.set(key, [row]);
};

const balanceOf = ({ transaction: { balance } }: CombinedRow): string =>
  balance === null ? NO_BALANCE : canonicalDecimal(balance);

/** What a transaction is, however its text was laid out: a PDF breaks lines where a CSV does not. */
const contentOf = ({ date, amount, description }: Transaction): string =>
  `${date} ${canonicalDecimal(amount)} ${foldedText(description)}`;
