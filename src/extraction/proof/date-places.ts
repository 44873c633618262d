import { dateOf, type Row } from '../table/row.ts';
import type { DateToken } from '../tokens/find-dates.ts';
import { dayOfYear } from './day-order.ts';

/** Dates of one column begin, or end, within so many points of each other. */
const ALIGNED = 2.5;

/** Where the dates of rows stand, each place with how many there are. */
export type Place = { left: number; right: number; count: number };

export function dateColumns(rows: readonly Row[]): Place[] {
  const places: Place[] = [];
  for (const token of new Set(rows.map(dateOf))) {
    if (token === null) continue;
    const home = places.find((place) => isAt(place, token));
    if (home === undefined) places.push({ left: token.left, right: token.right, count: 1 });
    else home.count++;
  }
  const most = Math.max(0, ...places.map(({ count }) => count));
  return places.filter(({ count }) => count > most / 3);
}

export function isAt(
  place: { left: number; right: number },
  { left, right }: { left: number; right: number },
): boolean {
  return Math.abs(place.left - left) < ALIGNED || Math.abs(place.right - right) < ALIGNED;
}

/** The same place and day. Dates of rows stand below each other, all with a year or all without: `8/12` is an instalment. */
export function isSame(one: DateToken, other: DateToken | null): boolean {
  if (one.start !== other?.start || one.left !== other.left) return one === other;
  return (
    lacksYear(one) !== lacksYear(other) || daysOf(one).some((day, at) => day !== null && day === daysOf(other)[at])
  );
}

function lacksYear({ readings }: DateToken): boolean {
  return Object.values(readings).some((reading) => reading?.year === null);
}

/** The day in each order of its parts. */
function daysOf({ readings }: DateToken): (number | null)[] {
  return [readings['day-first'], readings['month-first'], readings['year-first']].map(dayOfYear);
}
