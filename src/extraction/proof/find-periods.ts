import { DATE_ORDERS, type DateOrder, dayNumber, isDay } from '../tokens/calendar-date.ts';
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
    const [first, second, ...more] = line.dates;
    if (isTaken(line) || first === undefined) return [];
    const ofDays = periodOfDays(line, order);
    if (ofDays !== null) return { ...ofDays, index: line.index };
    if (second === undefined) {
      const near = lines.slice(at, at + MOST_LINES);
      return periodBelow(first, near, order) ?? labelledPeriod(near, order) ?? [];
    }
    // The day of issue may be printed before or behind the period.
    const dates = [first, second, ...more];
    const found = dates
      .slice(1)
      .flatMap((date, behind) => periodBetween(dates[behind] ?? first, date, line, order) ?? []);
    return found.slice(0, 1).map((period) => ({ ...period, index: line.index }));
  });
}

function periodBetween(first: DateToken, second: DateToken, { text }: TokenLine, order: DateOrder): Period | null {
  const between = text.text.slice(first.end, second.start);
  // Digits alone may be a reference; between two of them stands a dash, or they are no period.
  if (second.strength === 'weak' && !DASH.test(between)) return null;
  const orders = [order, ...DATE_ORDERS];
  const period = orders.map((own) => periodOf(first, second, between, own)).find(isLikely);
  if (period !== undefined || !LEFTWARD.test(text.text)) return period ?? null;
  return orders.map((own) => periodOf(second, first, between, own)).find(isLikely) ?? null;
}

/** Where letters run to the left, a period does, too: `31/03/2025 - 01/03/2025`. */
const LEFTWARD = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/** `1 - 31 March 2025`, `March 1 - 31, 2025`: a month that is named once for both days. */
function periodOfDays({ text: { text }, dates }: TokenLine, order: DateOrder): Period | null {
  for (const { start, end, readings, strength } of dates) {
    const date = readings[order];
    if (strength === 'weak' || date == null || !/\p{L}{3}/u.test(text.slice(start, end))) continue;
    const before = DAY_BEFORE.exec(text.slice(0, start))?.[1];
    const [, day, year] = DAY_BEHIND.exec(text.slice(end)) ?? [];
    const period = (from: number, to: number, of: number): Period => ({
      start: { year: of, month: date.month, day: from },
      end: { year: of, month: date.month, day: to },
    });
    if (before !== undefined && date.year !== null && Number(before) < date.day)
      return period(Number(before), date.day, date.year);
    if (day !== undefined && date.year === null && date.day < Number(day) && isDay({ ...date, day: Number(day) }))
      return period(date.day, Number(day), Number(year));
  }
  return null;
}

const DAY_BEFORE = /(?<![\d.,/-])(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|\.)? ?(?:-|to|bis|au|al|a|t\/m) ?(?:the )?$/i;
const DAY_BEHIND = /^ ?(?:-|to|through) ?(\d{1,2}),? (20\d\d)(?!\d)/i;

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
  const labels = ends.findIn(terms).filter(({ meaning }) => meaning === kind);
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
