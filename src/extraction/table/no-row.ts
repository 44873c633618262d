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

/**
 * `From 01/03/2025  1.00 to 9,999.99  2.85%`: rates in percent stand behind the figures that they hold for, and without a
 * word before them, `12/28/22  2.64 %  3,500.00`.
 */
export function isOfRates({ line, role, cells }: TableLine): boolean {
  const { text } = line.text;
  if (role !== 'row' || !text.includes('%')) return false;
  if (/\d ?%/.test(text) && !line.terms.some((term) => isTelling(term, line))) return true;
  const last = Math.max(...[...cells.values()].map(({ end }) => end));
  return /^\s+\d+[.,]\d+ ?%(?:\s+\d+[.,]\d+ ?%)*\s*$/.test(text.slice(last));
}

/**
 * `Deposits are protected up to 3,000,000`, undated and in other letters than the rows: its figure stands among its words
 * and in no cell of its own.
 */
export function isOfOtherLetters({ line, role, dates, cells }: TableLine, sizeOfRows: number): boolean {
  if (role !== 'row' || hasDate(dates) || Math.abs(line.size - sizeOfRows) < SAME_SIZE) return false;
  const { text } = line.text;
  return [...cells.values()].every(({ start }) => /\p{L}[^\t]*$/u.test(text.slice(0, start)));
}

/** The size of the letters in which most lines with a date and a figure are printed. Points. */
export function usualSize(read: readonly TableLine[]): number {
  const sizes = read.filter(({ dates, cells }) => hasDate(dates) && cells.size > 0).map(({ line }) => line.size);
  return sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
}

/** Sizes of letters that differ by less are one, in points. */
const SAME_SIZE = 0.4;

/** Words of a sentence, at least. */
const SENTENCE = 4;
