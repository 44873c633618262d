import type { DrawnPage } from './character.ts';
import { OVERPRINT, WORD_GAP } from './draw-words.ts';
import { joinRightToLeft, runsLeft } from './right-to-left.ts';
import type { Line, Word } from './word.ts';

/** Cells of one row stand on one baseline, but for rounding; text beside the table seldom does. */
const SAME_LINE = 0.17;

/** The lines of a page from top to bottom, each with its words from left to right. */
export function readLines({ page, words: drawn, placement = null }: DrawnPage): Line[] {
  const words = drawn.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left);
  const lines: Line[] = [];
  let group: Word[] = [];
  const close = () => {
    const [first] = group;
    if (first === undefined) return;
    const size = Math.max(...group.map((word) => word.size));
    lines.push({ page, baseline: first.baseline, size, words: joinRightToLeft(joinPieces(group)).slice(), placement });
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
function joinPieces(pieces: Word[]): Word[] {
  const words: Word[] = [];
  for (const piece of pieces.toSorted((a, b) => a.left - b.left)) {
    const before = words.at(-1);
    if (before !== undefined) {
      const gap = piece.left - before.right;
      if (before.text === piece.text && Math.abs(piece.left - before.left) < OVERPRINT * piece.size) continue;
      if (!isParted(before, piece) && gap < WORD_GAP * piece.size && gap > -WORD_GAP * piece.size) {
        words[words.length - 1] = {
          ...before,
          text: runsLeft(piece) || runsLeft(before) ? piece.text + before.text : before.text + piece.text,
          right: Math.max(before.right, piece.right),
          afterSpace: runsLeft(piece) ? piece.afterSpace : before.afterSpace,
          size: Math.max(before.size, piece.size),
        };
        continue;
      }
    }
    words.push(piece);
  }
  return words;
}

/** Whether a space is printed between two pieces: where letters run to the left, it comes before the left one. */
function isParted(left: Word, right: Word): boolean {
  if (runsLeft(left)) return left.afterSpace || (!runsLeft(right) && right.afterSpace);
  return !runsLeft(right) && right.afterSpace;
}
