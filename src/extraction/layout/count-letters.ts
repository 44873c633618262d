import type { Line } from './word.ts';

/** How many characters stand on the lines, without spaces. */
export const countLetters = (lines: readonly Line[]): number =>
  lines.flatMap(({ words }) => words).reduce((sum, { text }) => sum + [...text].length, 0);
