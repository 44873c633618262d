import { MONTHS } from '../vocabulary/months.ts';
import { foldTerms } from '../vocabulary/phrase-book.ts';
import { commonYear, type DateOrder, isDay, type PartialDate } from './calendar-date.ts';
import { extent, type LineText } from './line-text.ts';

/** A date on a line, with the day that each order of its parts would mean. Points; offsets into the line's text. */
export type DateToken = {
  start: number;
  end: number;
  left: number;
  right: number;
  readings: Record<DateOrder, PartialDate | null>;
  /** `weak` dates are only digits (`19.01`, `20250131`): an amount or a number, unless the column says otherwise. */
  strength: 'strong' | 'weak';
};

const MONTH_NUMBERS = new Map<string, number>();
MONTHS.forEach((names, index) => {
  for (const name of names) MONTH_NUMBERS.set(foldTerms(name).join(' '), index + 1);
});

const NAME = String.raw`[\p{L}\p{Mn}][\p{L}\p{Mn}.]*`;
const YEAR = String.raw`(?:\d{4}|'?\d{2})(?!\d|[.,:]\d)`;
const TIME = String.raw`(?:T|,? )?(?:\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?)?`;

type Rule = {
  pattern: RegExp;
  read: (groups: string[]) => Partial<Record<DateOrder, PartialDate | null>> | null;
  strength: 'strong' | 'weak';
};

/** From the surest notation to the least; what one rule has taken, the next ones do not see. */
const RULES: Rule[] = [
  // 2025年1月31日, 1月31日, 2025년 1월 31일, 令和7年1月31日
  {
    pattern: /(?<!\d)(?:(令和|平成|R|H)?\.?(\d{1,4}) ?[年년] ?)?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]?/gu,
    read: ([era, year, month, day]) => same({ year: eastAsianYear(era, year), month: Number(month), day: Number(day) }),
    strength: 'strong',
  },
  // 2025 Jan 31, 2025-Jan-31
  {
    pattern: new RegExp(String.raw`(?<!\d)(\d{4})[ ./-]{1,2}(${NAME})[ ./-]{1,2}(\d{1,2})(?!\d)`, 'gu'),
    read: ([year, name, day]) => named(day, name, year),
    strength: 'strong',
  },
  // 31 Jan 2025, 31-Jan-25, 31. Januar 2025, 31 de enero de 2025, 31st January, 31JAN25
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(\d{1,2})(?:st|nd|rd|th|er|º|ª)?\.?[ /-]{0,2}(?:de |of |d')?(${NAME})(?:[ /,.-]{0,2}(?:de |del )?(${YEAR}))?`,
      'gu',
    ),
    read: ([day, name, year]) => named(day, name, year),
    strength: 'strong',
  },
  // January 31, 2025; Jan 31; Jan-31-2025; JAN31
  {
    pattern: new RegExp(
      String.raw`(?<!\p{L})(${NAME}?)[ /-]{0,2}(\d{1,2})(?:st|nd|rd|th)?(?![\d/:.]\d|\d|-\d)(?:,? ?[/-]?(${YEAR}))?(?!\d)`,
      'gu',
    ),
    read: ([name, day, year]) => named(day, name, year),
    strength: 'strong',
  },
  // 2025-01-31, 2025/1/31, 2025. 1. 31.
  {
    pattern: /(?<![\d.,/-])(\d{4})([./-]) ?(\d{1,2})\2 ?(\d{1,2})(?!\d|[./-]\d)/g,
    read: ([year, , month, day]) => {
      const common = commonYear(year ?? '');
      return common === null ? null : same({ year: common, month: Number(month), day: Number(day) });
    },
    strength: 'strong',
  },
  // 31.01.2025, 31/01/25, 01-31-2025, 25/01/31, 31. 01. 2025, 114/01/31
  {
    pattern: /(?<![\d.,/-])(\d{1,3})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?!\d|[./:-]\d|,\d)/g,
    read: ([first = '', , second = '', third = '']) => numeric(first, second, third),
    strength: 'strong',
  },
  // 31/01, 31.01.
  {
    pattern: /(?<![\d.,/-])(\d{1,2})(?:\/(\d{1,2})|\.(\d{1,2})\.)(?!\d|[./-]\d|,\d)/g,
    read: ([first = '', slash, dot]) => numeric(first, slash ?? dot ?? '', null),
    strength: 'strong',
  },
  // 31.01, 31-01
  {
    pattern: /(?<![\d.,/-])(\d{1,2})[.-](\d{1,2})(?!\d|[./-]\d|,\d)/g,
    read: ([first = '', second = '']) => numeric(first, second, null),
    strength: 'weak',
  },
  // 31 01 2025, 31 01 25
  {
    pattern: /(?<![\d.,/-])(\d{2}) (\d{2}) (\d{4}|\d{2})(?![\d.,/-])/g,
    read: ([first = '', second = '', third = '']) => numeric(first, second, third),
    strength: 'weak',
  },
  // 20250131
  {
    pattern: /(?<![\p{L}\d.,/-])(\d{4})(\d{2})(\d{2})(?![\p{L}\d.,/-])/gu,
    read: ([year, month, day]) => {
      const common = commonYear(year ?? '');
      return common === null ? null : same({ year: common, month: Number(month), day: Number(day) });
    },
    strength: 'weak',
  },
  // 31012025, 310125
  {
    pattern: /(?<![\p{L}\d.,/-])(\d{2})(\d{2})(\d{4}|\d{2})(?![\p{L}\d.,/-])/gu,
    read: ([first = '', second = '', third = '']) => numeric(first, second, third),
    strength: 'weak',
  },
  // 31 01
  {
    pattern: /(?<![\p{L}\d.,/-]|\d )(\d{2}) (\d{2})(?! ?[\d.,/:-])/gu,
    read: ([first = '', second = '']) => numeric(first, second, null),
    strength: 'weak',
  },
  // 3101
  {
    pattern: /(?<![\p{L}\d.,/-])(\d{2})(\d{2})(?![\p{L}\d.,/-])/gu,
    read: ([first = '', second = '']) => numeric(first, second, null),
    strength: 'weak',
  },
];

const TIME_AFTER = new RegExp(`^${TIME}`);

/** All dates on a line, from left to right. A time of day right after a date belongs to its token. */
export function findDates(line: LineText): DateToken[] {
  const { text } = line;
  if (!/\d/.test(text)) return [];
  const tokens: DateToken[] = [];
  for (const { pattern, read, strength } of RULES) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const matchEnd = start + match[0].length;
      if (tokens.some((token) => start < token.end && matchEnd > token.start)) continue;
      const readings = read(match.slice(1));
      if (readings === null) continue;
      const valid = validReadings(readings);
      if (valid === null) continue;
      const time = TIME_AFTER.exec(text.slice(matchEnd))?.[0] ?? '';
      const end = matchEnd + (time.includes(':') ? time.length : 0);
      tokens.push({ start, end, ...extent(line, start, matchEnd), readings: valid, strength });
    }
  }
  return tokens.sort((a, b) => a.start - b.start);
}

function validReadings(readings: Partial<Record<DateOrder, PartialDate | null>>): DateToken['readings'] | null {
  const valid = (date: PartialDate | null | undefined) => (date != null && isDay(date) ? date : null);
  const all = {
    'day-first': valid(readings['day-first']),
    'month-first': valid(readings['month-first']),
    'year-first': valid(readings['year-first']),
  };
  return all['day-first'] || all['month-first'] || all['year-first'] ? all : null;
}

function same(date: PartialDate): Record<DateOrder, PartialDate> {
  return { 'day-first': date, 'month-first': date, 'year-first': date };
}

function named(day = '', name = '', year: string | undefined) {
  const month = MONTH_NUMBERS.get(foldTerms(name.replace(/\.$/, '')).join(' '));
  if (month === undefined) return null;
  return same({ year: year === undefined ? null : commonYear(year.replace("'", '')), month, day: Number(day) });
}

function numeric(first: string, second: string, third: string | null): Partial<Record<DateOrder, PartialDate | null>> {
  const [a, b] = [Number(first), Number(second)];
  if (third === null) {
    const monthFirst = { year: null, month: a, day: b };
    return { 'day-first': { year: null, month: b, day: a }, 'month-first': monthFirst, 'year-first': monthFirst };
  }
  const year = commonYear(third);
  const firstYear = first.length >= 2 && third.length === 2 ? commonYear(first) : null;
  const isYearOnly = first.length === 3;
  return {
    'day-first': year === null || isYearOnly ? null : { year, month: b, day: a },
    'month-first': year === null || isYearOnly ? null : { year, month: a, day: b },
    'year-first': firstYear === null ? null : { year: firstYear, month: b, day: Number(third) },
  };
}

/** Years of the Japanese eras Reiwa (since 2019) and Heisei (since 1989); without an era the common year. */
function eastAsianYear(era: string | undefined, year: string | undefined): number | null {
  if (year === undefined) return null;
  if (era === '令和' || era === 'R') return 2018 + Number(year);
  if (era === '平成' || era === 'H') return 1988 + Number(year);
  return commonYear(year);
}
