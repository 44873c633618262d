import type { Line, Word } from '../layout/word.ts';
import { LOOKS_LIKE_DIGIT } from './looks-like-digit.ts';
import { isMonthName } from './month-name.ts';

const GLUED = /^(\d{1,2}\.?)(\p{L}{3,9}\.?)$/u;
const DAY = /^\d{1,2}\.?$/;
/** In shares of the font size; and with so many others. */
const ALIGNED = 0.5;
const FEWEST_ALIGNED = 2;
/** How sure a day is that was read in letters: it is for a person to look at. */
const SURE = 0.7;

/**
 * Sets a day apart from its month again where the other dates of its column have a space between them, and OCR has seen
 * none: `13JAN 2019` below `17 JAN 2019`.
 */
export function partDays(lines: readonly Line[]): Line[] {
  const dates = lines.flatMap(({ words }) =>
    words.flatMap((day, at) => {
      const month = words[at + 1];
      return month !== undefined && DAY.test(day.text) && isMonthName(month.text) ? [{ day, month }] : [];
    }),
  );
  if (dates.length < FEWEST_ALIGNED) return [...lines];
  const isInColumn = ({ left, right, size }: Word) =>
    dates.filter(
      ({ day, month }) => Math.abs(day.left - left) < ALIGNED * size || Math.abs(month.right - right) < ALIGNED * size,
    ).length >= FEWEST_ALIGNED;
  return lines.map((line) => ({
    ...line,
    words: line.words.flatMap((word) => (word.certainty !== undefined && isInColumn(word) ? part(word) : [word])),
  }));
}

/**
 * Reads what stands before a month, and is no day, as OCR has also read it, where that is one; and letters that look
 * like digits, where other days begin or end in the same place: `I dec` above `4 dec`.
 */
export function readDays(lines: readonly Line[]): Line[] {
  const isBeforeMonth = (line: Line, at: number) => isMonthName(line.words[at + 1]?.text ?? '');
  const days = lines.flatMap((line) => line.words.filter(({ text }, at) => isDayText(text) && isBeforeMonth(line, at)));
  const isInColumn = ({ left, right, size }: Word) =>
    days.filter((day) => Math.abs(day.left - left) < ALIGNED * size || Math.abs(day.right - right) < ALIGNED * size)
      .length >= FEWEST_ALIGNED;
  return lines.map((line) => ({
    ...line,
    words: line.words.map((word, at) => {
      if (word.certainty === undefined || isDayText(word.text) || !isBeforeMonth(line, at)) return word;
      const other = word.alternatives?.find(isDayText);
      if (other !== undefined) return { ...word, text: other, printed: word.text };
      const text = Array.from(word.text, (letter) => LOOKS_LIKE_DIGIT[letter] ?? letter).join('');
      if (!isDayText(text) || !isInColumn(word)) return word;
      return { ...word, text, printed: word.text, certainty: Math.min(word.certainty, SURE) };
    }),
  }));
}

const isDayText = (text: string): boolean =>
  DAY.test(text) && Number.parseInt(text, 10) >= 1 && Number.parseInt(text, 10) <= 31;

function part(word: Word): Word[] {
  const [, day = '', month = ''] = GLUED.exec(word.text) ?? [];
  if (!isMonthName(month)) return [word];
  const middle = word.left + ((word.right - word.left) * day.length) / word.text.length;
  const { alternatives: _, ...rest } = word;
  return [
    { ...rest, text: day, right: middle },
    { ...rest, text: month, left: middle },
  ];
}
