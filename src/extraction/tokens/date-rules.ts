import { OTHER_MONTHS } from '../vocabulary/other-months.ts';
import { MONTHS } from '../vocabulary/months.ts';
import { foldTerms } from '../vocabulary/phrase-book.ts';
import { commonYear, type DateOrder, type PartialDate } from './calendar-date.ts';
import { dayOfOtherCalendar } from './other-calendars.ts';

/** The number of a month by its folded name. */
export const MONTH_NUMBERS: ReadonlyMap<string, number> = numbersOf(MONTHS);
const OTHER_MONTH_NUMBERS = numbersOf(OTHER_MONTHS);

function numbersOf(months: readonly string[][]): Map<string, number> {
  const numbers = new Map<string, number>();
  months.forEach((names, index) => {
    for (const name of names) numbers.set(foldTerms(name).join(' '), index + 1);
  });
  return numbers;
}

/** Some Arabic names are two words. */
const NAME = String.raw`(?:(?:كانون|تشرين|ربيع|جماد[ىي]|ذ[وي]) )?[\p{L}\p{Mn}][\p{L}\p{Mn}.]*`;
const YEAR = String.raw`(?:\d{4}|'?\d{2})(?!\d|[.,:]\d)`;

/** A year of the Persian calendar or of the Hijri one. */
const OTHER_YEAR = /1[34]\d\d/;

/** A notation of dates: how it looks, and what its parts mean in each order. */
type DateRule = {
  /** What a text must have for the pattern to be worth a search. */
  needs: RegExp;
  pattern: RegExp;
  read: (groups: string[]) => Partial<Record<DateOrder, PartialDate | null>> | null;
  strength: 'strong' | 'weak';
  /** It is of a calendar whose years have other numbers. */
  isOtherCalendar?: true;
};

/** From the surest notation to the least; what one rule has taken, the next ones do not see. */
export const DATE_RULES: readonly DateRule[] = [
  // 2025年1月31日, 1月31日, 2025년 1월 31일, 令和7年1月31日
  {
    needs: /[月월]/,
    pattern: /(?<!\d)(?:(令和|平成|R|H)?\.?(\d{1,4}) ?[年년] ?)?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]?/gu,
    read: ([era, year, month, day]) => same({ year: eastAsianYear(era, year), month: Number(month), day: Number(day) }),
    strength: 'strong',
  },
  // 2025 Jan 31, 2025-Jan-31; but not what lies across `Jan 31, 2025 Feb 2, 2025`
  {
    needs: /\d{4}[ ./-]{1,2}[\p{L}\p{Mn}]/u,
    pattern: new RegExp(
      String.raw`(?<!\d|\p{L}[. ]{1,2}\d{1,2},? )(\d{4})[ ./-]{1,2}(${NAME})[ ./-]{1,2}(\d{1,2})(?!\d)`,
      'gu',
    ),
    read: ([year, name, day]) => named(day, name, year),
    strength: 'strong',
  },
  // 31 Jan 2025, 31-Jan-25, 31. Januar 2025, 31 de enero de 2025, 31st January, 31JAN25
  {
    needs: /\p{L}/u,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d]|\d[.,/])(\d{1,2})(?:st|nd|rd|th|er|º|ª)?\.?[ /-]{0,2}(?:de |of |d')?(${NAME})(?:[ /,.-]{0,2}(?:de |del )?(${YEAR}))?`,
      'gu',
    ),
    read: ([day, name, year]) => named(day, name, year),
    strength: 'strong',
  },
  // January 31, 2025; Jan 31; Jan-31-2025; JAN31; Jan 31/25
  {
    needs: /\p{L}/u,
    pattern: new RegExp(
      String.raw`(?<!\p{L})(${NAME}?)[ /-]{0,2}(\d{1,2})(?:st|nd|rd|th)?(?![\d:.]\d|/(?!(?:\d{2}|\d{4})(?!\d))\d|\d|-\d)(?:,? ?[/-]?(${YEAR}))?(?!\d)`,
      'gu',
    ),
    read: ([name, day, year]) => named(day, name, year),
    strength: 'strong',
  },
  // 2025-01-31, 2025/1/31, 2025. 1. 31.
  {
    needs: /\d{4}[./-]/,
    pattern: /(?<![\d.,/-])(\d{4})([./-]) ?(\d{1,2})\2 ?(\d{1,2})(?!\d|[./-]\d)/g,
    read: ([year, , month, day]) => {
      const common = commonYear(year ?? '');
      return common === null ? null : same({ year: common, month: Number(month), day: Number(day) });
    },
    strength: 'strong',
  },
  // 31.01.2025, 31/01/25, 01-31-2025, 25/01/31, 31. 01. 2025, 114/01/31
  {
    needs: /\d[./-] ?\d{1,2}[./-]/,
    pattern: /(?<![\d.,/-])(\d{1,3})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?!\d|[./:-]\d|,\d)/g,
    read: ([first = '', , second = '', third = '']) => numeric(first, second, third),
    strength: 'strong',
  },
  // 31/01, 31.01., 31. 1.
  {
    needs: /\d(?:\/|\. ?\d{1,2}\.)/,
    pattern: /(?<![\d.,/-])(\d{1,2})(?:\/(\d{1,2})|\. ?(\d{1,2})\.)(?!\d|[./-]\d|,\d)/g,
    read: ([first = '', slash, dot]) => numeric(first, slash ?? dot ?? '', null),
    strength: 'strong',
  },
  // 1403/12/05, 1446-09-01
  {
    needs: OTHER_YEAR,
    pattern: /(?<![\d.,/-])(1[34]\d\d)([./-]) ?(\d{1,2})\2 ?(\d{1,2})(?!\d|[./-]\d)/g,
    read: ([year, , month, day]) => ofOtherCalendar(year, Number(month), day),
    strength: 'strong',
    isOtherCalendar: true,
  },
  // 05/12/1403
  {
    needs: OTHER_YEAR,
    pattern: /(?<![\d.,/-])(\d{1,2})([./-]) ?(\d{1,2})\2 ?(1[34]\d\d)(?!\d|[./-]\d)/g,
    read: ([day, , month, year]) => ofOtherCalendar(year, Number(month), day),
    strength: 'strong',
    isOtherCalendar: true,
  },
  // 5 اسفند 1403, 1 رمضان 1446
  {
    needs: OTHER_YEAR,
    pattern: new RegExp(String.raw`(?<!\d)(\d{1,2}) (${NAME}),? (1[34]\d\d)(?!\d)`, 'gu'),
    read: ([day, name = '', year]) => {
      const month = OTHER_MONTH_NUMBERS.get(foldTerms(name).join(' '));
      return month === undefined ? null : ofOtherCalendar(year, month, day);
    },
    strength: 'strong',
    isOtherCalendar: true,
  },
  // 31.01, 31-01
  {
    needs: /\d[.-]\d/,
    pattern: /(?<![\d.,/-])(\d{1,2})[.-](\d{1,2})(?!\d|[./-]\d|,\d)/g,
    read: ([first = '', second = '']) => numeric(first, second, null),
    strength: 'weak',
  },
  // 31 01 2025, 31 01 25
  {
    needs: /\d{2} \d{2} \d{2}/,
    pattern: /(?<![\d.,/-])(\d{2}) (\d{2}) (\d{4}|\d{2})(?![\d.,/-])/g,
    read: ([first = '', second = '', third = '']) => numeric(first, second, third),
    strength: 'weak',
  },
  // 20250131, 20250101-20250131
  {
    needs: /\d{8}/,
    pattern: /(?<![\p{L}\d.,/]|(?<!(?<!\d)\d{8})-)(\d{4})(\d{2})(\d{2})(?![\p{L}\d.,/]|-(?!\d{8}(?!\d)))/gu,
    read: ([year, month, day]) => {
      const common = commonYear(year ?? '');
      return common === null ? null : same({ year: common, month: Number(month), day: Number(day) });
    },
    strength: 'weak',
  },
  // 31012025, 310125
  {
    needs: /\d{6}/,
    pattern: /(?<![\p{L}\d.,/-])(\d{2})(\d{2})(\d{4}|\d{2})(?![\p{L}\d.,/-])/gu,
    read: ([first = '', second = '', third = '']) => numeric(first, second, third),
    strength: 'weak',
  },
  // 31 01
  {
    needs: /\d{2} \d{2}/,
    pattern: /(?<![\p{L}\d.,/-]|\d )(\d{2}) (\d{2})(?! ?[\d.,/:-])/gu,
    read: ([first = '', second = '']) => numeric(first, second, null),
    strength: 'weak',
  },
  // 3101
  {
    needs: /\d{4}/,
    pattern: /(?<![\p{L}\d.,/-])(\d{2})(\d{2})(?![\p{L}\d.,/-])/gu,
    read: ([first = '', second = '']) => numeric(first, second, null),
    strength: 'weak',
  },
];

function same(date: PartialDate): Record<DateOrder, PartialDate> {
  return { 'day-first': date, 'month-first': date, 'year-first': date };
}

function ofOtherCalendar(year: string | undefined, month: number, day: string | undefined) {
  const date = dayOfOtherCalendar(Number(year), month, Number(day));
  return date === null ? null : same(date);
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
