import type { Worksheet } from 'wasm-xlsxwriter';
import { sumDecimals } from '../../decimal.ts';
import type { CellColor } from '../../xlsx/cell-formats.ts';
import { columnName } from '../../xlsx/column-name.ts';
import { type Cell, text } from '../../xlsx/held-cell.ts';
import type { WriteCell } from '../../xlsx/write-cell.ts';
import type { CurrencyBooks } from '../currency-books.ts';
import { liveFigure } from './live-figure.ts';
import { FIGURE_HEADING, HEADING, LABEL, SECTION, TOTAL, TOTAL_LABEL, VALUE } from './sheet-styles.ts';

/** A matrix of months and something else, for one measure, with its sums where they may be added up. */
export type Matrix = {
  title: string;
  corner: string;
  rows: readonly MatrixHead[];
  columns: readonly MatrixHead[];
  color?: CellColor;
  /** The formula of a cell, by the addresses of the heads it stands beside and under. */
  formula: (heads: MatrixHeads, place: MatrixCell) => string;
  /** The figure that the formula gives, by the places of its heads; null where it is not known. */
  figure: (row: number, column: number) => string | null;
  isAdded: boolean;
};

/** `month` heads are dates, the first of their month. Plain heads are texts that formulas may compare with. */
export type MatrixHead = { month: string } | { label: string };

export type MatrixHeads = { row: string; column: string };
/** Where a cell stands: the row's place in the matrix, and the cells above it in its column, if any. */
export type MatrixCell = { index: number; above: string };

/** Where a matrix stands on its sheet; rows and columns count from 0. */
export type MatrixPlace = { headerRow: number; firstRow: number; lastRow: number; lastColumn: number; endRow: number };

const TITLE_HEIGHT_POINTS = 24;
/** Two lines: an account's name is long. */
const HEADER_HEIGHT_POINTS = 34;
const NOT_KNOWN: Cell = { kind: 'text', text: 'not known' };

export const monthHeads = (months: readonly string[]): MatrixHead[] => months.map((month) => ({ month }));

/** Writes a matrix from that row on: a title, its heads, its rows and its sums. */
export const writeMatrix = (
  matrix: Matrix,
  titleRow: number,
  books: CurrencyBooks,
  sheet: Worksheet,
  writeCell: WriteCell,
): MatrixPlace => {
  const { rows, columns, isAdded } = matrix;
  const headerRow = titleRow + 1;
  const firstRow = headerRow + 1;
  const lastRow = headerRow + rows.length;
  const lastColumn = columns.length;
  const color = matrix.color ? { color: matrix.color } : {};
  const live = (formula: string, figure: string | null): Cell =>
    figure === null ? NOT_KNOWN : liveFigure(formula, figure, books);

  sheet.setRowHeight(titleRow, TITLE_HEIGHT_POINTS).setRowHeight(headerRow, HEADER_HEIGHT_POINTS);
  writeCell(titleRow, 0, text(matrix.title), SECTION);
  writeCell(headerRow, 0, text(matrix.corner), HEADING);
  for (const [index, head] of columns.entries()) {
    writeCell(headerRow, index + 1, headCell(head), FIGURE_HEADING);
  }
  for (const [index, head] of rows.entries()) {
    const row = firstRow + index;
    writeCell(row, 0, headCell(head), LABEL);
    for (const column of columns.keys()) {
      const name = columnName(column + 1);
      const heads = { row: `$A${row + 1}`, column: `${name}$${headerRow + 1}` };
      const formula = matrix.formula(heads, { index, above: `${name}$${firstRow + 1}:${name}${row}` });
      writeCell(row, column + 1, live(formula, matrix.figure(index, column)), { ...VALUE, ...color });
    }
  }
  if (isAdded && rows.length > 0) {
    const range = (column: string): string => `SUM(${column}${firstRow + 1}:${column}${lastRow + 1})`;
    const isWide = columns.length > 1;
    if (isWide) writeCell(headerRow, lastColumn + 1, text('Total'), FIGURE_HEADING);
    writeCell(lastRow + 1, 0, text('Total'), TOTAL_LABEL);
    const columnSums = columns.map((_, column) => added(rows.map((__, row) => matrix.figure(row, column))));
    for (const [column, sum] of [...columnSums, ...(isWide ? [added(columnSums)] : [])].entries()) {
      writeCell(lastRow + 1, column + 1, live(range(columnName(column + 1)), sum), TOTAL);
    }
    for (const index of isWide ? rows.keys() : []) {
      const row = firstRow + index;
      const sum = added(columns.map((_, column) => matrix.figure(index, column)));
      const formula = `SUM(B${row + 1}:${columnName(lastColumn)}${row + 1})`;
      writeCell(row, lastColumn + 1, live(formula, sum), { ...VALUE, bold: true });
    }
  }
  return { headerRow, firstRow, lastRow, lastColumn, endRow: lastRow + (isAdded ? 1 : 0) };
};

const headCell = (head: MatrixHead): Cell =>
  'month' in head ? { kind: 'month', month: head.month } : text(head.label);

const added = (figures: readonly (string | null)[]): string =>
  sumDecimals(['0.00', ...figures.filter((figure) => figure !== null)]);
