import { expect, test } from 'vitest';
import { withTypewriterPlaces } from '../../../src/extraction/ocr/typewriter-pitch.ts';

const TEXTS = [
  'Card',
  'payment',
  'Orchard',
  'Foods',
  'Direct',
  'Debit',
  'Granville',
  'Energy',
  'Standing',
  'order',
  '1,234.56',
];

/** Words whose letters are `widthOf` wide, less what a letter leaves free of its place. */
const words = (widthOf: (text: string) => number) =>
  TEXTS.map((text, at) => ({
    text,
    left: 100 * at,
    right: 100 * at + widthOf(text) - 1.4,
    baseline: 10,
    size: 10,
    afterSpace: true,
    certainty: 0.9,
  }));

test('words of a typewriter face are as wide as their places', () => {
  for (const { text, left, right } of withTypewriterPlaces(words((own) => own.length * 6))) {
    expect(right - left).toBeGreaterThan(text.length * 6 - 0.5);
    expect(right - left).toBeLessThan(text.length * 6 + 0.5);
  }
});

test('words of other faces stay as they were measured', () => {
  const printed = words((own) =>
    [...own].reduce((sum, letter) => sum + (/[iltfj.,]/.test(letter) ? 2.5 : /[A-ZmwM]/.test(letter) ? 7.5 : 5), 0),
  );
  expect(withTypewriterPlaces(printed)).toEqual(printed);
});
