import type { Character, CharacterPage } from './character.ts';
import type { Line, Word } from './word.ts';

/** Shares of the font size. A space is rarely narrower than a fifth of it; kerning never moves as far. */
const WORD_GAP = 0.16;
/** Characters drawn one after the other may overlap a little where they are kerned. */
const MAX_OVERLAP = 0.4;
/** Cells of one row stand on one baseline, but for rounding; text beside the table seldom does. */
const SAME_LINE = 0.17;
/** Text drawn twice to look bold is moved by less than this. */
const OVERPRINT = 0.2;

/** The lines of a page from top to bottom, each with its words from left to right. */
export function readLines({ page, characters, placement = null }: CharacterPage): Line[] {
  const words = drawnWords(characters).toSorted((a, b) => a.baseline - b.baseline || a.left - b.left);
  const lines: Line[] = [];
  let group: Word[] = [];
  const close = () => {
    const [first] = group;
    if (first === undefined) return;
    const size = Math.max(...group.map((word) => word.size));
    lines.push({ page, baseline: first.baseline, size, words: joinPieces(group), placement });
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

/** Words in the order in which they are drawn, so that texts printed over each other do not mix their letters. */
function drawnWords(characters: Character[]): Word[] {
  const words: Word[] = [];
  let current: Word | undefined;
  let last: Character | undefined;
  for (const character of characters) {
    if (current !== undefined && last !== undefined && Math.abs(character.baseline - last.baseline) < 0.5) {
      if (isOverprint(last, character)) continue;
      const gap = character.left - current.right;
      if (!character.afterSpace && gap < WORD_GAP * character.size && gap > -MAX_OVERLAP * character.size) {
        current.text += character.text;
        current.right = Math.max(current.right, character.right);
        current.size = Math.max(current.size, character.size);
        last = character;
        continue;
      }
    }
    const { text, left, right, baseline, size, afterSpace } = character;
    current = { text, left, right, baseline, size, afterSpace };
    words.push(current);
    last = character;
  }
  return words;
}

function isOverprint(before: Character, after: Character): boolean {
  return before.text === after.text && Math.abs(before.left - after.left) < OVERPRINT * (after.right - after.left);
}

/** Puts pieces of a word together that were drawn apart, and drops what is printed twice on the same place. */
function joinPieces(pieces: Word[]): Word[] {
  const words: Word[] = [];
  for (const piece of pieces.toSorted((a, b) => a.left - b.left)) {
    const before = words.at(-1);
    if (before !== undefined) {
      const gap = piece.left - before.right;
      if (before.text === piece.text && Math.abs(piece.left - before.left) < OVERPRINT * piece.size) continue;
      if (!piece.afterSpace && gap < WORD_GAP * piece.size && gap > -WORD_GAP * piece.size) {
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
