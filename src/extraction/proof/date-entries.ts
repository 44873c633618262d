import { dateOf, type Row } from '../table/row.ts';
import type { CalendarDate, DateOrder, PartialDate } from '../tokens/calendar-date.ts';
import type { DateToken } from '../tokens/find-dates.ts';
import { completeDate, isYearSure, type YearContext } from './complete-date.ts';
import type { Years } from './find-years.ts';
import type { Period } from './period.ts';
import type { Proof } from './prove.ts';
import type { DateReading } from './settle-dates.ts';

type Entry = Proof['entries'][number];

/** An entry with its days; `at` is its place among all entries of the proof. */
export type DatedEntry = Entry & {
  at: number;
  date: CalendarDate;
  /** The value date, where it is another column's. */
  value: CalendarDate | null;
  /** Whether something else than the row itself had a say in its day. */
  isInferred: boolean;
};

/** What is known of the days of a statement besides its rows. */
export type KnownDays = {
  period: Period | null;
  years: Years;
  statementDay: CalendarDate | null;
  /** Rows whose day is taken from another line and could be another one. */
  doubtfulDays: ReadonlySet<Row>;
};

/** Completes the dates of rows one after the other, since each tells the year of the next; without a date none is kept. */
export function dateEntries(entries: readonly Entry[], days: KnownDays, { order }: DateReading): DatedEntry[] {
  const known = { period: days.period ?? days.years.span, statementDay: days.statementDay };
  let previous = days.years.near;
  const dated: DatedEntry[] = [];
  entries.forEach((entry, at) => {
    const { row } = entry;
    const token = dateOf(row);
    const printed = token === null ? null : partialDate(token, order);
    const date = printed === null ? null : completeDate(printed, { ...known, previous });
    if (printed === null || date === null) return;
    previous = date;
    const value = token === row.value ? null : readDate(row.value, order, { ...known, previous: date });
    const isInferred = days.doubtfulDays.has(row) || !(isYearSure(printed, date, known) || isSureByIssue(date, days));
    dated.push({ ...entry, at, date, value, isInferred });
  });
  return dated;
}

/** The invoice of a card for March is of purchases in February: its day of issue says as much as if no month were named. */
function isSureByIssue(date: CalendarDate, { period, statementDay }: KnownDays): boolean {
  return period === null && isYearSure({ ...date, year: null }, date, { period: null, statementDay });
}

function readDate(token: DateToken | null, order: DateOrder, context: YearContext): CalendarDate | null {
  const printed = token === null ? null : partialDate(token, order);
  return printed === null ? null : completeDate(printed, context);
}

function partialDate(token: DateToken, order: DateOrder): PartialDate | null {
  return token.readings[order] ?? token.readings['day-first'] ?? token.readings['month-first'];
}
