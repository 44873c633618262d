import { hasDate, type RowDates } from './date-columns.ts';
import { isDateLine } from './date-lines.ts';
import type { TableLine } from './table-line.ts';

/** So many rows show a habit. */
const LEAST_ROWS = 2;

/**
 * The dates of rows that print them on the line below their amount: lines with an amount and lines that begin with a
 * date take turns, an amount first and a date last. Null where they do not. Where a day is known from above (`dateKnown`),
 * a line that is only a date may head the row of the next day.
 */
export function datesBelow(
  lines: readonly TableLine[],
  isMovement: (key: string) => boolean,
  dateKnown: boolean,
): Map<TableLine, RowDates> | null {
  const found = new Map<TableLine, RowDates>();
  let open: TableLine | null = null;
  for (const read of lines) {
    const isRow = [...read.cells].some(([key, token]) => isMovement(key) && token.isMoney);
    const [first] = read.line.dates;
    const leads = first !== undefined && first.strength === 'strong' && first.start === 0;
    if (isRow) {
      if (leads || hasDate(read.dates) || open !== null) return null;
      open = read;
    } else if (leads) {
      if (open === null || (dateKnown && isDateLine(read.line))) return null;
      found.set(open, { booking: first, value: null, other: null });
      open = null;
    }
  }
  return open === null && found.size >= LEAST_ROWS ? found : null;
}
