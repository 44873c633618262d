import type { Line, Word } from '../layout/word.ts';
import { isFigureText } from './figure-text.ts';
import { type FigureHabit, habitOf } from './mend-figures.ts';

/** What a figure is without its decimals, and what those are; a sign may stand on either side. */
const WHOLE = /^[^\d]{0,4}\d[\d.,'’]*$/u;
const DECIMALS = /^\d{2}[^\d]{0,3}$/u;
/** In shares of the font size: the place of a decimal mark that was not seen, and how near a column's edge is. */
const MARK_WIDTH = 0.5;
const ALIGNED = 0.35;
const FEWEST_ALIGNED = 2;

/**
 * Joins a figure with its decimals again, where OCR has taken the mark between them for a space: `7744, 65` and
 * `6373 77` end where all figures of their column do, which have two decimals.
 */
export function joinDecimals(lines: readonly Line[]): Line[] {
  const habit = habitOf(lines);
  if (habit === null) return [...lines];
  return lines.map((line) => ({ ...line, words: joined(line.words, habit) }));
}

function joined(words: readonly Word[], habit: FigureHabit): Word[] {
  const result: Word[] = [];
  for (const word of words) {
    const before = result.at(-1);
    const whole = before === undefined ? null : withDecimals(before, word, habit);
    if (whole === null) result.push(word);
    else result.splice(-1, 1, whole);
  }
  return result;
}

function withDecimals(before: Word, after: Word, { mark, rights }: FigureHabit): Word | null {
  if (before.certainty === undefined || after.certainty === undefined) return null;
  if (!WHOLE.test(before.text) || !DECIMALS.test(after.text) || isFigureText(before.text)) return null;
  if (after.left - before.right > MARK_WIDTH * after.size) return null;
  const ends = rights.filter((right) => Math.abs(right - after.right) < ALIGNED * after.size).length;
  const text = `${before.text.replace(/[.,]$/, '')}${mark}${after.text}`;
  if (ends < FEWEST_ALIGNED || !isFigureText(text)) return null;
  const certainty = Math.min(before.certainty, after.certainty);
  const { alternatives: _, ...rest } = before;
  return { ...rest, text, right: after.right, certainty, printed: `${before.text} ${after.text}` };
}
