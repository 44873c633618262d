import { type DateOrder, isDay, type PartialDate } from './calendar-date.ts';
import { DATE_RULES } from './date-rules.ts';
import { extent, type LineText } from './line-text.ts';
import type { WordReading } from './reading-of-words.ts';
import { remembering } from './remembering.ts';

/** A date on a line, with the day that each order of its parts would mean. Points; offsets into the line's text. */
export type DateToken = WordReading & {
  start: number;
  end: number;
  left: number;
  right: number;
  readings: Record<DateOrder, PartialDate | null>;
  /** `weak` dates are only digits (`19.01`, `20250131`): an amount or a number, unless the column says otherwise. */
  strength: 'strong' | 'weak';
  /** It is written in the Persian calendar or the Hijri one, and read as the common day. */
  isOtherCalendar?: true;
};

const TIME = String.raw`(?:T|,? )?(?:\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?)?`;
const TIME_AFTER = new RegExp(`^${TIME}`);

/** All dates on a line, from left to right. A time of day right after a date belongs to its token. */
export function findDates(line: LineText): DateToken[] {
  const { text } = line;
  const tokens: DateToken[] = [];
  for (let from = 0; from < text.length;) {
    const tab = text.indexOf('\t', from);
    const to = tab < 0 ? text.length : tab;
    for (const { start, end, matchEnd, ...date } of datesIn(text.slice(from, to))) {
      const { left, right } = extent(line, from + start, from + matchEnd);
      tokens.push({ start: from + start, end: from + end, left, right, ...date });
    }
    from = to + 1;
  }
  return tokens;
}

/** A date in a text between two tabs; offsets into that text, `matchEnd` without the time. */
type DateMatch = Pick<DateToken, 'start' | 'end' | 'readings' | 'strength' | 'isOtherCalendar'> & { matchEnd: number };

function datesIn(cell: string): readonly DateMatch[] {
  return !/\d/.test(cell) || GROUPED_AMOUNT.test(cell) ? NO_DATES : matchDates(cell);
}

const NO_DATES: readonly DateMatch[] = [];

/** `1,234.56`, `£123,45` have no part that is a day: digits on either side of it are theirs. */
const GROUPED_AMOUNT = /^[$£€¥]?(?:(?:\d{1,3},)*\d{3}\.\d{2}|(?:\d{1,3}\.)*\d{3},\d{2})$/;

/** A column repeats its dates. */
const matchDates = remembering((cell): readonly DateMatch[] => {
  const matches: DateMatch[] = [];
  for (const { needs, pattern, read, strength, isOtherCalendar } of DATE_RULES) {
    if (!needs.test(cell)) continue;
    for (const match of cell.matchAll(pattern)) {
      const start = match.index;
      const matchEnd = start + match[0].length;
      if (matches.some((other) => start < other.end && matchEnd > other.start)) continue;
      const readings = read(match.slice(1));
      if (readings === null) continue;
      const valid = validReadings(readings);
      if (valid === null) continue;
      const time = TIME_AFTER.exec(cell.slice(matchEnd))?.[0] ?? '';
      const end = matchEnd + (time.includes(':') ? time.length : 0);
      matches.push({
        start,
        end,
        matchEnd,
        readings: valid,
        strength,
        ...(isOtherCalendar ? { isOtherCalendar } : {}),
      });
    }
  }
  return matches.sort((a, b) => a.start - b.start);
});

function validReadings(readings: Partial<Record<DateOrder, PartialDate | null>>): DateToken['readings'] | null {
  const valid = (date: PartialDate | null | undefined) => (date != null && isDay(date) ? date : null);
  const all = {
    'day-first': valid(readings['day-first']),
    'month-first': valid(readings['month-first']),
    'year-first': valid(readings['year-first']),
  };
  return all['day-first'] || all['month-first'] || all['year-first'] ? all : null;
}
