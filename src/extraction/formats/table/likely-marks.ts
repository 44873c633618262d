import type { DecimalMark } from '../../tokens/amount.ts';
import { readFigureCell } from './figure-cell.ts';
import type { TableColumn } from './find-table.ts';
import { type Cell, cellAt } from './grid.ts';

const FIGURES: ReadonlySet<TableColumn['role']> = new Set(['debit', 'credit', 'amount', 'balance', 'fee']);

/** The decimal marks that a table's figures allow, likeliest first: one where any figure can be read in one way only. */
export function likelyMarks(columns: readonly TableColumn[], rows: readonly Cell[][]): DecimalMark[] {
  let dot = 0;
  let comma = 0;
  let open = 0;
  for (const { index, role } of columns) {
    if (!FIGURES.has(role)) continue;
    for (const row of rows) {
      const token = readFigureCell(cellAt(row, index))?.token;
      if (token == null || !token.isMoney) continue;
      if (token.readings[','] === null) dot++;
      else if (token.readings['.'] === null) comma++;
      else open++;
    }
  }
  if (dot !== comma) return dot > comma ? ['.'] : [','];
  return open > 0 ? ['.', ','] : ['.'];
}
