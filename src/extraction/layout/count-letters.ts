import type { Line } from './word.ts';

/** How many characters stand on the lines, without spaces. */
export function countLetters(lines: readonly Line[]): number {
  let count = 0;
  for (const { words } of lines) for (const { text } of words) count += text.length - surrogatePairs(text);
  return count;
}

/** Two halves make one character. */
function surrogatePairs(text: string): number {
  return BEYOND_BASIC.test(text) ? text.length - [...text].length : 0;
}

const BEYOND_BASIC = /[\ud800-\udbff]/;
