import type { Statement } from '../../extraction/statement.ts';
import { canonicalDecimal } from '../decimal.ts';
import { type CellStyle, amountFormat, differenceFormat } from './cell-formats.ts';
import type { StatementFigures } from './statement-figures.ts';
import { TABLE_NAME } from './transactions-sheet.ts';
import type { Verdict } from './verdict.ts';
import { type Cell, date, text } from './held-cell.ts';

/** A line of the grid that has the statements side by side, as accounts have their periods. */
export type GridLine = { label: string; style?: CellStyle; cell: (view: StatementView) => Cell };

/** A statement where it stands in the grid. */
export type StatementView = {
  statement: Statement;
  statementNumber: number;
  figures: StatementFigures;
  decimals: number;
  verdict: Verdict;
  /** `B12`: the cell of this statement in the line of that label. */
  address: (label: string) => string;
  /** The table columns that formulas may read. */
  hasStatementColumn: boolean;
  hasNoteColumn: boolean;
  markedCount: number;
};

/** Said of what the statement does not print, or prints where it was not found. */
const NOT_FOUND: Cell = { kind: 'text', text: 'not found' };

/** The labels that formulas refer to. */
const OPENING = 'Opening balance';
const MONEY_IN = 'Money in';
const MONEY_OUT = 'Money out';
const CLOSING_COMPUTED = 'Closing balance, computed';
const CLOSING_PRINTED = 'Closing balance, printed';

export const GRID_LINES: readonly GridLine[] = [
  {
    label: 'Statement',
    style: { bold: true, color: 'white', fill: 'navy' },
    cell: ({ statementNumber }) => ({ kind: 'integer', value: statementNumber }),
  },
  { label: 'Account', style: { bold: true }, cell: ({ statement }) => stated(statement.accountNumber) },
  { label: 'Account holder', cell: ({ statement }) => stated(statement.accountHolder) },
  { label: 'Bank', cell: ({ statement }) => stated(statement.bank) },
  { label: 'Currency', cell: ({ statement }) => stated(statement.currency) },
  { label: 'From', cell: ({ statement }) => statedDate(statement.periodStart) },
  { label: 'To', cell: ({ statement }) => statedDate(statement.periodEnd) },
  { label: OPENING, cell: (view) => printedBalance(view.statement.openingBalance, view) },
  {
    label: MONEY_IN,
    style: { color: 'green' },
    cell: (view) => sumOfRows('">0"', view.figures.moneyIn, view),
  },
  {
    label: MONEY_OUT,
    style: { color: 'red' },
    cell: (view) => sumOfRows('"<0"', view.figures.moneyOut, view),
  },
  {
    label: CLOSING_COMPUTED,
    style: { bold: true, line: 'sum' },
    cell: (view) => {
      const terms = [OPENING, MONEY_IN, MONEY_OUT].map(view.address).join('+');
      return rounded(terms, view.figures.closingComputed, amountFormat(view.decimals), view);
    },
  },
  { label: CLOSING_PRINTED, cell: (view) => printedBalance(view.statement.closingBalance, view) },
  {
    label: 'Difference',
    style: { bold: true, color: 'green' },
    cell: (view) => {
      const terms = [CLOSING_PRINTED, CLOSING_COMPUTED].map(view.address).join('-');
      return rounded(terms, view.figures.difference, differenceFormat(view.decimals), view);
    },
  },
  {
    label: 'Transactions',
    cell: (view) =>
      count(
        view.hasStatementColumn
          ? `COUNTIFS(${column('Statement')},${view.address('Statement')})`
          : `COUNTA(${column('Date')})`,
        view.statement.transactions.length,
      ),
  },
  {
    label: 'Marked rows',
    cell: (view) =>
      // A document without a marked row has no column for notes.
      view.hasNoteColumn
        ? count(`COUNTIFS(${ofStatement(view)}${column('Note')},"?*")`, view.markedCount)
        : { kind: 'integer', value: 0 },
  },
  { label: 'Verdict', style: { bold: true }, cell: ({ verdict }) => text(verdict.words) },
];

const column = (header: string): string => `${TABLE_NAME}[${header}]`;

/** The condition that keeps a sum to this statement's rows; none is needed where there is only one. */
const ofStatement = (view: StatementView): string =>
  view.hasStatementColumn ? `${column('Statement')},${view.address('Statement')},` : '';

const sumOfRows = (criterion: string, result: string, view: StatementView): Cell => {
  const sum = `SUMIFS(${column('Amount')},${ofStatement(view)}${column('Amount')},${criterion})`;
  return rounded(sum, result, amountFormat(view.decimals), view);
};

/**
 * A sum as a live formula, rounded to the currency's decimals because Excel adds in binary; the figure itself where
 * Excel cannot hold it; words where the statement prints no balance to start from.
 */
const rounded = (terms: string, result: string | null, numberFormat: string, view: StatementView): Cell => {
  if (result === null) return NOT_FOUND;
  if (!view.figures.isExactInExcel) return { kind: 'amount', figure: result, decimals: view.decimals };
  return {
    kind: 'formula',
    formula: `=ROUND(${terms},${view.decimals})`,
    result: canonicalDecimal(result),
    numberFormat,
  };
};

const count = (formula: string, result: number): Cell => ({
  kind: 'formula',
  formula: `=${formula}`,
  result: String(result),
  numberFormat: '0',
});

const printedBalance = (figure: string | null, { decimals }: StatementView): Cell =>
  figure === null ? NOT_FOUND : { kind: 'amount', figure, decimals };

const stated = (value: string | null): Cell => (value ? text(value) : NOT_FOUND);

const statedDate = (isoDate: string | null): Cell => (isoDate ? date(isoDate) : NOT_FOUND);
