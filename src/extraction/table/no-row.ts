import type { TokenLine } from '../tokens/read-tokens.ts';
import { hasDate } from './date-columns.ts';
import { isTelling } from './labels.ts';
import type { TableLine } from './table-line.ts';

/** A sentence with a figure at the foot of each page. */
export function isPageText(
  { line, role, dates, cells }: TableLine,
  isFurniture: (line: TokenLine) => boolean,
): boolean {
  if (role !== 'row' || hasDate(dates) || !isFurniture(line)) return false;
  const { text } = line.text;
  // A row may repeat, but its figure stands in a cell.
  if ([...cells.values()].every(({ start }) => start === 0 || text[start - 1] === '\t')) return false;
  return line.terms.filter((term) => isTelling(term, line)).length >= SENTENCE;
}

/** `From 01/03/2025  1.00 to 9,999.99  2.85%`: rates in percent stand behind the figures that they hold for. */
export function isOfRates({ line, role, cells }: TableLine): boolean {
  const last = Math.max(...[...cells.values()].map(({ end }) => end));
  return role === 'row' && /^\s+\d+[.,]\d+ ?%(?:\s+\d+[.,]\d+ ?%)*\s*$/.test(line.text.text.slice(last));
}

/** Words of a sentence, at least. */
const SENTENCE = 4;
