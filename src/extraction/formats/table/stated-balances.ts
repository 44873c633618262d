import type { DateOrder } from '../../tokens/calendar-date.ts';
import { readToken } from '../date-texts.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { Printed } from './labelled-figure.ts';
import type { Around } from './read-around.ts';
import type { TableRow } from './table-rows.ts';

/**
 * Which balance of some day is the opening one, and which the closing one: that of the day before the first entry or of
 * the first day of the period, and that of the period's last. The others are left to `fitsAsClosing`.
 */
export function nameStanding(
  printed: readonly Printed[],
  rows: readonly TableRow[],
  { period }: Around,
  order: DateOrder,
): Printed[] {
  let [first, last] = [LATEST, ''];
  for (const { date } of rows) {
    const day = readToken(date, order);
    if (day === null) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const [start, end] = period === null ? [null, null] : period.map((token) => readToken(token, order));
  return printed.map((one): Printed => {
    const day = one.kind === 'standing' ? readToken(one.day, order) : null;
    if (day === null) return one;
    if (day < first || (day === first && day < last && (start === null || start === day))) {
      return { ...one, kind: 'opening' };
    }
    return day === end && end !== null ? { ...one, kind: 'closing' } : one;
  });
}

const LATEST = '9999-12-31';

/** Whether a balance of some day may be the one after the last entry: nothing that the file states speaks against it. */
export function fitsAsClosing(balance: bigint, opening: bigint | null, inTime: readonly LedgerEntry[]): boolean {
  const last = inTime.findLast((entry) => entry.balance !== null)?.balance ?? null;
  if (last !== null) return last === balance;
  return opening === null || inTime.reduce((sum, { amount }) => sum + amount, opening) === balance;
}
