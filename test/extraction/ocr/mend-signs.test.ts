import { expect, test } from 'vitest';
import type { Line } from '../../../src/extraction/layout/word.ts';
import { mendSigns } from '../../../src/extraction/ocr/mend-signs.ts';

/** A column of figures that end at 400 points; the third was also read as `other`. */
const column = (texts: string[], other: string): Line[] =>
  texts.map((text, at) => ({
    page: 1,
    baseline: at * 12,
    size: 10,
    words: [
      {
        text,
        left: 360,
        right: 400,
        baseline: at * 12,
        size: 10,
        afterSpace: true,
        certainty: 0.7,
        alternatives: at === 2 ? [other] : [],
      },
    ],
  }));
const third = (texts: string[], other: string) => mendSigns(column(texts, other))[2]?.words[0];

test('a minus that one reading has seen is given back where all figures around have one', () => {
  expect(third(['-20,00', '-233,35', '932,72', '-167,61', '-725,00'], '-932,72')).toMatchObject({
    text: '-932,72',
    printed: '932,72',
    alternatives: ['932,72'],
  });
  expect(third(['20.00-', '233.35-', '932.72', '167.61-'], '932.72-')?.text).toBe('932.72-');
});

test.each([
  ['figures around it have none', ['-20,00', '233,35', '932,72', '-167,61', '-725,00'], '-932,72'],
  ['too few figures are around it', ['Umsatz', '-233,35', '932,72', '-167,61'], '-932,72'],
  ['the others have theirs elsewhere', ['20,00-', '233,35-', '932,72', '167,61-'], '-932,72'],
  ['another figure was read', ['-20,00', '-233,35', '932,72', '-167,61'], '-932,12'],
])('a figure stays as most have read it where %s', (_, texts, other) => {
  expect(third(texts, other)?.text).toBe('932,72');
});
