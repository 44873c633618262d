import type { DaySpan } from './combined.ts';

const DAY_MS = 86_400_000;

const dayNumber = (isoDate: string): number => Date.parse(`${isoDate}T00:00:00Z`) / DAY_MS;
const isoDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The days from `from` to `to`, both included; null where there is none. */
export const daySpan = (from: string, to: string): DaySpan | null => {
  const days = dayNumber(to) - dayNumber(from) + 1;
  return days > 0 ? { from, to, days } : null;
};

/** The days after `lastDay` and before `firstDay`; null where the one follows on the other. */
export const daysBetween = (lastDay: string, firstDay: string): DaySpan | null =>
  daySpan(isoDay(dayNumber(lastDay) + 1), isoDay(dayNumber(firstDay) - 1));
