import type { DateOrder, PartialDate } from '../tokens/calendar-date.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { isDateLine } from './date-lines.ts';
import { dateOf, type Row } from './row.ts';

/** If a larger share of days run one way, the days are in order. */
const IN_ORDER = 0.85;

/**
 * A line that is only a date may head the rows below it or belong to the description above it. Where days run in order,
 * one that jumps out of it and back is of the second kind: its rows have the date before.
 */
export function repairDays(rows: readonly Row[], lines: readonly TokenLine[], order: DateOrder): void {
  const alone = new Set(lines.filter(isDateLine).flatMap((line) => line.dates));
  const runs = [...rows].reduce<Row[][]>((result, row) => {
    const last = result.at(-1);
    if (last !== undefined && last[0]?.booking === row.booking && row.booking !== null) last.push(row);
    else result.push([row]);
    return result;
  }, []);
  const days = runs.map(([row]) => (row === undefined ? null : dayOf(dateOf(row)?.readings[order] ?? null)));
  const direction = directionOf(days);
  if (direction === 0) return;
  for (let at = 1; at + 1 < runs.length; at++) {
    const [before, own, after] = [days[at - 1], days[at], days[at + 1]];
    const [run, source] = [runs[at], runs[at - 1]?.[0]];
    if (before == null || own == null || after == null || run === undefined || source === undefined) continue;
    const jumpsBack = (own - before) * direction < 0 && (after - before) * direction >= 0;
    const jumpsAhead = (own - after) * direction > 0 && (after - before) * direction >= 0;
    const isAlone = run.every((row) => row.isDateAbove && row.booking !== null && alone.has(row.booking));
    if ((!jumpsBack && !jumpsAhead) || !isAlone) continue;
    for (const row of run) row.booking = source.booking;
    days[at] = before;
  }
}

/** Days in an order that also counts without a year, but for the turn of one. */
function dayOf(date: PartialDate | null): number | null {
  return date === null ? null : (date.year ?? 0) * 372 + date.month * 31 + date.day;
}

/** 1 for oldest first, -1 for newest first, 0 for neither. */
function directionOf(days: readonly (number | null)[]): 1 | -1 | 0 {
  let forward = 0;
  let backward = 0;
  days.forEach((day, at) => {
    const before = days[at - 1];
    if (day == null || before == null || day === before) return;
    if (day > before) forward++;
    else backward++;
  });
  if (forward >= (forward + backward) * IN_ORDER && forward > 0) return 1;
  return backward >= (forward + backward) * IN_ORDER && backward > 0 ? -1 : 0;
}
