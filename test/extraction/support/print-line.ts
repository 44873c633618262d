import type { Line, Word } from '../../../src/extraction/layout/word.ts';

const SIZE = 10;
const CHARACTER = 5;

/** Letters of East Asia are twice as wide; marks over letters take no room. */
const WIDE = /[\u1100-\u115f\u2e80-\u33ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/gu;
const TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
const MARKS = /\p{Mn}/gu;

function widthOf(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  const marks = text.match(MARKS)?.length ?? 0;
  return (text.length + wide - marks) * CHARACTER;
}

/**
 * A line of typewriter text: each character is 5 points wide, at font size 10. One space keeps words together, several
 * part columns, as on paper.
 */
export function printLine(text: string, { page = 1, baseline = 0 } = {}): Line {
  const words: Word[] = [];
  for (const match of text.matchAll(/\S+/g)) {
    const left = widthOf(text.slice(0, match.index));
    const right = left + widthOf(match[0]);
    words.push({ text: match[0], left, right, baseline, size: SIZE, afterSpace: true });
  }
  return { page, baseline, size: SIZE, words: printToLeft(words) };
}

/** Texts of Hebrew or Arabic are typed as they are read; on paper each of their words stands to the left of the last. */
function printToLeft(words: readonly Word[]): Word[] {
  const texts: Word[][] = [];
  for (const word of words) {
    const [text, before] = [texts.at(-1), texts.at(-1)?.at(-1)];
    if (text !== undefined && before !== undefined && word.left - before.right <= CHARACTER) text.push(word);
    else texts.push([word]);
  }
  return texts.flatMap((text) => {
    if (!text.some((word) => TO_LEFT.test(word.text))) return text;
    const axis = (text[0]?.left ?? 0) + (text.at(-1)?.right ?? 0);
    return text.map((word) => ({ ...word, left: axis - word.right, right: axis - word.left })).toReversed();
  });
}

/** The lines of one page, evenly spaced; empty lines leave room. */
export function printPage(text: string, page = 1): Line[] {
  return text
    .split('\n')
    .map((line, index) => printLine(line, { page, baseline: index * SIZE * 1.3 }))
    .filter((line) => line.words.length > 0);
}
