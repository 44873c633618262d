import { UNCATEGORISED } from '../../categories/category-rule.ts';
import { ruleName } from '../../categories/rule-name.ts';
import { negateDecimal, signOfDecimal } from '../../decimal.ts';
import type { CellStyle } from '../../xlsx/cell-formats.ts';
import { columnName } from '../../xlsx/column-name.ts';
import { BLANK, type Cell, date, text } from '../../xlsx/held-cell.ts';
import type { TableColumn } from '../../xlsx/table-column.ts';
import { statementTitle } from '../statement-title.ts';
import { currencyName } from './currency-name.ts';
import type { CombinedTableRow } from './combined-rows.ts';

export type CombinedColumn = TableColumn<CombinedTableRow>;

const LEFT: CellStyle = { align: 'left', indent: 1 };
const CENTER: CellStyle = { align: 'center' };
const FIGURE: CellStyle = { align: 'right', indent: 1 };
const PROSE: CellStyle = { ...LEFT, wrap: true };
const QUIET: CellStyle = { color: 'quiet' };

const amount = (figure: string | null, { decimals }: CombinedTableRow): Cell =>
  figure === null ? BLANK : { kind: 'amount', figure, decimals };

const onSide = (side: 1 | -1, tableRow: CombinedTableRow): Cell => {
  const { amount: figure } = tableRow.row.transaction;
  if (signOfDecimal(figure) !== side) return BLANK;
  return amount(side < 0 ? negateDecimal(figure) : figure, tableRow);
};

/** Where the rule stands, for the formula of the category; `RULE_COLUMN` is held to the columns by a test. */
const RULE_COLUMN = columnName(4);

/** Found by the rule in the cell beside it: who changes a rule's category on the sheet Rules changes it everywhere. */
const categoryCell = ({ row: { category }, sheetRow }: CombinedTableRow): Cell => {
  const rule = `${RULE_COLUMN}${sheetRow}`;
  return {
    kind: 'formula',
    formula: `IFERROR(INDEX(Rules[Category],MATCH(${rule},Rules[Rule],0)),"${UNCATEGORISED}")`,
    result: category.category,
    numberFormat: 'General',
    isText: true,
  };
};

const COLUMNS: readonly (CombinedColumn & { isOptional?: true })[] = [
  { header: 'Date', cell: ({ row }) => date(row.transaction.date), style: LEFT, widthMax: 15 },
  { header: 'Account', cell: ({ account }) => text(account.label), style: PROSE, widthMax: 28 },
  { header: 'Description', cell: ({ row }) => text(row.transaction.description), style: PROSE, widthMax: 44 },
  { header: 'Category', cell: categoryCell, style: PROSE, widthMax: 24 },
  {
    header: 'Rule',
    cell: ({ row: { category } }) => text(category.rule && ruleName(category.rule)),
    style: { ...PROSE, ...QUIET },
    widthMax: 20,
  },
  { header: 'Debit', cell: (each) => onSide(-1, each), style: { ...FIGURE, color: 'red' }, widthMax: 26 },
  { header: 'Credit', cell: (each) => onSide(1, each), style: { ...FIGURE, color: 'green' }, widthMax: 26 },
  { header: 'Amount', cell: (each) => amount(each.row.transaction.amount, each), style: FIGURE, widthMax: 26 },
  { header: 'Currency', cell: ({ account }) => text(currencyName(account.currency)), style: CENTER, widthMax: 13 },
  {
    header: 'Balance',
    cell: (each) => amount(each.row.transaction.balance, each),
    style: FIGURE,
    widthMax: 26,
    isOptional: true,
  },
  {
    header: 'Continued',
    cell: (each) => amount(each.row.continuedBalance, each),
    style: FIGURE,
    widthMax: 26,
    isOptional: true,
  },
  { header: 'Counted', cell: ({ row }) => counted(row.duplicateOf === null), style: CENTER, widthMax: 13 },
  {
    header: 'Duplicate of',
    cell: ({ row: { duplicateOf } }) =>
      text(duplicateOf && `${statementTitle(duplicateOf.source)}, page ${duplicateOf.transaction.page}`),
    style: PROSE,
    widthMax: 28,
    isOptional: true,
  },
  {
    header: 'Note',
    cell: ({ note }) => text(note),
    style: { ...PROSE, color: 'amber' },
    widthMax: 36,
    isOptional: true,
  },
  {
    header: 'Statement',
    cell: ({ row }) => text(statementTitle(row.source)),
    style: { ...PROSE, ...QUIET },
    widthMax: 36,
  },
  { header: 'Page', cell: ({ row }) => page(row.transaction.page), style: { ...CENTER, ...QUIET }, widthMax: 9 },
  {
    header: 'Bank',
    cell: ({ account }) => text(account.bank),
    style: PROSE,
    widthMax: 26,
    isOptional: true,
    isScreenOnly: true,
  },
  {
    header: 'Value date',
    cell: ({ row }) => date(row.transaction.valueDate),
    style: LEFT,
    widthMax: 16,
    isOptional: true,
    isScreenOnly: true,
  },
  {
    header: 'Reference',
    cell: ({ row }) => text(row.transaction.reference),
    style: PROSE,
    widthMax: 26,
    isOptional: true,
    isScreenOnly: true,
  },
];

const page = (value: number): Cell => ({ kind: 'integer', value });
const counted = (isCounted: boolean): Cell => ({ kind: 'integer', value: isCounted ? 1 : 0 });

/** The columns that these rows need, in their order. Whether a row counts is a 1 or a 0 that a person may change. */
export const combinedColumns = (rows: readonly CombinedTableRow[]): CombinedColumn[] =>
  COLUMNS.filter(({ isOptional, cell }) => !isOptional || rows.some((row) => cell(row).kind !== 'blank'));
