import {
  type CalendarDate,
  DATE_ORDERS,
  type DateOrder,
  dayNumber,
  isDay,
  type PartialDate,
} from '../tokens/calendar-date.ts';
import type { DateToken } from '../tokens/find-dates.ts';
import { dateOf, type Row } from '../table/row.ts';

export type Period = { start: CalendarDate; end: CalendarDate };

/** A period and the line that names it. */
export type PrintedPeriod = Period & { index: number };

export function samePeriod(a: Period, b: Period): boolean {
  return dayNumber(a.start) === dayNumber(b.start) && dayNumber(a.end) === dayNumber(b.end);
}

/** A date with its year that the document prints outside of its rows. */
export type Milestone = { index: number; token: DateToken };

/** How the dates of a document are read. `isSure` is false where another order would do as well. */
export type DateReading = { order: DateOrder; isSure: boolean };

/** Rows may be booked this long before their statement's period, or after it. */
const SLACK_DAYS = 45;

/**
 * Finds the order of day, month and year that all dates of the rows allow. Where several do, the one wins whose dates
 * run in order and lie close together, as the entries of a statement do.
 */
export function settleDateOrder(rows: readonly Row[], milestones: readonly Milestone[]): DateReading {
  return settleTokenOrder(
    rows.map(dateOf).filter((token) => token !== null),
    milestones,
  );
}

/** The same for dates in the order of their rows; `habit` is the order that wins where nothing else tells. */
export function settleTokenOrder(
  tokens: readonly DateToken[],
  milestones: readonly Milestone[],
  habit: DateOrder = 'day-first',
): DateReading {
  const around = milestones.map((milestone) => milestone.token);
  const pairs = milestones.flatMap((milestone, at): [DateToken, DateToken][] => {
    const next = milestones[at + 1];
    return next?.index === milestone.index ? [[milestone.token, next.token]] : [];
  });
  const costs = DATE_ORDERS.map((order) => ({
    order,
    cost: costOf(order, tokens, around) + periodCost(order, pairs) + habitCost(order, habit),
  })).toSorted((a, b) => a.cost - b.cost);
  const [best, second] = costs;
  if (best === undefined) return { order: 'day-first', isSure: true };
  const same =
    second !== undefined && tokens.every((token) => sameDay(token.readings[best.order], token.readings[second.order]));
  return { order: best.order, isSure: same || second === undefined || second.cost - best.cost >= 1 };
}

function costOf(order: DateOrder, tokens: readonly DateToken[], around: readonly DateToken[]): number {
  const days: number[] = [];
  let unread = 0;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const token of tokens) {
    const date = token.readings[order];
    if (date === null) {
      unread++;
      continue;
    }
    const day = roughDay(date);
    days.push(day);
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  const unreadAround = around.filter((token) => token.readings[order] === null).length;
  let forward = 0;
  let backward = 0;
  for (let index = 1; index < days.length; index++) {
    const step = (days[index] ?? 0) - (days[index - 1] ?? 0);
    if (step < 0) forward++;
    if (step > 0) backward++;
  }
  const turns = Math.min(forward, backward);
  const span = days.length === 0 ? 0 : last - first;
  // However long a history is, it is no reason to leave a date unread.
  const width = Math.min(60, Math.max(0, span - 35) / 30);
  return unread * 100 + unreadAround * 10 + turns * 2 + width;
}

/** Day first is the rule in most of the world, and a year of two digits seldom comes first; it only breaks ties. */
function habitCost(order: DateOrder, habit: DateOrder): number {
  if (order === habit) return 0;
  return order === 'year-first' ? 0.4 : 0.2;
}

/** Two dates on one line are mostly a period: a month or a year, not a decade. */
function periodCost(order: DateOrder, pairs: readonly [DateToken, DateToken][]): number {
  const isPeriod = ([first, second]: [DateToken, DateToken]) => {
    const [start, end] = [first.readings[order], second.readings[order]];
    if (start == null || end == null) return false;
    const days = roughDay(end) - roughDay(start);
    return days >= 0 && days <= 800;
  };
  return pairs.length === 0 ? 0 : 5 * (1 - pairs.filter(isPeriod).length / pairs.length);
}

function roughDay({ year, month, day }: PartialDate): number {
  return (year ?? 2000) * 365 + month * 30.4 + day;
}

function sameDay(a: PartialDate | null, b: PartialDate | null): boolean {
  return a?.year === b?.year && a?.month === b?.month && a?.day === b?.day;
}

/** A dash or a word or two stand between the dates of a period. */
const BETWEEN = /^\.?\s*(?:[-~–—至]|\p{L}[\p{L}.]*(?: \p{L}+)?|- \p{L}+:?|\p{L}+ ?[:：]|から)\s*(?:\p{L}+:? )?$/u;

/** The period that two dates on one line give: `01.01.2025 - 31.01.2025`. A missing first year is the second's. */
export function periodOf(first: DateToken, second: DateToken, between: string, order: DateOrder): Period | null {
  if (!BETWEEN.test(between)) return null;
  const end = second.readings[order];
  const start = first.readings[order];
  if (end?.year == null || start == null) return null;
  const startYear = start.year ?? (start.month > end.month ? end.year - 1 : end.year);
  const period = { start: { ...start, year: startYear }, end: { ...end, year: end.year } };
  return dayNumber(period.start) <= dayNumber(period.end) ? period : null;
}

/**
 * Gives each row's date its year: the printed one, or the one that brings it nearest to the period or date that the
 * statement names, or to the row before.
 */
export function completeDate(date: PartialDate, { period, statementDay, previous }: YearContext): CalendarDate | null {
  if (date.year !== null) return { ...date, year: date.year };
  const candidates = (center: number) =>
    [center - 1, center, center + 1].map((year) => ({ ...date, year })).filter((candidate) => isDay(candidate));
  if (period !== null) {
    const from = dayNumber(period.start);
    const to = dayNumber(period.end);
    return nearest(candidates(period.end.year), (day) => Math.max(0, from - day, day - to));
  }
  if (statementDay !== null) {
    // A statement is issued after its entries; a few days ahead are value dates.
    const issued = dayNumber(statementDay);
    return nearest(candidates(statementDay.year), (day) => (day > issued + 7 ? 400 : 0) + Math.abs(issued - day));
  }
  if (previous !== null) {
    const before = dayNumber(previous);
    return nearest(candidates(previous.year), (day) => Math.abs(day - before));
  }
  return null;
}

/** Value dates and late bookings lie this far outside of a period. */
const NEAR_PERIOD = 15;
/** Entries are this much older than the day on which their statement was issued, at most. */
const OLDEST_ENTRY = 75;

/** Whether the printed year, the period or the day of issue leaves one year for a date, and not only a likely one. */
export function isYearSure(
  printed: PartialDate,
  completed: CalendarDate,
  { period, statementDay }: Pick<YearContext, 'period' | 'statementDay'>,
): boolean {
  if (printed.year !== null) return true;
  const day = dayNumber(completed);
  if (period !== null) {
    const [from, to] = [dayNumber(period.start) - NEAR_PERIOD, dayNumber(period.end) + NEAR_PERIOD];
    const fits = (year: number) => {
      const other = dayNumber({ ...completed, year });
      return other >= from && other <= to;
    };
    return fits(completed.year) && !fits(completed.year - 1) && !fits(completed.year + 1);
  }
  if (statementDay === null) return false;
  const age = dayNumber(statementDay) - day;
  return age >= -NEAR_PERIOD && age <= OLDEST_ENTRY;
}

export type YearContext = { period: Period | null; statementDay: CalendarDate | null; previous: CalendarDate | null };

function nearest(candidates: CalendarDate[], distance: (day: number) => number): CalendarDate | null {
  let best: { date: CalendarDate; distance: number } | null = null;
  for (const date of candidates) {
    const own = distance(dayNumber(date));
    if (best === null || own < best.distance) best = { date, distance: own };
  }
  return best?.date ?? null;
}

export function isWithin(date: CalendarDate, period: Period): boolean {
  const day = dayNumber(date);
  return day >= dayNumber(period.start) - SLACK_DAYS && day <= dayNumber(period.end) + SLACK_DAYS;
}
