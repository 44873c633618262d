import { DATE_ORDERS, type DateOrder, dayNumber } from '../tokens/calendar-date.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { type Period, periodOf, type PrintedPeriod } from './settle-dates.ts';

/** In days; two years and some. */
const LONGEST_PERIOD = 800;

const DASH = /^\s*[-–—~至]\s*$/u;

/**
 * The periods that lines outside of the rows name, with both their dates. A heading may write its dates in another order
 * than the rows; then the one order in which they make a period is theirs.
 */
export function findPeriods(
  lines: readonly TokenLine[],
  isTaken: (line: TokenLine) => boolean,
  order: DateOrder,
): PrintedPeriod[] {
  return lines.flatMap((line) => {
    const [first, second] = line.dates;
    if (isTaken(line) || first === undefined || second === undefined) return [];
    const between = line.text.text.slice(first.end, second.start);
    // Digits alone may be a reference; between two of them stands a dash, or they are no period.
    if (second.strength === 'weak' && !DASH.test(between)) return [];
    const readings = [order, ...DATE_ORDERS].map((own) => periodOf(first, second, between, own)).filter(isLikely);
    const [period] = readings;
    return period === undefined ? [] : [{ ...period, index: line.index }];
  });
}

function isLikely(period: Period | null): period is Period {
  return period !== null && dayNumber(period.end) - dayNumber(period.start) < LONGEST_PERIOD;
}
