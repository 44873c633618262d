import type { DateToken } from '../tokens/find-dates.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import type { DateReader } from './date-columns.ts';
import { isDateLine, leftOf, shapeOf } from './date-lines.ts';

/** If a larger share of a column's dates have a line to themselves, they head the days below them. */
const DAY_HEADINGS = 0.3;

/** Dates that begin where many others do are a column; the first such column books, the second gives value. */
export function readerByAlignment(lines: readonly TokenLine[], shape: string | null): DateReader {
  const counts: { left: number; count: number; alone: number }[] = [];
  const isStrong = (date: DateToken) => date.strength === 'strong';
  const hasStrong = lines.some((line) => line.dates.some(isStrong));
  for (const line of lines) {
    for (const date of line.dates) {
      if (isDateLine(line) && shapeOf(line) !== shape) continue;
      if (hasStrong && !isStrong(date) && !isDateLine(line)) continue;
      if (line.amounts.length === 0 && !isDateLine(line)) continue;
      const left = leftOf(date, line);
      const home = counts.find((column) => Math.abs(column.left - left) < 4);
      const alone = isDateLine(line) ? 1 : 0;
      if (home === undefined) counts.push({ left, count: 1, alone });
      else {
        home.count++;
        home.alone += alone;
      }
    }
  }
  const most = Math.max(0, ...counts.map((column) => column.count));
  const columns = counts.filter((column) => column.count >= most * 0.5).toSorted((a, b) => a.left - b.left);
  const [first, second] = columns;
  return (line) => {
    const at = (column: { left: number } | undefined) =>
      column === undefined ? null : (line.dates.find((date) => Math.abs(leftOf(date, line) - column.left) < 4) ?? null);
    // Where days head their rows, a date at the same place beside other words belongs to a description.
    const headsDays = first !== undefined && first.alone > first.count * DAY_HEADINGS;
    const isOther = isDateLine(line) ? shapeOf(line) !== shape : headsDays;
    const booking = isOther ? null : at(first);
    return { booking, value: booking === null ? null : at(second), other: null };
  };
}
