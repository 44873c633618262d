import type { Line, Word } from '../../../src/extraction/layout/word.ts';

const SIZE = 10;
const CHARACTER = 5;

/**
 * A line of typewriter text: each character is 5 points wide, at font size 10. One space keeps words together, several
 * part columns, as on paper.
 */
export function printLine(text: string, { page = 1, baseline = 0 } = {}): Line {
  const words: Word[] = [];
  for (const match of text.matchAll(/\S+/g)) {
    const left = match.index * CHARACTER;
    const right = left + match[0].length * CHARACTER;
    words.push({ text: match[0], left, right, baseline, size: SIZE, afterSpace: true });
  }
  return { page, baseline, size: SIZE, words };
}

/** The lines of one page, evenly spaced; empty lines leave room. */
export function printPage(text: string, page = 1): Line[] {
  return text
    .split('\n')
    .map((line, index) => printLine(line, { page, baseline: index * SIZE * 1.3 }))
    .filter((line) => line.words.length > 0);
}
