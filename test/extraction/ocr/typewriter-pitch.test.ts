import { expect, test } from 'vitest';
import { withTypewriterPlaces } from '../../../src/extraction/ocr/typewriter-pitch.ts';

const LINES = [
  'Card payment Orchard Foods',
  'Direct Debit Granville Energy',
  'Standing order Halcyon Insurance',
  'Contactless Northline Rail 1,234.56',
  'Bank credit Oakfield Lettings',
  'Cash withdrawal Kestrel Fuels',
];

/** Words whose letters are `widthOf` wide, less what a letter leaves free of its place; the last line is set smaller. */
const lines = (widthOf: (text: string) => number) =>
  LINES.map((line, row) =>
    line.split(' ').map((text, at) => ({
      text,
      left: 100 * at,
      right: 100 * at + (widthOf(text) - 2.1) * (row === LINES.length - 1 ? 0.8 : 1),
      baseline: 10 * row,
      size: 10,
      afterSpace: true,
      certainty: 0.9,
    })),
  );

test('words of a typewriter face are as wide as their places, in each size that lines are set in', () => {
  for (const { text, left, right, baseline } of withTypewriterPlaces(lines((own) => own.length * 6))) {
    const place = baseline < 50 ? 6 : 4.8;
    expect(right - left).toBeGreaterThan(text.length * place - 0.5);
    expect(right - left).toBeLessThan(text.length * place + 0.5);
  }
});

test('words of other faces stay as they were measured', () => {
  const printed = lines((own) =>
    [...own].reduce((sum, letter) => sum + (/[iltfj.,]/.test(letter) ? 2.5 : /[A-ZmwM]/.test(letter) ? 7.5 : 5), 0),
  );
  expect(withTypewriterPlaces(printed)).toEqual(printed.flat());
});
