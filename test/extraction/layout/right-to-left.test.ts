import { expect, it } from 'vitest';
import { readInOrder } from '../../../src/extraction/layout/direction/read-in-order.ts';
import { drawWords } from '../../../src/extraction/layout/draw-words.ts';
import { readLines } from '../../../src/extraction/layout/read-lines.ts';

const SIZE = 10;
const WIDTH = 5;

/** Letters in the order in which they are read, each with the place that it has among them from the left. */
type Letters = [letter: string, place: number][];

/** What a line says on which these are drawn. */
function lineOf(letters: Letters): string {
  const drawer = drawWords();
  for (const [letter, place] of letters) {
    if (letter === ' ') continue;
    const [left, right] = [place * WIDTH, (place + 1) * WIDTH];
    drawer.add({ code: letter.codePointAt(0) ?? 0, left, right, baseline: 20, size: SIZE, afterSpace: false });
  }
  const lines = readLines({ page: 1, undecoded: 0, isHidden: false, pictureShare: 0, ...drawer.finish() });
  return readInOrder(lines)
    .flatMap(({ words }) => words.map(({ text }) => text))
    .join(' ');
}

/** A text that begins at its right end. */
function leftward(text: string, rightmost: number): Letters {
  return [...text].map((letter, at) => [letter, rightmost - at]);
}

it('words that run to the left read as they are spoken, and so do the figures beside them', () => {
  const figure: Letters = [...'8,120.50'].map((letter, at) => [letter, at]);
  expect(lineOf([...leftward('الرصيد السابق', 40), [' ', 8], ...figure])).toBe('الرصيد السابق 8,120.50');
});

it('pieces of a word that were drawn apart are put together from the right', () => {
  expect(lineOf([...leftward('דוגמה', 30), ...leftward('בנק ל', 35)])).toBe('בנק לדוגמה');
});

it('both letters of a ligature stand at its place', () => {
  const opening: Letters = [
    ['ا', 9],
    ['ل', 8],
    ['ا', 8],
    ['ف', 7],
  ];
  expect(lineOf(opening)).toBe('الاف');
});

it('shapes and strokes of a font are the letters that are meant', () => {
  expect(lineOf(leftward('ﺭﺻـﻴﺪ', 9))).toBe('رصيد');
});

it('a mark behind a word is told behind it', () => {
  expect(lineOf([...leftward('מספר', 30), [':', 26], [' ', 25], ['7', 23], ['8', 24]])).toBe('מספר: 78');
});
