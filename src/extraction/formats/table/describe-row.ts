import { joinTexts, tidyLine } from '../tidy-text.ts';
import { type Cell, cellAt } from './grid.ts';
import type { TextColumns } from './text-columns.ts';

/** What programs write where there is nothing to say. */
const NOTHING = /^(?:[-–—/.]{1,3}|n\/?a|null|none)$/i;

/** The words of a row, and the first of its references. */
export function describeRow(
  cells: readonly Cell[],
  { descriptions, references }: TextColumns,
): { description: string; reference: string | null } {
  const texts = (columns: readonly number[]) =>
    columns.map((index) => tidyLine(cellAt(cells, index).text)).filter((text) => text !== '' && !NOTHING.test(text));
  return { description: joinTexts(texts(descriptions)), reference: texts(references)[0] ?? null };
}
