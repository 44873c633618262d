import { darkRuns, type Ink, partOf } from './ink.ts';

/** Between letters, columns are no darker than this; where they are closer to each other, than the next. */
const GAPS = [20, 60, 110];
/** The widest digit of a word is no wider than so many times the narrowest. */
const DIGITS_DIFFER = 1.4;

/** A word whose text is known, cut between its letters; null where they touch. */
export function cutLetters(ink: Ink, text: string): Ink[] | null {
  const letters = [...text];
  for (const gap of GAPS) {
    const runs = darkRuns(ink, gap);
    if (runs.length !== letters.length) continue;
    const parts = runs.map((run) => partOf(ink, run));
    return areLikely(letters, parts) ? parts : null;
  }
  return null;
}

/** Where a letter falls apart and two others touch, their number is right, and their widths are not. */
function areLikely(letters: readonly string[], parts: readonly Ink[]): boolean {
  const widths = (kind: RegExp) => parts.filter((_, at) => kind.test(letters[at] ?? '')).map(({ width }) => width);
  const digits = widths(/[02-9]/);
  if (digits.length === 0) return true;
  const widest = Math.max(...digits);
  return widest <= DIGITS_DIFFER * Math.min(...digits) && Math.max(0, ...widths(/[1.,:;'’()]/)) <= widest;
}
