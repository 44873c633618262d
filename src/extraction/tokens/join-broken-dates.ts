import type { Line, Word } from '../layout/word.ts';
import { findAmounts } from './find-amounts.ts';
import { findDates } from './find-dates.ts';
import { isNear, lineText } from './line-text.ts';

/** Parts of one date begin within so many points of each other. */
const ALIGNED = 2;
/** The lines of one cell are no further apart than this share of their size. */
const LEADING = 1.7;
/** A line is in the middle of a date's two where it is no further from it than this share of its size. */
const MIDDLE = 0.25;

/**
 * Dates that a narrow column breaks in two are put back on one line: `11` over `Mar`, `2025-03-` over `11`, `11 Mar`
 * over `2025`. Each part stands alone in its cell, flush with the other, and only both are a date. That line is the one
 * where they begin, or the one between them where cells are centred: the rest of the row stands there, unless its figures
 * stand where they begin. Then what is between is the text of a panel.
 */
export function joinBrokenDates(source: readonly Line[]): Line[] {
  const lines = source.map((line) => ({ ...line }));
  lines.forEach((line, at) => {
    const upper = datesBegunIn(line);
    if (upper.length === 0) return;
    for (const [behind, below] of lines.slice(at + 1, at + 1 + MOST_BELOW).entries()) {
      if (below.page !== line.page) return;
      if (below.baseline - line.baseline > LEADING * Math.min(line.size, below.size)) return;
      for (const cell of upper) {
        const joined = joinedWith(cell, below);
        if (joined === null) continue;
        const between = holdsMoney(line) ? [] : lines.slice(at + 1, at + 1 + behind);
        const home = between.find((middle) => isMiddle(middle, line, below)) ?? line;
        line.words = line.words.filter((word) => !cell.includes(word));
        below.words = below.words.filter((word) => word !== joined.lower);
        home.words = [...home.words, { ...joined.date, baseline: home.baseline }].sort((a, b) => a.left - b.left);
      }
    }
  });
  return lines.filter(({ words }) => words.length > 0);
}

/** Other cells of a row, centred beside the date, may have their lines between its two. */
const MOST_BELOW = 4;

function holdsMoney(line: Line): boolean {
  return findAmounts(lineText(line), []).some(({ isMoney }) => isMoney);
}

function isMiddle({ baseline, size }: Line, upper: Line, below: Line): boolean {
  return Math.abs(baseline - (upper.baseline + below.baseline) / 2) < MIDDLE * size;
}

/** The words of each cell that may be the first part of a date. */
function datesBegunIn(line: Line): Word[][] {
  return line.words.flatMap((word, at) => {
    if (UPPER.test(word.text) && isAlone([word], line)) return [[word]];
    const next = line.words[at + 1];
    // One of the two is a day: most words are longer, and need no closer look.
    const mayBeDay = next !== undefined && Math.min(word.text.length, next.text.length) <= LONGEST_DAY;
    const isBegun = mayBeDay && DAY_AND_MONTH.test(`${word.text} ${next.text}`);
    return isBegun && isAlone([word, next], line) ? [[word, next]] : [];
  });
}

function joinedWith(upper: readonly Word[], below: Line): { lower: Word; date: Word } | null {
  const [first, last] = [upper[0], upper.at(-1)];
  if (first === undefined || last === undefined) return null;
  const lower = below.words.find(
    ({ left, text }) =>
      Math.abs(left - first.left) < ALIGNED && (upper.length > 1 ? YEAR.test(text) : LOWER.test(text)),
  );
  const above = upper.map((word) => word.text).join(' ');
  const text = lower === undefined ? null : dateOfParts(above, lower.text);
  if (lower === undefined || text === null || !isAlone([lower], below)) return null;
  return { lower, date: { ...first, text, right: Math.max(last.right, lower.right) } };
}

/** A day, the name of a month, or a date that goes on: `11`, `03/`, `Mar`, `2025-03-`, `02-Aug`. */
const UPPER = /^\d{1,2}[-./]?$|^\p{L}{3,9}[-./]?$|^\d{1,4}[-./]\d{1,2}[-./]$|^\d{1,2}-\p{L}{3}-?$/u;
/** `11 Mar`, `Mar 11,`. */
const DAY_AND_MONTH = /^\d{1,2}\.? \p{L}{3,9}[.,]?$|^\p{L}{3,9}\.? \d{1,2},?$/u;
/** `11.`, `11,`. */
const LONGEST_DAY = 3;
/** The name of a month, a day, or a year, or the first of them with the year. */
const LOWER = /^\p{L}{3,10}\.?(?:[-./]\d{2,4})?$|^\d{1,2}(?:[,.]|[-./]\d{2,4})?$|^\d{4}$/u;
const YEAR = /^(?:19|20|25)\d\d$/;

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

/** Whether there is a gap on both sides of words that follow each other. */
function isAlone(cell: readonly Word[], line: Line): boolean {
  const [first, last] = [cell[0], cell.at(-1)];
  if (first === undefined || last === undefined) return false;
  const at = line.words.indexOf(first);
  const [before, behind] = [line.words[at - 1], line.words[at + cell.length]];
  if ((before !== undefined && isNear(before, first)) || (behind !== undefined && isNear(last, behind))) return false;
  const { text, words, offsets } = lineText(line);
  const start = offsets[words.indexOf(first)];
  const end = offsets[words.indexOf(last)];
  if (start === undefined || end === undefined) return false;
  return [text[start - 1], text[end + last.text.length]].every((beside) => beside === undefined || beside === '\t');
}
