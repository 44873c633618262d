import type { FigureCell } from './figure-cell.ts';

/** One cell of a sheet or CSV. A cell that holds a number has its value; a date is written `YYYY-MM-DD`. */
export type Cell = {
  text: string;
  money: bigint | null;
  /** What `readFigureCell` has found in it: every way to read a table looks at the same cells. */
  figure?: FigureCell | null | undefined;
};

/** Rows of cells, the empty ones at the end left out. */
export type Grid = {
  rows: Cell[][];
  /** Name of the sheet, or null. */
  name: string | null;
  /** Days that are numbers are counted from 1904, and not from 1900. */
  is1904?: boolean;
};

export const EMPTY: Cell = { text: '', money: null };

export function cellAt(row: readonly Cell[], column: number): Cell {
  return row[column] ?? EMPTY;
}
