import { dateOf, type Row } from '../table/row.ts';
import type { DateOrder, PartialDate } from '../tokens/calendar-date.ts';

/** If a larger share of days run one way, the days are in order. */
const IN_ORDER = 0.8;

/** 1 for oldest first, -1 for newest first, 0 for neither. */
export function directionOf(rows: readonly Row[], order: DateOrder): number {
  const steps = rows.slice(1).map((row, at) => Math.sign(stepOf(rows[at], row, order)));
  const forward = steps.filter((step) => step > 0).length;
  const backward = steps.filter((step) => step < 0).length;
  if (forward === backward) return 0;
  return Math.max(forward, backward) < (forward + backward) * IN_ORDER ? 0 : Math.sign(forward - backward);
}

/** Days from one row to the next; more than half a year is the turn of a year that is not printed. */
function stepOf(one: Row | undefined, other: Row | undefined, order: DateOrder): number {
  const [from, to] = [one, other].map((row) => dayOfYear((row && dateOf(row)?.readings[order]) ?? null));
  const step = from == null || to == null ? 0 : to - from;
  return Math.abs(step) > HALF_YEAR ? 0 : step;
}

const HALF_YEAR = 190;

/** A day from above that lies before the row above or after the one below, where all others are in order. */
export function breaksOrder(
  row: Row,
  above: Row | undefined,
  below: Row | undefined,
  { direction, order }: { direction: number; order: DateOrder },
): boolean {
  return stepOf(above, row, order) * direction < 0 || stepOf(row, below, order) * direction < 0;
}

export function dayOfYear(date: PartialDate | null): number | null {
  return date === null ? null : date.month * 31 + date.day;
}
