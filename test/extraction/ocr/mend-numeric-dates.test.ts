import { expect, test } from 'vitest';
import type { Line } from '../../../src/extraction/layout/word.ts';
import { mendNumericDates } from '../../../src/extraction/ocr/mend-numeric-dates.ts';

/** Lines of words, each 60 points from the one before it. */
const lines = (...texts: string[]): Line[] =>
  texts.map((text, row) => ({
    page: 1,
    baseline: row * 12,
    size: 10,
    words: text.split(' ').map((own, at) => ({
      text: own,
      left: 50 + at * 60,
      right: 90 + at * 60,
      baseline: row * 12,
      size: 10,
      afterSpace: true,
      certainty: 0.9,
    })),
  }));
const last = (...texts: string[]) =>
  mendNumericDates(lines(...texts))
    .at(-1)
    ?.words.at(-1);

test.each([
  ['2802/15', '28/02/15'],
  ['28/0215', '28/02/15'],
  ['28102/15', '28/02/15'],
  ['28/02715', '28/02/15'],
])('the end of a period that was read as %s is %s', (read, meant) => {
  expect(last(`Period 01/02/15 - ${read}`)).toMatchObject({ text: meant, printed: read, certainty: 0.7 });
});

test('in a column of dates a point is given back', () => {
  expect(last('03.11.2019', '04.11.2019', '0711.2019')?.text).toBe('07.11.2019');
});

test.each([
  ['no day is of that number', ['Period 01/02/15 - 4802/15']],
  ['no month is of that number', ['Period 01/02/15 - 2822/15']],
  ['nothing beside it is a date', ['Invoice 2802/15']],
  ['it is written otherwise than the dates beside it', ['Period 01/02/2015 - 2802/15']],
  ['it stands in no column of dates', ['03/11/19 Cheque', '04/11/19 Cheque', 'Reference 0711/19']],
])('what looks like a date is left as it is where %s', (_, texts) => {
  expect(last(...texts)?.text).toBe(texts.at(-1)?.split(' ').at(-1));
});
