import { readFigureCell } from './figure-cell.ts';
import { isFigureRole, type TableColumn } from './table-column.ts';
import { cellAt } from './grid.ts';
import type { Printed } from './labelled-figure.ts';
import type { TableRow } from './table-rows.ts';

/**
 * Tables without a heading may end in the balance: a day and a figure like those above it, but no words, where all
 * entries have some. Null where the last row is an entry.
 */
export function bareBalance(rows: readonly TableRow[], columns: readonly TableColumn[]): Printed | null {
  const last = rows.at(-1);
  if (last === undefined || rows.length < LEAST_ROWS || hasWords(last)) return null;
  if (!rows.slice(0, -1).every(hasWords)) return null;
  const figures = columns
    .filter(({ role }) => isFigureRole(role))
    .flatMap(({ index }) => {
      return readFigureCell(cellAt(last.cells, index)) ?? [];
    });
  const [figure] = figures;
  return figure === undefined || figures.length > 1 ? null : { kind: 'standing', figure, day: last.date };
}

const LEAST_ROWS = 3;

function hasWords({ cells }: TableRow): boolean {
  return cells.some(({ text }) => /\p{L}{3}|[^\p{ASCII}\p{P}\p{S}\p{Z}]/u.test(text));
}
