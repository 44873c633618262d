import { Formula, type Worksheet } from 'wasm-xlsxwriter';
import type { CellFormats, CellStyle } from './cell-formats.ts';
import { type Cell, formedStyle, holdCell } from './held-cell.ts';

export type WriteCell = (row: number, column: number, cell: Cell, style: CellStyle) => void;

/** Writes cells of one sheet, one by one: for sheets of a few hundred cells. Long tables are streamed. */
export const createCellWriter =
  (sheet: Worksheet, formats: CellFormats): WriteCell =>
  (row, column, cell, style) => {
    const { value, formula, form } = holdCell(cell);
    const format = formats(formedStyle(style, form));
    if (formula !== null) {
      sheet.writeFormulaWithFormat(row, column, new Formula(formula).setResult(String(value)), format);
    } else if (value === null) {
      sheet.writeBlank(row, column, format);
    } else if (typeof value === 'string') {
      sheet.writeStringWithFormat(row, column, value, format);
    } else {
      sheet.writeNumberWithFormat(row, column, value, format);
    }
  };
