import type { Word } from '../layout/word.ts';

/** Words of a few letters tell little, and marks leave most of their places free. */
const TELLING = /^[\p{L}\d].{2,}[\p{L}\d]$/u;
const SURE = 0.7;
/** A line with so many long words tells a typeface, and a page with so many such lines. */
const FEWEST_WORDS = 3;
const FEWEST_LINES = 6;
/** So far the letters of a line may differ in width from its usual one; in other faces it is three hundredths and more. */
const SAME_PITCH = 0.019;
/** What a letter leaves free of its place on both sides, in shares of it. */
const FREE = 0.35;

/**
 * Letters of a typewriter face are all as wide as their places, and words are measured by their ink. With the free part
 * of their outer places, words of one text stand as close together as they do in a text layer.
 */
export function withTypewriterPlaces<Own extends Word>(lines: readonly (readonly Own[])[]): Own[] {
  const pitches = lines.map(pitchesOf);
  if (!isTypewritten(pitches)) return lines.flat();
  // Lines are set in several sizes: one that does not tell its own is set in the usual one.
  const usual = median(pitches.flat());
  return lines.flatMap((words, at) => {
    const pitch = median(pitches[at] ?? []) ?? usual ?? 0;
    return words.map((word) => {
      const free = word.text.length * pitch - (word.right - word.left);
      const own = Math.max(0, Math.min(free, pitch)) / 2;
      return { ...word, left: word.left - own, right: word.right + own };
    });
  });
}

/** How far apart the letters of a line's long words stand, in points. */
const pitchesOf = (words: readonly Word[]): number[] =>
  words
    .filter(({ text, certainty }) => TELLING.test(text) && (certainty ?? 1) >= SURE)
    .map(({ text, left, right }) => (right - left) / (text.length - FREE));

/** Whether in most lines letters are all as wide as each other. */
function isTypewritten(pitches: readonly (readonly number[])[]): boolean {
  const telling = pitches.filter(({ length }) => length >= FEWEST_WORDS);
  if (telling.length < FEWEST_LINES) return false;
  return (median(telling.map(spreadOf)) ?? 1) < SAME_PITCH;
}

/** How far values are from their median on the average, in shares of it. */
function spreadOf(values: readonly number[]): number {
  const middle = median(values) ?? 1;
  return values.reduce((sum, value) => sum + Math.abs(value - middle), 0) / values.length / middle;
}

const median = (values: readonly number[]): number | undefined => values.toSorted((a, b) => a - b)[values.length >> 1];
