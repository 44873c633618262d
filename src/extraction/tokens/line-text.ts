import type { Line, Word } from '../layout/word.ts';
import { partAtLeaders } from './part-at-leaders.ts';

/**
 * A line as one string to search in, and the way back from the string to the paper. Words that stand as near as one
 * space are parted by a space, words further apart by a tab: no token reaches over a tab.
 */
export type LineText = {
  text: string;
  words: readonly Word[];
  /** Offset of each word in `text`. */
  offsets: number[];
};

/** In shares of the font size. Typewriter faces have spaces of 0.6, so a column gap begins above that. */
const NEAR = 0.75;

const LIKE_MINUS = /[\u2010-\u2015\u2212\ufe63\uff0d\ufe58]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59]/g;
const NEEDS_PLAIN = /[^\t\u0020-\u007e]/;

export function lineText({ words: printed }: Line): LineText {
  const words = partAtLeaders(printed);
  const parts: string[] = [];
  let length = 0;
  let before: Word | undefined;
  const offsets = words.map((word) => {
    if (before !== undefined) {
      parts.push(isNear(before, word) ? ' ' : '\t');
      length++;
    }
    before = word;
    const offset = length;
    parts.push(word.text);
    length += word.text.length;
    return offset;
  });
  return { text: plain(parts.join('')), words, offsets };
}

/** Whether two words that follow each other are parted by no more than a space. */
export function isNear(before: Word, word: Word): boolean {
  return word.left - before.right < NEAR * Math.min(word.size, before.size);
}

/** Digits of all scripts as 0-9 and minus signs of all kinds as `-`, each character for one character. */
export function plain(text: string): string {
  if (!NEEDS_PLAIN.test(text)) return text;
  return text
    .replaceAll(LIKE_MINUS, '-')
    .replaceAll(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll(OTHER_DIGITS, (digit) => String((digit.charCodeAt(0) - zeroOf(digit.charCodeAt(0))) % 10))
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', ',')
    .replaceAll('\u00a0', ' ');
}

function zeroOf(code: number): number {
  if (code >= 0x0e50) return 0x0e50;
  if (code >= 0x0966) return 0x0966;
  if (code >= 0x06f0) return 0x06f0;
  return 0x0660;
}

/** Where a part of the line's text stands on the paper, in points. */
export function extent(line: LineText, start: number, end: number): { left: number; right: number } {
  return { left: edge(line, start), right: edge(line, end) };
}

/** The place of an offset; inside a word, in proportion to its letters. */
function edge({ words, offsets }: LineText, offset: number): number {
  let index = offsets.length - 1;
  while (index > 0 && (offsets[index] ?? 0) > offset) index--;
  // The end of a word belongs to it, not to the gap after it.
  const word = words[index];
  if (word === undefined) return 0;
  const share = Math.min(1, (offset - (offsets[index] ?? 0)) / Math.max(1, word.text.length));
  return word.left + share * (word.right - word.left);
}
