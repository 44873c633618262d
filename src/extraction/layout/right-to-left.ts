import type { Word } from './word.ts';

/** Whether a code point is a letter of Hebrew, Arabic or a script that is written like them, in any of its shapes. */
export function isRightToLeft(code: number): boolean {
  return (code >= 0x5d0 && code <= 0x8ff && !isArabicDigit(code)) || (code >= 0xfb1d && code <= 0xfefc);
}

/** Digits are written from left to right among them. */
const isArabicDigit = (code: number): boolean => (code >= 0x660 && code <= 0x66c) || (code >= 0x6f0 && code <= 0x6f9);

/** Letters as they are typed: fonts have a shape for each place in a word, and a stroke to draw words out. */
export function plainLetters(text: string): string {
  return SHAPED.test(text) ? text.normalize('NFKC').replaceAll(STROKE, '') : text;
}

const SHAPED = /[\u0640\ufb1d-\ufdff\ufe70-\ufefc]/;
const STROKE = '\u0640';

/** In shares of the size: words that stand further apart are of two cells. */
const BESIDE = 0.75;

/**
 * Words of one text that run to the left, as one word whose text reads as it is spoken; everything else on the line is
 * told from the left.
 */
export function joinRightToLeft(words: Word[]): Word[] {
  if (!words.some(runsLeft)) return words;
  const joined: Word[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    const isOne =
      before !== undefined && runsLeft(word) && runsLeft(before) && word.left - before.right < BESIDE * word.size;
    if (!isOne) joined.push(word);
    else joined[joined.length - 1] = { ...before, text: `${word.text} ${before.text}`, right: word.right };
  }
  return joined;
}

export function runsLeft({ text }: Word): boolean {
  return LEFTWARD.test(text);
}

const LEFTWARD = /[\u05d0-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufefc]/;
