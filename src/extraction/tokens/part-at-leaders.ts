import type { Word } from '../layout/word.ts';

/** Dots that lead the eye from one column to the next: `DATE......AMOUNT`. Between digits they hide others. */
const LEADER = /(?<=[^.]|^)\.{4,}(?=[^.])/g;
const MASKED = /\d\.{4,}\d/;

/** Words without the dots that join them: what leaders lead to is a word of its own. */
export function partAtLeaders(words: readonly Word[]): Word[] {
  return words.some(({ text }) => isJoined(text)) ? words.flatMap(partsOf) : [...words];
}

function isJoined(text: string): boolean {
  return text.includes('....') && /[^.]\.{4,}[^.]/.test(text) && !MASKED.test(text);
}

function partsOf(word: Word): Word[] {
  if (!isJoined(word.text)) return [word];
  const letter = (word.right - word.left) / word.text.length;
  const parts: Word[] = [];
  let from = 0;
  for (const { index, 0: dots } of [...word.text.matchAll(LEADER), Object.assign([''], { index: word.text.length })]) {
    if (index > from) {
      parts.push({
        ...word,
        text: word.text.slice(from, index),
        left: word.left + from * letter,
        right: word.left + index * letter,
      });
    }
    from = index + (dots?.length ?? 0);
  }
  return parts;
}
