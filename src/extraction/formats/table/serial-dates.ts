import { type Cell, cellAt } from './grid.ts';
import { isDateRole, type TableColumn } from './table-column.ts';

const DAY_MS = 86_400_000;

/**
 * The ISO date of a serial number: days since the end of 1899, where Excel counts a 29th of February 1900 that never
 * was, or since the first of 1904. Null for what is no day of a statement.
 */
export function dateOfSerial(serial: number, is1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial > 200_000) return null;
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return new Date(epoch + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
}

/** `46035` or `46035.4321`, between 1982 and 2064 where days are counted from 1900. */
const SERIAL = /^[3-5]\d{4}(?:[.,]\d+)?$/;
/** The entries of one table lie within so many days. */
const WIDEST = 12 * 366;

/**
 * Days that a spreadsheet was not told to show as such stand as numbers. Where a heading says that a column has days,
 * and the numbers in it are days that lie close together, its cells are replaced by their dates.
 */
export function readSerialDates(
  rows: readonly Cell[][],
  columns: readonly TableColumn[],
  { from, to }: { from: number; to: number },
  is1904: boolean,
): void {
  for (const { index, role } of columns) {
    if (!isDateRole(role)) continue;
    let [least, most, count] = [Number.POSITIVE_INFINITY, 0, 0];
    for (let at = from; at < to; at++) {
      const row = rows[at] ?? [];
      const { text } = cellAt(row, index);
      if (!SERIAL.test(text) || !isEntry(row)) continue;
      const serial = Number(text.replace(',', '.'));
      least = Math.min(least, serial);
      most = Math.max(most, serial);
      count++;
    }
    if (count === 0 || most - least > WIDEST) continue;
    for (let at = from; at < to; at++) {
      const row = rows[at] ?? [];
      if (isEntry(row)) replaceSerial(row, index, is1904);
    }
  }
}

/** A label and its figure are no entry. */
function isEntry(row: readonly Cell[]): boolean {
  return row.filter(({ text }) => text !== '').length > 2;
}

function replaceSerial(row: Cell[], index: number, is1904: boolean): void {
  const { text } = cellAt(row, index);
  const date = SERIAL.test(text) ? dateOfSerial(Number(text.replace(',', '.')), is1904) : null;
  if (date !== null) row[index] = { text: date, money: null };
}
