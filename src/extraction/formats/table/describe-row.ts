import { joinTexts, tidyOrNull } from '../tidy-text.ts';
import type { TableColumn } from './table-column.ts';
import { type Cell, cellAt } from './grid.ts';
import { readFigureCell } from './figure-cell.ts';

/** The words of a row: its columns of descriptions, else of kinds, else whatever is text. */
export function describeRow(
  cells: readonly Cell[],
  columns: readonly TableColumn[],
): { description: string; reference: string | null } {
  const texts = (role: TableColumn['role']) =>
    columns.filter((column) => column.role === role).map(({ index }) => cellAt(cells, index).text);
  const unnamed = () =>
    columns
      .filter(({ role }) => role === null)
      .map(({ index }) => cellAt(cells, index))
      .filter((cell) => /\p{L}/u.test(cell.text) && readFigureCell(cell) === null)
      .map(({ text }) => text);
  return {
    description: joinTexts(texts('description')) || joinTexts(unnamed()) || joinTexts(texts('type')),
    reference: tidyOrNull(texts('reference').find((text) => text !== '')),
  };
}
