import { isDateText, isFigureText } from '../figure-text.ts';
import type { GreyImage } from '../grey-image.ts';
import { AGREED, OUTVOTED, type ReadLine, type ReadWord } from '../read-again.ts';
import { findLost } from './find-lost.ts';
import { inkOf } from './ink.ts';
import { learnTypeface } from './learn-typeface.ts';
import { readLetters } from './read-letters.ts';
import { isSure } from './is-sure.ts';
import type { Typeface } from './typeface.ts';

/** A digit that all have read otherwise has to be nearer. */
const SURER = 0.07;

/**
 * Holds every word with digits against the forms that the page's own digits have elsewhere, which are always the same
 * where models guess anew. A word that was read in several ways is settled by it; one that all read alike is read anew
 * where a letter was lost or taken for another beyond doubt.
 */
export function settleByTypeface(lines: readonly ReadLine[], image: GreyImage): ReadLine[] {
  const words = lines.flatMap((line) => line.words).filter(({ text }) => /\d/.test(text));
  const typeface = learnTypeface(words, image);
  if (!Number.isFinite(typeface.digitWidth)) return [...lines];
  return lines.map((line) => ({
    ...line,
    words: line.words.map((word, at) => {
      if (!/\d/.test(word.text)) return word;
      const settled = settle(word, image, typeface);
      const [before, after] = [line.words.slice(0, at), line.words.slice(at + 1)];
      return findLost(settled, { before, after }, image, typeface) ?? settled;
    }),
  }));
}

function settle(word: ReadWord, image: GreyImage, typeface: Typeface): ReadWord {
  if (word.certainty >= AGREED && !isSound(word.text) && !WORTH.test(word.text)) return word;
  const ink = inkOf(word.bbox, image);
  const letters = ink === null ? [] : readLetters(ink, typeface);
  if (letters.length === 0 || !letters.every(isSure)) return word;
  const seen = letters.map(({ text }) => text).join('');
  const readings = [word.text, ...word.alternatives];
  const text = readings.find((reading) => alike(reading) === alike(seen)) ?? seen;
  const alternatives = readings.filter((reading) => reading !== text);
  if (text === word.text) return { ...word, certainty: AGREED };
  if (word.certainty < AGREED && readings.includes(text)) return { ...word, text, certainty: AGREED, alternatives };
  if (!isSound(text)) return word;
  const isBeyondDoubt =
    text.length > word.text.length ||
    (text.length === word.text.length &&
      letters.every((letter, at) => letter.text === word.text[at] || letter.apart < SURER));
  return word.certainty < AGREED || isBeyondDoubt ? { ...word, text, certainty: OUTVOTED, alternatives } : word;
}

/** A figure with a wrong mark, or one whose currency's sign and first digit were read as one sign. */
const WORTH = /\d[.,]\d|[&@]/;

const isSound = (text: string): boolean => isFigureText(text) || isDateText(text);

/** Letters that look like digits in many typefaces are told by what they stand beside. */
const alike = (text: string): string => text.replaceAll(/[lI|]/g, '1').replaceAll(/[Oo]/g, '0');
