import { foldTerms } from './phrase-book.ts';

/** Whose words for the days of the week are known. */
const LANGUAGES =
  'ar bg cs da de el en es et fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt ro ru sk sl sv th tr uk vi zh'.split(
    ' ',
  );

/** A Sunday and the six days after it. */
const WEEK = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2023, 0, 1 + day)));

const names = new Set(
  LANGUAGES.flatMap((language) =>
    (['long', 'short'] as const).flatMap((weekday) => {
      const { format } = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      return WEEK.map((day) => fold(format(day)));
    }),
  ),
);

/** Whether a word is the name of a day of the week, in full or shortened: `Tuesday,`, `ven.`. */
export const isWeekday = (word: string): boolean => names.has(fold(word));

function fold(text: string): string {
  return foldTerms(text).join(' ');
}
