import { readMoney } from '../money.ts';
import { type Cell, EMPTY } from './grid.ts';

/** A cell with a text, trimmed. */
export function textCell(text: string): Cell {
  const trimmed = text.trim();
  return trimmed === '' ? EMPTY : { text: trimmed, money: null };
}

/** A cell with a number. Spreadsheets keep 15 digits of it; what stands behind them is noise of their arithmetic. */
export function numberCell(value: string): Cell {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return textCell(value);
  const digits = number.toPrecision(15);
  const plain = digits.includes('e') ? number.toFixed(8) : digits.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
  return { text: plain, money: readMoney(plain) };
}

/** Puts a cell at a column of a row, with nothing between it and the cells before. */
export function putCell(row: Cell[], column: number, cell: Cell): void {
  if (column >= MOST_COLUMNS) return;
  while (row.length < column) row.push(EMPTY);
  row[column] = cell;
}

/** No statement has more columns; what stands beyond is left out. */
const MOST_COLUMNS = 256;
