import { expect, test } from 'vitest';
import { isWeekday } from '../../../src/extraction/vocabulary/weekdays.ts';

const LANGUAGES =
  'ar bg cs da de el en es et fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt ro ru sk sl sv th tr uk vi zh'.split(
    ' ',
  );
/** A Sunday and the six days after it. */
const WEEK = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2023, 0, 1 + day)));

test.each(LANGUAGES)('the days of the week in the language %s are known as Unicode has them', (language) => {
  for (const weekday of ['long', 'short'] as const) {
    const { format } = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
    for (const day of WEEK) expect(format(day)).toSatisfy(isWeekday);
  }
});

test.each([
  'Tuesday,',
  'Wed',
  'Donnerstag',
  'Do.',
  'vendredi',
  'MIÉRCOLES',
  'Środa',
  'понедельник',
  '火曜日',
  'Sunday',
])('%s is a day of the week', (word) => {
  expect(isWeekday(word)).toBe(true);
});

test.each(['Payment', 'May', '5', '', 'Today'])('%j is none', (word) => {
  expect(isWeekday(word)).toBe(false);
});
