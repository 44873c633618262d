import type { DecimalMark } from '../../tokens/amount.ts';
import { readFigureCell } from './figure-cell.ts';
import type { TableColumn } from './table-column.ts';
import { type Cell, cellAt } from './grid.ts';

const FIGURES: ReadonlySet<TableColumn['role']> = new Set(['debit', 'credit', 'amount', 'balance', 'fee']);

/**
 * The decimal marks that a table's figures allow, likeliest first: one where any figure can be read in one way only,
 * and two where `1.234` may be a thousand or a little more than one.
 */
export function likelyMarks(columns: readonly TableColumn[], rows: readonly Cell[][]): DecimalMark[] {
  let dot = 0;
  let comma = 0;
  let open = 0;
  let openCommas = 0;
  for (const { index, role } of columns) {
    if (!FIGURES.has(role)) continue;
    for (const row of rows) {
      const cell = cellAt(row, index);
      const figure = readFigureCell(cell);
      if (figure === null || !figure.isPrinted || !figure.isMoney) continue;
      if (figure.comma === null) dot++;
      else if (figure.dot === null) comma++;
      else {
        open++;
        if (cell.text.includes(',')) openCommas++;
      }
    }
  }
  if (dot !== comma) return dot > comma ? ['.'] : [','];
  if (open === 0) return ['.'];
  // Three digits behind every mark are thousands more often than thousandths.
  return openCommas * 2 > open ? ['.', ','] : [',', '.'];
}
