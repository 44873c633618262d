import type { Word } from '../layout/word.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';

/** Where a column's words stand, from left to right. Points. */
export type Place = { left: number; right: number };

/** So many rows make columns, and so large a share of the lines with figures, some of which are summaries’. */
const LEAST_ROWS = 3;
const MOST_ROWS = 0.7;
/** Words of one column begin, or end, within so many points. */
const ALIGNED = 3;

/**
 * Columns of days and of months that no heading names: most rows begin with two numbers, each in its place, of which the
 * one changes from row to row and the other hardly. Null where it could be otherwise.
 */
export function dayAndMonthColumns(lines: readonly TokenLine[]): { day: Place; month: Place } | null {
  const rows = lines.filter(({ amounts }) => amounts.some(({ isMoney }) => isMoney));
  // The figures of a row may stand on another of its lines.
  const numbered = lines.flatMap(({ text }) => {
    const [first, second] = text.words;
    const isNumbered = /^\d{1,2}\.?\t\d{1,2}\.?(?:\t|$)/.test(text.text);
    return isNumbered && first !== undefined && second !== undefined ? [{ first, second }] : [];
  });
  if (numbered.length < LEAST_ROWS || numbered.length < rows.length * MOST_ROWS) return null;
  const firsts = numbered.map(({ first }) => first);
  const seconds = numbered.map(({ second }) => second);
  if (!areAligned(firsts) || !areAligned(seconds)) return null;
  const [left, right] = [valuesOf(firsts), valuesOf(seconds)];
  if (isDays(left) && isMonths(right) && right.size < left.size)
    return { day: placeOf(firsts), month: placeOf(seconds) };
  if (isMonths(left) && isDays(right) && left.size < right.size)
    return { day: placeOf(seconds), month: placeOf(firsts) };
  return null;
}

function areAligned(words: readonly Word[]): boolean {
  const { left, right } = placeOf(words);
  return words.every((word) => word.left - left < ALIGNED) || words.every((word) => right - word.right < ALIGNED);
}

function placeOf(words: readonly Word[]): Place {
  return {
    left: Math.min(...words.map((word) => word.left)),
    right: Math.max(...words.map((word) => word.right)),
  };
}

function valuesOf(words: readonly Word[]): Set<number> {
  return new Set(words.map(({ text }) => Number.parseInt(text, 10)));
}

function isDays(values: ReadonlySet<number>): boolean {
  return [...values].every((value) => value >= 1 && value <= 31);
}

function isMonths(values: ReadonlySet<number>): boolean {
  return [...values].every((value) => value >= 1 && value <= 12);
}
