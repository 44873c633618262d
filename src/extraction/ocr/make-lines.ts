import type { Placement } from '../layout/placement.ts';
import type { Line, Word } from '../layout/word.ts';
import type { ReadLine } from './read-again.ts';
import { withTypewriterPlaces } from './typewriter-pitch.ts';

/** Share of the font size by which the words of one row differ in height, after the page was straightened. */
const SAME_LINE = 0.4;
/** In shares of the font size: how far words of one line overlap, and how far those differ in height that overlap more. */
const OVERLAP = 0.3;
const SAME_HEIGHT = 0.12;
/** Capitals and figures are so high, in shares of the font size. */
const CAP_HEIGHT = 0.72;

/** What is less sure than this as a whole is no line of text, but a picture or a shadow. */
const LEAST_CERTAINTY = 0.3;

/** What rules, dirt and the edge of the paper are read as. */
const JUNK = /^[\s|[\]{}\\/_~:;'"‘’“”«».,°=!]*$/u;

/** Lines of text on the scale of points, from top to bottom, whichever way they were found. */
export function makeLines(
  found: readonly ReadLine[],
  { page, pixelsPerPoint, placement }: { page: number; pixelsPerPoint: number; placement: Placement },
): Line[] {
  const lines = found.filter((line) => certaintyOf(line) >= LEAST_CERTAINTY);
  const sizes = lines.map(({ rowAttributes: row }) => (row.rowHeight - row.descenders) / CAP_HEIGHT / pixelsPerPoint);
  const usual = median(sizes);
  const words = lines.map((line, index) => {
    const size = Math.min(2.5 * usual, Math.max(0.7 * usual, sizes[index] ?? usual));
    return line.words
      .map((word) => ({ ...toWord(word, line, size, pixelsPerPoint), part: line.part ?? 0 }))
      .filter((word) => !JUNK.test(word.text));
  });
  return groupLines(withTypewriterPlaces(words)).map((line) => ({ page, ...line, placement }));
}

/** How sure OCR is of a line's letters, 0 to 1. */
function certaintyOf({ words }: ReadLine): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return words.reduce((sum, { text, confidence }) => sum + (text.length * confidence) / 100, 0) / Math.max(1, letters);
}

function toWord(
  { text, certainty, alternatives, bbox }: ReadLine['words'][number],
  { baseline }: ReadLine,
  size: number,
  pixelsPerPoint: number,
): Word {
  const slope = (baseline.y1 - baseline.y0) / Math.max(1, baseline.x1 - baseline.x0);
  const middle = (bbox.x0 + bbox.x1) / 2;
  return {
    text: text.trim(),
    left: bbox.x0 / pixelsPerPoint,
    right: bbox.x1 / pixelsPerPoint,
    baseline: (baseline.y0 + slope * (middle - baseline.x0)) / pixelsPerPoint,
    size,
    afterSpace: true,
    certainty,
    ...(alternatives.length > 0 ? { alternatives } : {}),
  };
}

/** A word, and which part of its page it stands in. */
type PlacedWord = Word & { part: number };

function groupLines(words: PlacedWord[]): Omit<Line, 'page'>[] {
  const groups: PlacedWord[][] = [];
  for (const word of words.toSorted((a, b) => a.baseline - b.baseline)) {
    const group = groups.findLast(
      (members) =>
        word.baseline - meanBaseline(members) < SAME_LINE * word.size &&
        members.every((other) => isBeside(other, word)),
    );
    if (group === undefined) groups.push([word]);
    else group.push(word);
  }
  return groups
    .map((group) => ({
      baseline: meanBaseline(group),
      size: Math.max(...group.map(({ size }) => size)),
      words: group
        .filter((word) => !isReadTwice(word, group))
        .toSorted((a, b) => a.left - b.left)
        .map(withoutPart),
    }))
    .toSorted((a, b) => a.baseline - b.baseline);
}

function withoutPart(placed: PlacedWord): Word {
  const { part: _, ...word } = placed;
  return word;
}

/** Whether a word is the end or the beginning of another that stands in the same place, or a letter of it misread. */
const isReadTwice = (word: Word, words: readonly Word[]): boolean =>
  words.some(
    (other) =>
      other.text.length > word.text.length &&
      other.left <= word.left + 0.1 * word.size &&
      other.right >= word.right - 0.1 * word.size &&
      (word.text.length === 1 || other.text.startsWith(word.text) || other.text.endsWith(word.text)),
  );

/**
 * Whether words are not of two lines: those of one that overlap are cut badly, and those of a table and of a panel that
 * are on one line stand on the same height.
 */
function isBeside(one: PlacedWord, other: PlacedWord): boolean {
  const reach = OVERLAP * other.size;
  const isApart = one.right <= other.left + reach || one.left >= other.right - reach;
  return (isApart && one.part === other.part) || Math.abs(one.baseline - other.baseline) < SAME_HEIGHT * other.size;
}

const meanBaseline = (words: readonly Word[]): number =>
  words.reduce((sum, { baseline }) => sum + baseline, 0) / words.length;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 10;
}
