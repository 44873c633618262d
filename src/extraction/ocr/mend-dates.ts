import type { Line, Word } from '../layout/word.ts';
import { LOOKS_LIKE_DIGIT } from './looks-like-digit.ts';
import { isMonthName } from './month-name.ts';

/** What OCR takes the digits of a day for, at the beginning of a date that is written in one: `Saoût`, `l6May`. */
const LOOKS_LIKE: Readonly<Record<string, string>> = { ...LOOKS_LIKE_DIGIT, T: '7' };
const DAY = /^(\d{1,2})\.?(\p{L}{3,9})\.?(?:\d\d|\d{4})?$/u;
/** So many dates that begin or end at the same place are a column, in shares of the font size. */
const FEWEST_ALIGNED = 2;
const ALIGNED = 0.5;
/** How sure a word is on which all readings agree. */
const AGREED = 0.95;
/** How sure a day is that was read in letters: it is for a person to look at. */
const SURE = 0.7;

/**
 * Gives dates that are written in one their digits and letters back, in a column of such dates: `Saoût` is `5août`, and
 * `040ct20` is `04Oct20`.
 */
export function mendDates(lines: readonly Line[]): Line[] {
  const dates = lines.flatMap((line) => line.words).filter(({ text }) => isDay(withMonth(text)));
  if (dates.length < FEWEST_ALIGNED) return [...lines];
  const isInColumn = (word: Word) =>
    dates.filter(
      ({ left, right }) =>
        Math.abs(left - word.left) < ALIGNED * word.size || Math.abs(right - word.right) < ALIGNED * word.size,
    ).length >= FEWEST_ALIGNED;
  return lines.map((line) => ({ ...line, words: line.words.map((word) => mend(word, isInColumn)) }));
}

/** The month that begins with an O that was read as a nought. */
const withMonth = (text: string): string => text.replace(/^(\d{1,2}\.?)0(?=\p{L}{2})/u, '$1O');

function isDay(text: string): boolean {
  const [, day, month = ''] = DAY.exec(text) ?? [];
  return Number(day) >= 1 && Number(day) <= 31 && isMonthName(month);
}

function mend(word: Word, isInColumn: (word: Word) => boolean): Word {
  if (word.certainty === undefined || isDay(word.text) || isMonthName(word.text)) return word;
  const month = withMonth(word.text);
  if (isDay(month) && isInColumn(word)) {
    // Where the readings differ in nothing else, all agree on the day.
    const isSure = (word.alternatives ?? []).every((other) => withMonth(other) === month);
    return { ...word, text: month, printed: word.text, ...(isSure ? { certainty: AGREED } : {}) };
  }
  const text = [...(word.alternatives ?? []), ...withDigits(word.text)].find(isDay);
  if (text === undefined || !isInColumn(word)) return word;
  return { ...word, text, printed: word.text, certainty: Math.min(word.certainty, SURE) };
}

/** The text with digits for the one or two letters at its beginning. */
const withDigits = (text: string): string[] =>
  [2, 1].map((length) => {
    const day = Array.from(text.slice(0, length), (letter) => LOOKS_LIKE[letter] ?? letter);
    return `${day.join('')}${text.slice(length)}`;
  });
