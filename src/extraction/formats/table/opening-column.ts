import { moneyOf, readFigureCell } from './figure-cell.ts';
import type { TableColumn } from './table-column.ts';
import { cellAt } from './grid.ts';
import { balanceOf, type Movement, movementOf } from './movements.ts';
import type { TableRow } from './table-rows.ts';

/**
 * The balance before the first of some rows, where a column states it for each of them: with what the row moves it makes
 * the balance after it, all the way down. Null where no column does. `isBackward`: the newest row comes first.
 */
export function openingInRows(
  rows: readonly TableRow[],
  columns: readonly TableColumn[],
  way: Movement,
  isBackward: boolean,
): bigint | null {
  const first = isBackward ? rows.at(-1) : rows[0];
  if (first === undefined || way.balance === null) return null;
  if (way.isBefore) return before(first, way.balance, way);
  const column = columns.find(({ index }) => index !== way.balance && leadsToBalances(rows, index, way));
  return column === undefined ? null : before(first, column.index, way);
}

function leadsToBalances(rows: readonly TableRow[], column: number, way: Movement): boolean {
  let moved = 0;
  for (const row of rows) {
    const [start, movement, balance] = [
      before(row, column, way),
      movementOf(row.cells, way),
      balanceOf(row.cells, way),
    ];
    if (start === null || movement === null || balance === null || start + movement.amount !== balance) return false;
    if (movement.amount !== 0n) moved++;
  }
  return moved >= LEAST_ROWS;
}

/** One row may fit by chance. */
const LEAST_ROWS = 2;

function before({ cells }: TableRow, column: number, { mark }: Movement): bigint | null {
  const figure = readFigureCell(cellAt(cells, column));
  return figure === null ? null : moneyOf(figure, mark);
}
