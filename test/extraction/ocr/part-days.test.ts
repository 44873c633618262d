import { expect, test } from 'vitest';
import type { Line } from '../../../src/extraction/layout/word.ts';
import { partDays, readDays } from '../../../src/extraction/ocr/part-days.ts';

/** A line of words where they stand, in points. */
const line = (...words: [text: string, left: number, right: number][]): Line => ({
  page: 1,
  baseline: 100,
  size: 10,
  words: words.map(([text, left, right]) => ({
    text,
    left,
    right,
    baseline: 100,
    size: 10,
    afterSpace: true,
    certainty: 0.95,
  })),
});
const COLUMN = [line(['17', 53, 60], ['JAN', 63, 80]), line(['14', 53, 60], ['JAN', 63, 80])];
const texts = (lines: readonly Line[]) => lines.at(-1)?.words.map(({ text }) => text);

test('a day that was read in one with its month stands apart from it, as all others of its column do', () => {
  const parted = partDays([...COLUMN, line(['13JAN', 53, 80], ['2019', 83, 102])]);
  expect(texts(parted)).toEqual(['13', 'JAN', '2019']);
  expect(parted.at(-1)?.words[1]?.right).toBe(80);
});

test('what stands elsewhere, or is no month, stays in one', () => {
  expect(texts(partDays([...COLUMN, line(['13JAN', 200, 227])]))).toEqual(['13JAN']);
  expect(texts(partDays([...COLUMN, line(['13LAN', 53, 80])]))).toEqual(['13LAN']);
  expect(texts(partDays([line(['13JAN', 53, 80]), line(['14JAN', 53, 80])]))).toEqual(['14JAN']);
});

test('what stands before a month and is no day is the day that OCR has also read', () => {
  const read = (alternatives: string[]) => {
    const own = line(['0', 53, 60], ['JAN', 63, 80]);
    return texts(readDays([{ ...own, words: own.words.map((word) => ({ ...word, alternatives })) }]));
  };
  expect(read(['(0', '05'])).toEqual(['05', 'JAN']);
  expect(read(['(0', '45'])).toEqual(['0', 'JAN']);
});

test('a letter before a month that looks like a digit is a day below other days, for a person to look at', () => {
  const day = (text: string, left: number) =>
    readDays([...COLUMN, line([text, left, left + 4], ['JAN', 63, 80])]).at(-1)?.words[0];
  expect(day('I', 53)).toMatchObject({ text: '1', printed: 'I', certainty: 0.7 });
  expect(day('I', 20)).toMatchObject({ text: 'I', certainty: 0.95 });
  expect(day('A', 53)).toMatchObject({ text: 'A', certainty: 0.95 });
});
