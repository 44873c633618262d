import type { Line, Word } from '../word.ts';
import { hasRightToLeft } from './right-to-left.ts';

/** With a smaller share of such words, the document is in another language. */
const LEAST_SHARE = 0.1;

/**
 * Whether the columns of a document follow each other from right to left. Where days and amounts stand on lines
 * together, days tell it: they come first. Otherwise most words do.
 */
export function runsToLeft(lines: readonly Line[]): boolean {
  const words = lines.flatMap((line) => line.words.filter(({ text }) => /\p{L}/u.test(text)));
  const share = words.filter(({ text }) => hasRightToLeft(text)).length / Math.max(1, words.length);
  if (share < LEAST_SHARE) return false;
  const sides = lines.map(sideOfDays);
  const [right, left] = [
    sides.filter((side) => side === 'right').length,
    sides.filter((side) => side === 'left').length,
  ];
  return right === left ? share > 0.5 : right > left;
}

/** On which side of all amounts of a line its day stands; null where it has none, or has some on either side. */
function sideOfDays({ words }: Line): 'left' | 'right' | null {
  const days = words.filter(isDay);
  const amounts = words.filter(isMoney);
  if (days.length === 0 || amounts.length === 0) return null;
  const [first, last] = [words.indexOf(amounts[0] as Word), words.indexOf(amounts.at(-1) as Word)];
  if (days.every((day) => words.indexOf(day) > last)) return 'right';
  return days.every((day) => words.indexOf(day) < first) ? 'left' : null;
}

const isDay = ({ text }: Word): boolean => /^[\d٠-٩۰-۹]{1,4}([./-])[\d٠-٩۰-۹]{1,2}(?:\1[\d٠-٩۰-۹]{2,4})?$/.test(text);

const isMoney = ({ text }: Word): boolean => /[\d٠-٩۰-۹][.,٫٬][\d٠-٩۰-۹]{2,3}[-)]?$/.test(text);
