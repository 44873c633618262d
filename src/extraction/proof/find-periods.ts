import { DATE_ORDERS, type DateOrder, dayNumber } from '../tokens/calendar-date.ts';
import type { DateToken } from '../tokens/find-dates.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { PERIOD_ENDS } from '../vocabulary/period-ends.ts';
import { phraseBook } from '../vocabulary/phrase-book.ts';
import { type Period, periodOf, type PrintedPeriod } from './period.ts';

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
  return lines.flatMap((line, at) => {
    const [first, second] = line.dates;
    if (isTaken(line) || first === undefined) return [];
    if (second === undefined) {
      const near = lines.slice(at, at + MOST_LINES);
      return periodBelow(first, near, order) ?? labelledPeriod(near, order) ?? [];
    }
    const between = line.text.text.slice(first.end, second.start);
    // Digits alone may be a reference; between two of them stands a dash, or they are no period.
    if (second.strength === 'weak' && !DASH.test(between)) return [];
    const readings = [order, ...DATE_ORDERS].map((own) => periodOf(first, second, between, own)).filter(isLikely);
    const [period] = readings;
    return period === undefined ? [] : [{ ...period, index: line.index }];
  });
}

/** A period in a narrow box: its second date stands below the first, with the word between them beside either or on a line of its own. */
const MOST_LINES = 3;
/** Edges that differ by less stand below each other (points). */
const ALIGNED = 3;

function periodBelow(first: DateToken, lines: readonly TokenLine[], order: DateOrder): PrintedPeriod | null {
  const [line, ...below] = lines;
  const at = below.findIndex(({ dates }) => dates.length > 0);
  const other = below[at];
  const second = other?.dates.find(({ left }) => Math.abs(left - first.left) < ALIGNED);
  if (line === undefined || other === undefined || second === undefined || other.page !== line.page) return null;
  const between = [
    line.text.text.slice(first.end),
    ...below.slice(0, at).map(({ text }) => pieceAt(text, first.left)),
  ].join(' ');
  const period = /\p{L}|[-–—]/u.test(between) ? periodOf(first, second, ` ${between.trim()} `, order) : null;
  return isLikely(period) ? { ...period, index: line.index } : null;
}

const ends = phraseBook(PERIOD_ENDS);

/** `Opening date 5 May 2025`, and below it `Closing date 4 June 2025`: each date has its own label. */
function labelledPeriod([line, ...below]: readonly TokenLine[], order: DateOrder): PrintedPeriod | null {
  const other = below.find(({ dates }) => dates.length > 0);
  if (line === undefined || other === undefined || other.page !== line.page) return null;
  const [start, end] = [labelledDate(line, 'start'), labelledDate(other, 'end')];
  const period = start === undefined || end === undefined ? null : periodOf(start, end, ' - ', order);
  return isLikely(period) ? { ...period, index: line.index } : null;
}

/** The date right behind a label. */
function labelledDate({ terms, dates }: TokenLine, kind: 'start' | 'end'): DateToken | undefined {
  const labels = ends.find(terms.map(({ text }) => text)).filter(({ meaning }) => meaning === kind);
  return dates.find((date) => {
    const next = terms.findIndex(({ start }) => start >= date.start);
    return labels.some((label) => label.end === next);
  });
}

/** The words of a line from this place on. */
function pieceAt({ words }: TokenLine['text'], left: number): string {
  return words
    .filter((word) => word.left > left - ALIGNED)
    .map(({ text }) => text)
    .join(' ');
}

function isLikely(period: Period | null): period is Period {
  return period !== null && dayNumber(period.end) - dayNumber(period.start) < LONGEST_PERIOD;
}
