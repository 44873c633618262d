import type { CellStyle } from './cell-formats.ts';
import { planTable, type TablePlan } from './table-plan.ts';
import type { TransactionColumn } from './transaction-columns.ts';
import type { TransactionRow } from './transaction-rows.ts';

/** The sheet's name and the table's: formulas say `Transactions[Amount]`. */
export const TABLE_NAME = 'Transactions';

const SOUND_ROW: CellStyle = { line: 'hairline' };
const MARKED_ROW: CellStyle = { line: 'hairline', fill: 'amberFill' };

/**
 * Every transaction of the document as one Excel table that starts in the first cell of the sheet, so that a program
 * which looks for a table finds it. Marked rows are filled, and say why in their last column.
 */
export const planTransactions = (
  rows: readonly TransactionRow[],
  columns: readonly TransactionColumn[],
): TablePlan<TransactionRow> =>
  planTable({ name: TABLE_NAME, rows, columns, rowStyle: ({ note }) => (note === '' ? SOUND_ROW : MARKED_ROW) });
