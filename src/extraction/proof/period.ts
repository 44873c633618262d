import { type CalendarDate, type DateOrder, dayNumber } from '../tokens/calendar-date.ts';
import type { DateToken } from '../tokens/find-dates.ts';

export type Period = { start: CalendarDate; end: CalendarDate };

/** A period and the line that names it. */
export type PrintedPeriod = Period & { index: number };

export function samePeriod(a: Period, b: Period): boolean {
  return dayNumber(a.start) === dayNumber(b.start) && dayNumber(a.end) === dayNumber(b.end);
}

/** A dash or a word or two stand between the dates of a period. */
const BETWEEN = /^\.?\s*(?:[-~–—至]|\p{L}[\p{L}./]*(?: \p{L}+)?|- \p{L}+:?|\p{L}+ ?[:：]|から)\s*(?:\p{L}+:? )?$/u;

/** `1 September 2025 [GMT] - 30 September 2025 [GMT]`. */
const ZONE = /^ [[(](?:GMT|UTC|[A-Z]{2,4}T)[\])]/;

/** The period that two dates on one line give: `01.01.2025 - 31.01.2025`. A missing first year is the second's. */
export function periodOf(first: DateToken, second: DateToken, between: string, order: DateOrder): Period | null {
  if (!BETWEEN.test(between.replace(ZONE, ''))) return null;
  const end = second.readings[order];
  const start = first.readings[order];
  if (end?.year == null || start == null) return null;
  const startYear = start.year ?? (start.month > end.month ? end.year - 1 : end.year);
  const period = { start: { ...start, year: startYear }, end: { ...end, year: end.year } };
  return dayNumber(period.start) <= dayNumber(period.end) ? period : null;
}

/** Rows may be booked this long before their statement's period, or after it. */
const SLACK_DAYS = 45;

export function isWithin(date: CalendarDate, period: Period): boolean {
  const day = dayNumber(date);
  return day >= dayNumber(period.start) - SLACK_DAYS && day <= dayNumber(period.end) + SLACK_DAYS;
}
