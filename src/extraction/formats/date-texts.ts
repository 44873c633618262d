import { completeDate, isYearSure, type YearContext } from '../proof/complete-date.ts';
import { type DateReading, type Milestone, settleTokenOrder } from '../proof/settle-dates.ts';
import { type CalendarDate, type DateOrder, isoDate, type PartialDate } from '../tokens/calendar-date.ts';
import { type DateToken, findDates } from '../tokens/find-dates.ts';
import { plain } from '../tokens/line-text.ts';

/** The date that a text is, with a time of day or the name of a weekday at most; null for any other text. */
export function dateTokenOf(text: string): DateToken | null {
  if (text.length > LONGEST_DATE || !/\p{Nd}/u.test(text)) return null;
  let token = known.get(text);
  if (token !== undefined) return token;
  token = findToken(text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, token);
  return token;
}

/** A file repeats its days. */
const known = new Map<string, DateToken | null>();
const MOST_KNOWN = 10_000;

function findToken(text: string): DateToken | null {
  const compact = inPlainNotation(plain(text).trim());
  if (compact === '') return null;
  const [first, second] = findDates({ text: compact, words: [], offsets: [] });
  if (first === undefined || second !== undefined) return null;
  const rest = compact.slice(0, first.start) + compact.slice(first.end);
  return REST.test(rest) ? first : null;
}

const LONGEST_DATE = 48;
/** A weekday before a date; fractions of a second, a time, a zone or a mark after it. */
const REST =
  /^(?:[.,:]\d{1,6})?(?:\p{L}{2,12}\.?,? ?)?[,;]? ?(?:T?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?)?(?:Z| ?[+-]\d{2}:?\d{2}| ?(?:UTC|GMT|CES?T))?[.,]?$/u;

/** A time behind a dash: `13/01/2026-10:11`. */
const DASHED_TIME = /^(\d{1,4}([./-])\d{1,2}\2\d{1,4})-(?=\d{1,2}:\d{2})/;
/** Years of the Japanese eras Reiwa and Heisei, as programs write them: `R8.1.13`. */
const ERA = /^([RH])\.?(\d{1,2})[./-](\d{1,2})[./-](\d{1,2})$/i;
const ERAS: Readonly<Record<string, number>> = { R: 2018, H: 1988 };

function inPlainNotation(text: string): string {
  const [, era, year, month, day] = ERA.exec(text) ?? [];
  const before = ERAS[era?.toUpperCase() ?? ''];
  if (before !== undefined) return `${before + Number(year)}-${month}-${day}`;
  return text.replace(DASHED_TIME, '$1 ');
}

/** Settles the order of day, month and year over all dates of a file, in the order of its rows. */
export function settleOrder(
  tokens: readonly (DateToken | null)[],
  habit: DateOrder,
  milestones: readonly Milestone[] = [],
): DateReading {
  return settleTokenOrder(
    tokens.filter((token) => token !== null),
    milestones,
    { habit },
  );
}

/** The ISO date of a token in that order, or null where it is none or has no year. */
export function readToken(token: DateToken | null, order: DateOrder): string | null {
  const date = token?.readings[order] ?? null;
  return hasYear(date) ? isoDate(date) : null;
}

/** A day with its year: `isYearOpen` where neither the text nor the period leaves one year alone. */
export type CompleteDay = { date: string; whole: CalendarDate; isYearOpen: boolean };

/** The day of a token in that order, or in any where it is none in that; a missing year is the nearest one. */
export function completeDay(token: DateToken, order: DateOrder, context: YearContext): CompleteDay | null {
  for (const own of [order, 'day-first', 'month-first', 'year-first'] as const) {
    const printed = token.readings[own];
    const whole = printed === null ? null : completeDate(printed, context);
    const date = whole === null ? null : isoDate(whole);
    if (printed === null || whole === null || date === null) continue;
    return { date, whole, isYearOpen: !isYearSure(printed, whole, context) };
  }
  return null;
}

function hasYear(date: PartialDate | null): date is CalendarDate {
  return date !== null && date.year !== null;
}
