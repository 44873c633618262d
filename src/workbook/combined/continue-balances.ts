import { signOfDecimal, subtractDecimals, sumDecimals } from '../decimal.ts';
import type { CombinedRow, CombinedStatement, Comparison, Seam } from './combined.ts';
import { daysBetween } from './day-span.ts';
import { sharedDays } from './may-repeat.ts';

/**
 * Carries the balance of an account through all of its statements, over every row that counts, and compares it with
 * what each statement prints where it begins and ends. Where a statement opens with another balance than those before
 * it lead to, the balance goes on from the printed one. Returns what those jumps come to.
 */
export const continueBalances = (statements: readonly { source: CombinedStatement; rows: CombinedRow[] }[]): string => {
  let balance: string | null = null;
  let unaccounted = '0.00';
  const earlier: CombinedStatement[] = [];

  for (const { source, rows } of statements) {
    const [first] = rows;
    const { openingBalance, closingBalance } = source.statement;
    const reached = first?.duplicateOf ? balanceBefore(first.duplicateOf) : balance;
    const opening = earlier.length === 0 ? null : compare(openingBalance, reached);
    let jump: string | null = null;
    if (openingBalance !== null && !first?.duplicateOf && !isWithin(source, earlier, rows)) {
      if (opening && !opening.ok) jump = opening.difference;
      if (jump !== null) unaccounted = sumDecimals([unaccounted, jump]);
      balance = openingBalance;
    }

    for (const row of rows) {
      if (row.duplicateOf) {
        row.continuedBalance = row.duplicateOf.continuedBalance;
      } else {
        balance = balance === null ? row.transaction.balance : sumDecimals([balance, row.transaction.amount]);
        row.continuedBalance = balance;
      }
    }
    const closing = rows.length === 0 ? null : compare(closingBalance, rows.at(-1)?.continuedBalance ?? null);
    source.seam = { opening, jump, closing, ...daysAgainst(source, earlier), ...repetition(rows) };
    earlier.push(source);
  }
  return unaccounted;
};

const balanceBefore = ({ continuedBalance, transaction }: CombinedRow): string | null =>
  continuedBalance === null ? null : subtractDecimals(continuedBalance, transaction.amount);

/** A statement without rows of days that others cover says nothing of where the balance goes on. */
const isWithin = (source: CombinedStatement, earlier: readonly CombinedStatement[], rows: readonly CombinedRow[]) =>
  rows.length === 0 && earlier.some((other) => (sharedDays(source, other)?.days ?? 0) > 1);

const compare = (printed: string | null, continued: string | null): Comparison | null => {
  if (printed === null || continued === null) return null;
  const difference = subtractDecimals(printed, continued);
  return { printed, continued, difference, ok: signOfDecimal(difference) === 0 };
};

/** Missing days are told from printed periods only: rows do not say which days had none. */
const daysAgainst = (
  source: CombinedStatement,
  earlier: readonly CombinedStatement[],
): Pick<Seam, 'gap' | 'overlap'> => {
  const lastDays = earlier.flatMap(({ lastDay }) => (lastDay === null ? [] : [lastDay]));
  const covered = lastDays.toSorted().at(-1);
  const overlaps = earlier.flatMap((other) => sharedDays(source, other) ?? []);
  const isPrinted = source.statement.periodStart !== null && earlier.every(({ statement }) => statement.periodEnd);
  return {
    gap: covered && isPrinted && source.firstDay ? daysBetween(covered, source.firstDay) : null,
    overlap: overlaps.toSorted((one, other) => other.days - one.days)[0] ?? null,
  };
};

const repetition = (rows: readonly CombinedRow[]): Pick<Seam, 'duplicates' | 'copyOf'> => {
  const repeated = rows.flatMap(({ duplicateOf }) => duplicateOf ?? []);
  const [first] = repeated;
  const isCopy = first && repeated.length === rows.length && repeated.every(({ source }) => source === first.source);
  return { duplicates: repeated.length, copyOf: isCopy ? first.source : null };
};
