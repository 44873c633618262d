import { negateDecimal, signOfDecimal } from '../decimal.ts';
import type { CellStyle } from './cell-formats.ts';
import type { TableColumn } from './table-column.ts';
import type { TransactionRow } from './transaction-rows.ts';
import { BLANK, type Cell, date, text } from './held-cell.ts';

export type TransactionColumn = TableColumn<TransactionRow> & {
  /** Left out unless some row has something to say here. */
  optional?: true;
  /** Left out where the document has one statement only. */
  forSeveralStatements?: true;
};

const LEFT: CellStyle = { align: 'left', indent: 1 };
const CENTER: CellStyle = { align: 'center' };
const FIGURE: CellStyle = { align: 'right', indent: 1 };
const PROSE: CellStyle = { ...LEFT, wrap: true };

const amount = (figure: string | null, { decimals }: TransactionRow): Cell =>
  figure === null ? BLANK : { kind: 'amount', figure, decimals };

const debit = (row: TransactionRow): Cell =>
  signOfDecimal(row.transaction.amount) < 0 ? amount(negateDecimal(row.transaction.amount), row) : BLANK;

const credit = (row: TransactionRow): Cell =>
  signOfDecimal(row.transaction.amount) > 0 ? amount(row.transaction.amount, row) : BLANK;

/** Debit and credit are what the sign of Amount says, shown apart for the eye; formulas read Amount alone. */
const COLUMNS: readonly TransactionColumn[] = [
  { header: 'Date', cell: (row) => date(row.transaction.date), style: LEFT, widthMax: 15 },
  { header: 'Value date', cell: (row) => date(row.transaction.valueDate), style: LEFT, widthMax: 16, optional: true },
  { header: 'Description', cell: (row) => text(row.transaction.description), style: PROSE, widthMax: 54 },
  { header: 'Reference', cell: (row) => text(row.transaction.reference), style: PROSE, widthMax: 26, optional: true },
  { header: 'Debit', cell: debit, style: { ...FIGURE, color: 'red' }, widthMax: 26 },
  { header: 'Credit', cell: credit, style: { ...FIGURE, color: 'green' }, widthMax: 26 },
  { header: 'Amount', cell: (row) => amount(row.transaction.amount, row), style: FIGURE, widthMax: 26 },
  {
    header: 'Balance',
    cell: (row) => amount(row.transaction.balance, row),
    style: FIGURE,
    widthMax: 26,
    optional: true,
  },
  { header: 'Currency', cell: (row) => text(row.currency), style: CENTER, widthMax: 13, optional: true },
  { header: 'Account', cell: (row) => text(row.account), style: PROSE, widthMax: 28, forSeveralStatements: true },
  {
    header: 'Statement',
    cell: (row) => ({ kind: 'integer', value: row.statementNumber }),
    style: CENTER,
    widthMax: 14,
    forSeveralStatements: true,
  },
  {
    header: 'Page',
    cell: (row) => ({ kind: 'integer', value: row.transaction.page }),
    style: { ...CENTER, color: 'quiet' },
    widthMax: 9,
  },
  { header: 'Note', cell: (row) => text(row.note), style: { ...PROSE, color: 'amber' }, widthMax: 54, optional: true },
];

/** The columns that this document needs, in their order. */
export const transactionColumns = (rows: readonly TransactionRow[], statementCount: number): TransactionColumn[] =>
  COLUMNS.filter((column) => {
    if (column.forSeveralStatements) return statementCount > 1;
    if (column.optional) return rows.some((row) => column.cell(row).kind !== 'blank');
    return true;
  });
