import { type DateReading, type Milestone, settleTokenOrder } from '../proof/settle-dates.ts';
import { type CalendarDate, type DateOrder, isoDate, type PartialDate } from '../tokens/calendar-date.ts';
import { type DateToken, findDates } from '../tokens/find-dates.ts';
import { plain } from '../tokens/line-text.ts';

/** The date that a text is, with a time of day or the name of a weekday at most; null for any other text. */
export function dateTokenOf(text: string): DateToken | null {
  const compact = plain(text).trim();
  if (compact === '' || compact.length > LONGEST_DATE) return null;
  const [first, second] = findDates({ text: compact, words: [], offsets: [] });
  if (first === undefined || second !== undefined) return null;
  const rest = compact.slice(0, first.start) + compact.slice(first.end);
  return REST.test(rest) ? first : null;
}

const LONGEST_DATE = 48;
/** A weekday before a date; a time, a zone or a mark after it. */
const REST =
  /^(?:\p{L}{2,12}\.?,? ?)?[,;]? ?(?:T?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?)?(?:Z| ?[+-]\d{2}:?\d{2}| ?(?:UTC|GMT|CES?T))?[.,]?$/u;

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

function hasYear(date: PartialDate | null): date is CalendarDate {
  return date !== null && date.year !== null;
}
