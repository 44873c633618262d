import { type DateOrder, dayNumber } from '../tokens/calendar-date.ts';
import type { DateToken } from '../tokens/find-dates.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { dateOf, type PrintedFigure, type Row } from '../table/row.ts';
import type { PrintedPeriod } from './period.ts';

/** `Balance as on 1 Jan` is an opening balance where the period begins on that day, or the rows do not begin earlier. */
export function openingsByDay(
  figures: readonly PrintedFigure[],
  {
    rows,
    periods,
    lines,
    order,
  }: { rows: readonly Row[]; periods: readonly PrintedPeriod[]; lines: readonly TokenLine[]; order: DateOrder },
): PrintedFigure[] {
  const dayIn = (token: DateToken | null | undefined) => {
    const date = token?.readings[order];
    return date?.year == null ? null : dayNumber({ ...date, year: date.year });
  };
  const days = rows.map((row) => dayIn(dateOf(row))).filter((day) => day !== null);
  // Of several periods, the end of one is the eve of the next.
  const start = Math.min(...periods.map((period) => dayNumber(period.start)));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const isFirstDay = (day: number) =>
    day === start || day + 1 === start || (days.length > 0 && day <= first && day < last);
  return figures.map((figure) => {
    const dates = lines[figure.index]?.dates ?? [];
    const day = dates.length === 1 ? dayIn(dates[0]) : null;
    // A total may stand beside it, but the day would be that of either of two balances.
    const isAlone = figures.every((other) => other === figure || other.index !== figure.index || !isBalance(other));
    const isLoose =
      isAlone && figure.column === null && figure.isExact && isBalance(figure) && figure.kind !== 'opening';
    return isLoose && day !== null && isFirstDay(day) ? { ...figure, kind: 'opening' } : figure;
  });
}

function isBalance({ kind }: PrintedFigure): boolean {
  return kind === 'opening' || kind === 'closing' || kind === 'dayEnd';
}
