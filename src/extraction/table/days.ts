import type { DateToken } from '../tokens/find-dates.ts';
import { hasDate, type RowDates } from './date-columns.ts';
import { isDateLine } from './date-lines.ts';
import { isTotal } from './labels.ts';
import type { Side } from './row.ts';
import type { Segment } from './segment.ts';
import type { TableLine } from './table-line.ts';

/**
 * Whether the rows below without a date have this line's; the head of a page prints dates of its own, where they are none
 * of a row's lines, and a balance that of its day, be its figure in a column or beside them.
 */
export function startsDay({ role, label, dates, line }: TableLine, { isPageTop }: Segment, isOfRow: boolean): boolean {
  if (!hasDate(dates) || (role === 'figure' && !isTotal(label))) return false;
  if (role === 'text' && (label === 'opening' || label === 'closing') && line.amounts.some(({ isMoney }) => isMoney))
    return false;
  return !isPageTop || isOfRow || role !== 'date' || isDateLine(line);
}

/** Where the day stands once above its rows and each row has a value date, the value date is not the day. */
export function bookingAbove({ booking, value, other }: RowDates, latest: RowDates | null): DateToken | null {
  return booking === null && other === null && value !== null ? (latest?.booking ?? null) : null;
}

/** `3 Jan  Total paid out  250.00` over rows without a date heads them: it is neither a row nor the end of a table. */
export function headsDay(entry: TableLine, below: readonly TableLine[]): boolean {
  if (!isTotal(entry.label) || !hasDate(entry.dates) || entry.cells.size === 0) return false;
  const next = below.find(({ role, dates }) => role === 'row' || hasDate(dates));
  return next?.role === 'row' && !hasDate(next.dates);
}

/**
 * Totals that stand over the rows they add up: `3 May`, below it or beside it `Total paid in 250.00`, below that the rows.
 * They are known by those that stand right at the day, on this page or one before (`areKnown`); a second one of a day
 * stands below the rows of the first.
 */
export function totalsOverRows(read: readonly TableLine[], areKnown: boolean): Set<TableLine> {
  const overRows = read.filter((entry, at) => sideOfTotal(entry) !== null && mayBeUndatedRow(read[at + 1]));
  const atDays = overRows.filter((entry) => hasDate(entry.dates) || read[read.indexOf(entry) - 1]?.role === 'date');
  return new Set(areKnown || atDays.length >= LEAST_DAYS ? overRows.filter(({ dates }) => !hasDate(dates)) : []);
}

const LEAST_DAYS = 2;

/** Its rows may begin the next page. */
function mayBeUndatedRow(entry: TableLine | undefined): boolean {
  return entry === undefined || (entry.role === 'row' && !hasDate(entry.dates));
}

/** The side of the rows that such a total adds up. */
export function sideOfTotal({ label }: TableLine): Side | null {
  if (label === 'totalCredits') return 'credit';
  return label === 'totalDebits' ? 'debit' : null;
}
