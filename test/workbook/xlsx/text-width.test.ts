import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textWidth, wrappedLines } from '../../../src/workbook/xlsx/text-width.ts';

test('a text is as wide as its letters are, not as many as they are', () => {
  expect(textWidth('1234567890')).toBeCloseTo(10);
  expect(textWidth('illicit')).toBeLessThan(textWidth('MAMMOTH'));
  expect(textWidth('残高証明')).toBe(8);
});

test.each([
  ['', 10, 1],
  ['Rent January', 40, 1],
  ['Rent January', 8, 2],
  ['Donaudampfschifffahrtsgesellschaft', 12, 3],
  ['CARD PURCHASE GREENGROCER IN THE HIGH STREET 4', 30, 2],
])('%j in a column of %i takes %i lines', (text, width, lines) => {
  expect(wrappedLines(text, width)).toBe(lines);
});

test('no text is given less room than its letters need, nor a line for nothing', () => {
  const text = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 12 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, fc.integer({ min: 4, max: 60 }), (line, width) => {
      const lines = wrappedLines(line, width);
      expect(lines).toBeGreaterThanOrEqual(Math.floor(textWidth(line.replaceAll(' ', '')) / width));
      expect(lines).toBeLessThanOrEqual(Math.ceil((2 * textWidth(line)) / width) + line.split(' ').length);
    }),
  );
});
