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
  let lastCode = 0;
  let lastLeft = 0;
  let lastBaseline = 0;

  const close = (): void => {
    if (current !== null) current.text = String.fromCodePoint(...codes);
    codes = [];
  };

  return {
    add({ code, left, right, baseline, size, afterSpace }) {
      characters++;
      // What runs to the left is put together by its places: PDFs draw it from either end.
      const isApart = isRightToLeft(code) || isRightToLeft(lastCode);
      if (current !== null && !isApart && Math.abs(baseline - lastBaseline) < SAME_BASELINE) {
        if (code === lastCode && Math.abs(left - lastLeft) < OVERPRINT * (right - left)) return;
        const gap = left - current.right;
        if (!afterSpace && gap < WORD_GAP * size && gap > -MAX_OVERLAP * size && codes.length < LONGEST) {
          codes.push(code);
          if (right > current.right) current.right = right;
          if (size > current.size) current.size = size;
          [lastCode, lastLeft, lastBaseline] = [code, left, baseline];
          return;
        }
      }
      close();
      codes.push(code);
      current = { text: '', left, right, baseline, size, afterSpace };
      words.push(current);
      [lastCode, lastLeft, lastBaseline] = [code, left, baseline];
    },
    finish() {
      close();
      return { words, characters };
    },
  };
}

/** Nothing on a statement is longer; and so many arguments a call can take. */
const LONGEST = 10_000;
