import { expect, test } from 'vitest';
import type { Line } from '../../../src/extraction/layout/word.ts';
import { joinDecimals } from '../../../src/extraction/ocr/join-decimals.ts';

/** A line of words where they stand, in points. */
const line = (...words: [text: string, left: number, right: number][]): Line => ({
  page: 1,
  baseline: 100,
  size: 8,
  words: words.map(([text, left, right]) => ({
    text,
    left,
    right,
    baseline: 100,
    size: 8,
    afterSpace: true,
    certainty: 0.95,
  })),
});
const COLUMN = ['7405,80', '7391,89', '7341,89', '7866,07'].map((text) => line([text, 497, 525]));
const texts = (own: Line) =>
  joinDecimals([...COLUMN, own])
    .at(-1)
    ?.words.map(({ text }) => text);

test('a figure and its decimals are one where the mark between them was taken for a space', () => {
  expect(texts(line(['7744,', 497, 516], ['65', 516, 524]))).toEqual(['7744,65']);
  expect(texts(line(['6373', 497, 514], ['77', 517, 525]))).toEqual(['6373,77']);
});

test('numbers that end elsewhere, stand further apart or are whole already stay apart', () => {
  expect(texts(line(['0345', 300, 314], ['60', 317, 325]))).toEqual(['0345', '60']);
  expect(texts(line(['6373', 490, 507], ['77', 517, 525]))).toEqual(['6373', '77']);
  expect(texts(line(['12,50', 492, 514], ['77', 517, 525]))).toEqual(['12,50', '77']);
});
