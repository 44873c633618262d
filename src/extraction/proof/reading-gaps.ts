import type { Row } from '../table/row.ts';
import type { Proof } from './prove.ts';

/** A smaller share of rows without a date of their own is no habit of the table. */
const HABIT = 0.12;
/** So few rows on a page say nothing about its columns. */
const TELLING_ROWS = 3;

/**
 * Whether something that the paper seems to print was not read: sums prove amounts, but neither days nor balances that
 * were passed over. Such a reading may be right, and is not called proven.
 */
export function hasGaps({ entries }: Proof, expectsBalance: boolean): boolean {
  const rows = entries.map(({ row }) => row);
  return (
    lacksDates(rows) || rows.some((row) => LEADING_DATE.test(row.description)) || lacksBalances(entries, expectsBalance)
  );
}

/** A description that begins with a date may hold the row's own. */
const LEADING_DATE = /^\d{1,4}[./-] ?\d{1,2}(?:[./-] ?\d{2,4})?\.?(?:\s|$)/;

function lacksDates(rows: readonly Row[]): boolean {
  const undated = rows.filter((row) => row.doubt === 'undated').length;
  return undated > 0 && undated < rows.length * HABIT;
}

/** A heading names balances and no row has one, or all rows of one page have them and none of another. */
function lacksBalances(entries: Proof['entries'], expectsBalance: boolean): boolean {
  const count = entries.filter(({ movement }) => movement.balance !== null).length;
  if (count === 0) return expectsBalance;
  const pages = [...Map.groupBy(entries, ({ row }) => row.page).values()].filter((own) => own.length >= TELLING_ROWS);
  const shares = pages.map((own) => own.filter(({ movement }) => movement.balance !== null).length / own.length);
  return shares.includes(0) && shares.some((share) => share > 0.9);
}
