import type { DrawnPage } from './character.ts';
import { hasRightToLeft, spelled } from './direction/right-to-left.ts';
import { OVERPRINT, WORD_GAP } from './draw-words.ts';
import type { Line, Word } from './word.ts';

/** Cells of one row stand on one baseline, but for rounding; text beside the table seldom does. */
const SAME_LINE = 0.17;

/** Arabic letters stand further apart within a word, and reach over each other, in shares of the font size. */
const JOINED = [0.24, 0.6] as const;

/** The lines of a page from top to bottom, each with its words from left to right. */
export function readLines({ page, words: drawn, placement = null }: DrawnPage): Line[] {
  const words = drawn.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left);
  // Most pages have no letters that run to the left, and their words are asked for them only once.
  const isToLeft = drawn.some(({ text }) => hasRightToLeft(text)) ? hasRightToLeft : () => false;
  const lines: Line[] = [];
  let group: Word[] = [];
  /** As printed, from left to right, becomes as spelled. */
  const spell = (word: Word): Word => (isToLeft(word.text) ? { ...word, text: spelled(word.text) } : word);
  const close = () => {
    const [first] = group;
    if (first === undefined) return;
    const size = Math.max(...group.map((word) => word.size));
    lines.push({ page, baseline: first.baseline, size, words: joinPieces(group, isToLeft).map(spell), placement });
    group = [];
  };
  for (const word of words) {
    const [first] = group;
    if (first !== undefined && word.baseline - first.baseline > SAME_LINE * Math.min(first.size, word.size)) close();
    group.push(word);
  }
  close();
  return lines;
}

/** Puts pieces of a word together that were drawn apart, and drops what is printed twice on the same place. */
function joinPieces(pieces: Word[], isToLeft: (text: string) => boolean): Word[] {
  const words: Word[] = [];
  for (const piece of fromLeft(pieces)) {
    const before = words.at(-1);
    if (before !== undefined) {
      const gap = piece.left - before.right;
      // Letters that run to the left come one by one, and some are slender.
      const overprint = OVERPRINT * (isToLeft(piece.text) ? piece.right - piece.left : piece.size);
      if (before.text === piece.text && Math.abs(piece.left - before.left) < overprint) continue;
      const [reach, overlap] = isToLeft(piece.text) || isToLeft(before.text) ? JOINED : [WORD_GAP, WORD_GAP];
      if (!piece.afterSpace && gap < reach * piece.size && gap > -overlap * piece.size) {
        words[words.length - 1] = {
          ...before,
          text: before.text + piece.text,
          right: Math.max(before.right, piece.right),
          size: Math.max(before.size, piece.size),
        };
        continue;
      }
    }
    words.push(piece);
  }
  return words;
}

/** From left to right; the letters of a ligature are told in the order in which they are read, all at its own place. */
function fromLeft(pieces: Word[]): Word[] {
  const isLigature = (a: Word, b: Word) => a.left === b.left && a.right === b.right && hasRightToLeft(a.text);
  return pieces
    .map((piece, at) => ({ piece, at }))
    .sort((a, b) => a.piece.left - b.piece.left || (isLigature(a.piece, b.piece) ? b.at - a.at : a.at - b.at))
    .map(({ piece }) => piece);
}
