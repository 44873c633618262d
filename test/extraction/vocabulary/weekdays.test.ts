import { expect, test } from 'vitest';
import { isWeekday } from '../../../src/extraction/vocabulary/weekdays.ts';

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
