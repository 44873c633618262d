import { cellText, looksLikeFormula } from './cell-text.ts';
import { amountFormat, type CellStyle, DATE_FORMAT, MONTH_FORMAT } from './cell-formats.ts';
import { excelDate, isExactInExcel } from './excel-number.ts';

/** What a cell holds. Only `formula` is ever one: every text that came out of a statement is `text`. */
export type Cell =
  | { kind: 'blank' }
  | { kind: 'text'; text: string }
  | { kind: 'date'; isoDate: string }
  /** `2026-01`, held as the first day of the month. */
  | { kind: 'month'; month: string }
  | { kind: 'integer'; value: number }
  | { kind: 'amount'; figure: string; decimals: number }
  /** `result` is the exact value, for viewers that show a workbook without calculating it. */
  | { kind: 'formula'; formula: string; result: string; numberFormat: string; isText?: true };

export const BLANK: Cell = { kind: 'blank' };
export const text = (value: string | null): Cell => (value ? { kind: 'text', text: value } : BLANK);
export const date = (isoDate: string | null): Cell => (isoDate ? { kind: 'date', isoDate } : BLANK);

/**
 * A cell as it stands in the file. What Excel cannot hold as a number or a date without changing it is held as text.
 * `form` tells apart the styles that one column needs: cells of one form have one number format.
 */
export type HeldCell = { value: string | number | null; formula: string | null; form: CellForm };

/** What the kind of a cell adds to its style: `align` where the style says nothing, the rest in any case. */
export type CellForm = { key: string; align: 'left' | 'right' | null; added: CellStyle };

const PLAIN: CellForm = { key: 'plain', align: null, added: {} };
const QUOTED: CellForm = { key: 'quoted', align: null, added: { quotePrefix: true } };
const FIGURE_AS_TEXT: CellForm = { key: 'figure', align: 'right', added: {} };
const DAY: CellForm = { key: 'day', align: 'left', added: { numberFormat: DATE_FORMAT } };
const MONTH: CellForm = { key: 'month', align: 'left', added: { numberFormat: MONTH_FORMAT } };

export const holdCell = (cell: Cell): HeldCell => {
  switch (cell.kind) {
    case 'blank':
      return { value: null, formula: null, form: PLAIN };
    case 'text':
      return holdText(cell.text);
    case 'date': {
      const serial = excelDate(cell.isoDate);
      return serial === null ? holdText(cell.isoDate) : { value: serial, formula: null, form: DAY };
    }
    case 'month': {
      const serial = excelDate(`${cell.month}-01`);
      return serial === null ? holdText(cell.month) : { value: serial, formula: null, form: MONTH };
    }
    case 'integer':
      return { value: cell.value, formula: null, form: numberForm('0') };
    case 'amount':
      return isExactInExcel(cell.figure)
        ? { value: Number(cell.figure), formula: null, form: numberForm(amountFormat(cell.decimals)) }
        : { value: cellText(cell.figure), formula: null, form: FIGURE_AS_TEXT };
    case 'formula':
      return { value: cell.result, formula: cell.formula, form: cell.isText ? PLAIN : numberForm(cell.numberFormat) };
  }
};

/** The style of a cell of that form. */
export const formedStyle = (style: CellStyle, { align, added }: CellForm): CellStyle => ({
  ...(align === null ? {} : { align }),
  ...style,
  ...added,
});

const holdText = (value: string): HeldCell => {
  const plain = cellText(value);
  return { value: plain === '' ? null : plain, formula: null, form: looksLikeFormula(plain) ? QUOTED : PLAIN };
};

const numberForms = new Map<string, CellForm>();

const numberForm = (numberFormat: string): CellForm => {
  const known = numberForms.get(numberFormat);
  if (known) return known;
  const form: CellForm = { key: numberFormat, align: 'right', added: { numberFormat } };
  numberForms.set(numberFormat, form);
  return form;
};
