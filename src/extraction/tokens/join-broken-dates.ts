import type { Line, Word } from '../layout/word.ts';
import { findDates } from './find-dates.ts';
import { lineText } from './line-text.ts';

/** Parts of one date begin within so many points of each other. */
const ALIGNED = 2;
/** The lines of one cell are no further apart than this share of their size. */
const LEADING = 1.7;

/**
 * Dates that a narrow column breaks in two are put back on the line where they begin: `11` over `Mar`, `2025-03-` over
 * `11`. Each part stands alone in its cell, flush with the other, and only both are a date.
 */
export function joinBrokenDates(source: readonly Line[]): Line[] {
  const lines = source.map((line) => ({ ...line }));
  lines.forEach((line, at) => {
    const below = lines[at + 1];
    if (below === undefined || below.page !== line.page) return;
    if (below.baseline - line.baseline > LEADING * Math.min(line.size, below.size)) return;
    for (const { upper, lower, text } of brokenDates(line, below)) {
      const date: Word = { ...upper, text, right: Math.max(upper.right, lower.right) };
      line.words = line.words.map((word) => (word === upper ? date : word));
      below.words = below.words.filter((word) => word !== lower);
    }
  });
  return lines.filter(({ words }) => words.length > 0);
}

function brokenDates(line: Line, below: Line): { upper: Word; lower: Word; text: string }[] {
  return line.words.flatMap((upper) => {
    if (!UPPER.test(upper.text)) return [];
    const lower = below.words.find(({ left, text }) => Math.abs(left - upper.left) < ALIGNED && LOWER.test(text));
    const text = lower === undefined ? null : dateOfParts(upper.text, lower.text);
    if (lower === undefined || text === null || !isAlone(upper, line) || !isAlone(lower, below)) return [];
    return [{ upper, lower, text }];
  });
}

/** A day, the name of a month, or a date that goes on: `11`, `03/`, `Mar`, `2025-03-`, `02-Aug`. */
const UPPER = /^\d{1,2}[-./]?$|^\p{L}{3,9}[-./]?$|^\d{1,4}[-./]\d{1,2}[-./]$|^\d{1,2}-\p{L}{3}-?$/u;
/** The name of a month, a day, or a year, or the first of them with the year. */
const LOWER = /^\p{L}{3,10}\.?(?:[-./]\d{2,4})?$|^\d{1,2}(?:[,.]|[-./]\d{2,4})?$|^\d{4}$/u;

/** Both parts as one text, where that is a date. */
function dateOfParts(upper: string, lower: string): string | null {
  const text = upper + signBetween(upper, lower) + lower;
  const [date] = findDates({ text, words: [], offsets: [] });
  return date?.start === 0 && date.end === text.length && date.strength === 'strong' ? text : null;
}

/** What parts the two; a hyphen may be lost at the end of a line. */
function signBetween(upper: string, lower: string): string {
  if (/[-/]$/.test(upper) || (upper.endsWith('.') && /^\d/.test(lower))) return '';
  return /^\d{1,2}-\p{L}{3}$/u.test(upper) ? '-' : ' ';
}

/** Whether there is a gap on both sides of a word. */
function isAlone(word: Word, line: Line): boolean {
  const { text, words, offsets } = lineText(line);
  const start = offsets[words.indexOf(word)];
  if (start === undefined) return false;
  return [text[start - 1], text[start + word.text.length]].every((beside) => beside === undefined || beside === '\t');
}
