import { type CalendarDate, dayNumber, isDay, type PartialDate } from '../tokens/calendar-date.ts';
import type { Period } from './period.ts';

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
