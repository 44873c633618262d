import { type CalendarDate, type DateOrder, dayNumber, daysInMonth } from '../tokens/calendar-date.ts';
import { MONTH_NUMBERS } from '../tokens/date-rules.ts';
import type { DateToken } from '../tokens/find-dates.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import type { PrintedFigure } from '../table/row.ts';
import type { Period } from './period.ts';

/** What tells the year of dates that are printed without one, where no period does. */
export type Years = {
  /** From the date of the opening balance to that of the closing one, or the month that a title names. */
  span: Period | null;
  /** The month that a title names. */
  month: Period | null;
  /** Any date with its year: it says only which year is likely. */
  near: CalendarDate | null;
};

/** Looks for years beside balances, then in a title such as `Statement March 2024`, then anywhere at all. */
export function findYears(
  lines: readonly TokenLine[],
  { figures, texts, order }: { figures: readonly PrintedFigure[]; texts: readonly TokenLine[]; order: DateOrder },
): Years {
  const dated = lines.flatMap((line) => line.dates).find((token) => isStrong(token) && dateIn(token, order) !== null);
  const month = titleMonth(texts);
  return {
    month,
    span: spanOfBalances(figures, lines, order) ?? month,
    near: dated === undefined ? null : dateIn(dated, order),
  };
}

function spanOfBalances(
  figures: readonly PrintedFigure[],
  lines: readonly TokenLine[],
  order: DateOrder,
): Period | null {
  const dayOf = (kind: PrintedFigure['kind']) =>
    figures
      .filter((figure) => figure.kind === kind)
      .flatMap(({ index }) => lines[index]?.dates.map((token) => dateIn(token, order)) ?? [])
      .find((date) => date !== null) ?? null;
  const [start, end] = [dayOf('opening'), dayOf('closing')];
  if (start === null || end === null || dayNumber(start) > dayNumber(end)) return null;
  return { start, end };
}

/** The first month that is named with its year and without a day. */
function titleMonth(texts: readonly TokenLine[]): Period | null {
  for (const { terms, dates } of texts) {
    for (const [at, term] of terms.entries()) {
      const month = MONTH_NUMBERS.get(term.text);
      const next = terms[at + 1];
      const year = next?.text === 'de' ? terms[at + 2] : next;
      if (month === undefined || year === undefined || !/^20\d\d$/.test(year.text)) continue;
      if (dates.some((date) => date.start < year.end && term.start < date.end)) continue;
      const own = { year: Number(year.text), month };
      return { start: { ...own, day: 1 }, end: { ...own, day: daysInMonth(own.year, month) } };
    }
  }
  return null;
}

/** `Statement March 2025` is of that month where all its rows are. */
export function monthOf(days: readonly CalendarDate[], { month }: Years): Period | null {
  const isOfMonth = ({ year, month: own }: CalendarDate) => year === month?.start.year && own === month.start.month;
  return days.length > 0 && days.every(isOfMonth) ? month : null;
}

function isStrong({ strength }: DateToken): boolean {
  return strength === 'strong';
}

function dateIn(token: DateToken, order: DateOrder): CalendarDate | null {
  const date = token.readings[order] ?? token.readings['day-first'] ?? token.readings['month-first'];
  return date == null || date.year === null ? null : { ...date, year: date.year };
}
