import { Formula, type Worksheet } from 'wasm-xlsxwriter';
import { cellText, looksLikeFormula } from './cell-text.ts';
import { amountFormat, type CellFormats, type CellStyle, DATE_FORMAT } from './cell-formats.ts';
import { excelDate, isExactInExcel } from './excel-number.ts';

/** What a cell holds. Only `formula` is ever one: every text that came out of a statement is `text`. */
export type Cell =
  | { kind: 'blank' }
  | { kind: 'text'; text: string }
  | { kind: 'date'; isoDate: string }
  | { kind: 'integer'; value: number }
  | { kind: 'amount'; figure: string; decimals: number }
  /** `result` is the exact value, for viewers that show a workbook without calculating it. */
  | { kind: 'formula'; formula: string; result: string; numberFormat: string };

export const BLANK: Cell = { kind: 'blank' };
export const text = (value: string | null): Cell => (value ? { kind: 'text', text: value } : BLANK);
export const date = (isoDate: string | null): Cell => (isoDate ? { kind: 'date', isoDate } : BLANK);

export type WriteCell = (row: number, column: number, cell: Cell, style: CellStyle) => void;

/** Writes cells of one sheet. What Excel cannot hold as a number or a date without changing it is written as text. */
export const createCellWriter = (sheet: Worksheet, formats: CellFormats): WriteCell => {
  const writeText = (row: number, column: number, value: string, style: CellStyle): void => {
    const plain = cellText(value);
    const safe = looksLikeFormula(plain) ? { ...style, quotePrefix: true } : style;
    if (plain === '') sheet.writeBlank(row, column, formats(style));
    else sheet.writeStringWithFormat(row, column, plain, formats(safe));
  };

  const writeNumber = (row: number, column: number, value: number, numberFormat: string, style: CellStyle): void => {
    sheet.writeNumberWithFormat(row, column, value, formats({ align: 'right', ...style, numberFormat }));
  };

  return (row, column, cell, style) => {
    switch (cell.kind) {
      case 'blank':
        sheet.writeBlank(row, column, formats(style));
        return;
      case 'text':
        writeText(row, column, cell.text, style);
        return;
      case 'date': {
        const serial = excelDate(cell.isoDate);
        if (serial === null) writeText(row, column, cell.isoDate, style);
        else writeNumber(row, column, serial, DATE_FORMAT, { align: 'left', ...style });
        return;
      }
      case 'integer':
        writeNumber(row, column, cell.value, '0', style);
        return;
      case 'amount':
        if (isExactInExcel(cell.figure)) {
          writeNumber(row, column, Number(cell.figure), amountFormat(cell.decimals), style);
        } else {
          writeText(row, column, cell.figure, { align: 'right', ...style });
        }
        return;
      case 'formula': {
        const format = formats({ align: 'right', ...style, numberFormat: cell.numberFormat });
        sheet.writeFormulaWithFormat(row, column, new Formula(cell.formula).setResult(cell.result), format);
      }
    }
  };
};
