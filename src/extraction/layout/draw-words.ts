import type { Character } from './character.ts';
import { isRightToLeft } from './direction/right-to-left.ts';
import type { Word } from './word.ts';

/** Shares of the font size. A space is rarely narrower than a fifth of it; kerning never moves as far. */
export const WORD_GAP = 0.16;
/** Characters drawn one after the other may overlap a little where they are kerned. */
const MAX_OVERLAP = 0.4;
/** Text drawn twice to look bold is moved by less than this. */
export const OVERPRINT = 0.2;
/** Points within which a baseline is the same. */
const SAME_BASELINE = 0.5;

/** Takes characters one after the other, and what it is given it does not keep. */
export type WordDrawer = {
  add(character: Readonly<Character>): void;
  /** The words so far, with how many characters were added. */
  finish(): { words: Word[]; characters: number };
};

/** Words in the order in which they are drawn, so that texts printed over each other do not mix their letters. */
export function drawWords(): WordDrawer {
  const words: Word[] = [];
  let current: Word | null = null;
  let codes: number[] = [];
  let characters = 0;
  // The character before, in one place: a page has thousands.
  const last = { code: 0, left: 0, baseline: 0 };

  const close = (): void => {
    if (current !== null) current.text = String.fromCodePoint(...codes);
    codes = [];
  };

  const keep = (code: number, left: number, baseline: number): void => {
    codes.push(code);
    last.code = code;
    last.left = left;
    last.baseline = baseline;
  };

  return {
    add({ code, left, right, baseline, size, afterSpace }) {
      characters++;
      // What runs to the left is put together by its places: PDFs draw it from either end.
      const isApart = isRightToLeft(code) || isRightToLeft(last.code);
      if (current !== null && !isApart && Math.abs(baseline - last.baseline) < SAME_BASELINE) {
        if (code === last.code && Math.abs(left - last.left) < OVERPRINT * (right - left)) return;
        const gap = left - current.right;
        if (!afterSpace && gap < WORD_GAP * size && gap > -MAX_OVERLAP * size && codes.length < LONGEST) {
          if (right > current.right) current.right = right;
          if (size > current.size) current.size = size;
          keep(code, left, baseline);
          return;
        }
      }
      close();
      current = { text: '', left, right, baseline, size, afterSpace };
      words.push(current);
      keep(code, left, baseline);
    },
    finish() {
      close();
      return { words, characters };
    },
  };
}

/** Nothing on a statement is longer; and so many arguments a call can take. */
const LONGEST = 10_000;
