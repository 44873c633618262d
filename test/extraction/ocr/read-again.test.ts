import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/extraction/ocr/read-again.ts';

describe('three readings of a word come to', () => {
  test.each([
    ['what two of them say', ['14.57', '1451', '14.57'], '14.57', 0.7],
    ['the one with marks where they agree on the digits', ['12/07/17', '12/0717', '12/0717'], '12/07/17', 0.95],
    ['a figure with its decimal mark', ['1457', '14.57', '1457'], '14.57', 0.95],
    ['the digit that another takes for a letter', ['O6APR', '06APR', '06APR'], '06APR', 0.95],
    ['what has the marks where each says something else', ['4?1', '4.31', '481'], '4.31', 0.4],
    ['the first where nobody agrees on anything', ['A1', 'B2', 'C3'], 'B2', 0.4],
    ['what two see where the third sees nothing', ['', '85.00', '85.00'], '85.00', 0.7],
  ] as const)('%s', (_, said, text, certainty) => {
    expect(decide(said)).toMatchObject({ text, certainty });
  });

  test('no certainty where the same digits make two days', () => {
    expect(decide(['1/12/24', '11/2/24', '11/2/24'])).toMatchObject({ certainty: 0.7, alternatives: ['1/12/24'] });
  });

  test('and what was outvoted is kept', () => {
    expect(decide(['14.57', '14.51', '14.57']).alternatives).toEqual(['14.51']);
  });
});
