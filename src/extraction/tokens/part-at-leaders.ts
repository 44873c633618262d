import type { Word } from '../layout/word.ts';

/**
 * Where one word is two: at dots that lead the eye from one column to the next (`DATE......AMOUNT`; between digits they
 * hide others), and behind the colon of a label with its figure (`Saldo:1.200,00`).
 */
const JOINT =
  /(?<=[^.\d])\.{4,}(?=[^.])|(?<=[^.])\.{4,}(?=[^.\d])|(?<=\p{L}[:：])(?=[-+(]?\p{Sc}?\d[\d.,]*[.,]\d{2}(?!\d))/gu;

/** Words, each alone: what leaders and labels lead to is a word of its own. */
export function partAtLeaders(words: readonly Word[]): readonly Word[] {
  return words.some(mayBeJoined) ? words.flatMap(partsOf) : words;
}

/** Most words need no closer look. */
function mayBeJoined({ text }: Word): boolean {
  return text.length > 5 && (text.includes('....') || /\D[:：]\D?\D?\d/u.test(text));
}

function partsOf(word: Word): Word[] {
  if (!mayBeJoined(word)) return [word];
  const letter = (word.right - word.left) / word.text.length;
  const place = (from: number, to: number): Word => ({
    ...word,
    text: word.text.slice(from, to),
    left: word.left + from * letter,
    right: word.left + to * letter,
  });
  const parts: Word[] = [];
  let from = 0;
  for (const { index, 0: dots } of word.text.matchAll(JOINT)) {
    parts.push(place(from, index));
    from = index + dots.length;
  }
  return from === 0 ? [word] : [...parts, place(from, word.text.length)];
}
