import { negateDecimal, signOfDecimal } from '../decimal.ts';
import type { CellStyle } from './cell-formats.ts';
import type { TransactionRow } from './transaction-rows.ts';
import { BLANK, type Cell, date, text } from './write-cell.ts';

/** A column of the table. Widths are in characters; the real one lies between, as its content needs. */
export type TransactionColumn = {
  header: string;
  cell: (row: TransactionRow) => Cell;
  style?: CellStyle;
  widthMax: number;
  /** A figure's heading stands to the right, above the figures. */
  isFigure?: true;
  /** Left out unless some row has something to say here. */
  optional?: true;
  /** Left out where the document has one statement only. */
  forSeveralStatements?: true;
};

const amount = (figure: string | null, { decimals }: TransactionRow): Cell =>
  figure === null ? BLANK : { kind: 'amount', figure, decimals };

/** Debit and credit are what the sign says, shown apart; every formula of the workbook reads Amount alone. */
const COLUMNS: readonly TransactionColumn[] = [
  { header: 'Date', widthMax: 14, cell: ({ transaction }) => date(transaction.date) },
  { header: 'Value date', widthMax: 14, optional: true, cell: ({ transaction }) => date(transaction.valueDate) },
  {
    header: 'Description',
    widthMax: 56,
    style: { wrap: true },
    cell: ({ transaction }) => text(transaction.description),
  },
  {
    header: 'Reference',
    widthMax: 26,
    optional: true,
    style: { wrap: true },
    cell: ({ transaction }) => text(transaction.reference),
  },
  {
    header: 'Debit',
    isFigure: true,
    widthMax: 24,
    style: { color: 'red' },
    cell: (row) =>
      signOfDecimal(row.transaction.amount) < 0 ? amount(negateDecimal(row.transaction.amount), row) : BLANK,
  },
  {
    header: 'Credit',
    isFigure: true,
    widthMax: 24,
    style: { color: 'green' },
    cell: (row) => (signOfDecimal(row.transaction.amount) > 0 ? amount(row.transaction.amount, row) : BLANK),
  },
  { header: 'Amount', isFigure: true, widthMax: 24, cell: (row) => amount(row.transaction.amount, row) },
  {
    header: 'Balance',
    isFigure: true,
    widthMax: 24,
    optional: true,
    cell: (row) => amount(row.transaction.balance, row),
  },
  { header: 'Currency', widthMax: 12, optional: true, cell: ({ currency }) => text(currency) },
  { header: 'Account', widthMax: 30, forSeveralStatements: true, cell: ({ account }) => text(account) },
  {
    header: 'Statement',
    widthMax: 14,
    forSeveralStatements: true,
    cell: ({ statementNumber }) => ({ kind: 'integer', value: statementNumber }),
  },
  {
    header: 'Page',
    widthMax: 9,
    style: { color: 'quiet' },
    cell: ({ transaction }) => ({ kind: 'integer', value: transaction.page }),
  },
  { header: 'Note', widthMax: 56, optional: true, style: { wrap: true, bold: true }, cell: ({ note }) => text(note) },
];

/** The columns that this document needs, in their order. */
export const transactionColumns = (rows: readonly TransactionRow[], statementCount: number): TransactionColumn[] =>
  COLUMNS.filter((column) => {
    if (column.forSeveralStatements) return statementCount > 1;
    if (column.optional) return rows.some((row) => column.cell(row).kind !== 'blank');
    return true;
  });
