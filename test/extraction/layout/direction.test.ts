import { describe, expect, it } from 'vitest';
import { readInOrder } from '../../../src/extraction/layout/direction/read-in-order.ts';
import { spelled } from '../../../src/extraction/layout/direction/right-to-left.ts';
import type { Line, Word } from '../../../src/extraction/layout/word.ts';

/** What stands on paper from left to right: each letter of a text that is read from right to left is typed backwards. */
const printed = (text: string) => [...text].toReversed().join('');

describe('a word that is printed from right to left', () => {
  it.each([
    ['חשבון:', printed('חשבון:')],
    ['בע"מ', printed('בע"מ')],
    ['ב-12.50', '12.50-ב'],
    ['ל-50%', '50%-ל'],
    ['ב-VISA', 'VISA-ב'],
    ['(תשלום', `${printed('תשלום')}(`],
    ['(الرياض)', `(${printed('الرياض')})`],
    ['שלום!', `\u200f${printed('שלום!')}`],
    ['سلام', '\ufee1\ufefc\ufeb3'],
  ])('is spelled %s', (spelling, letters) => {
    expect(spelled(letters)).toBe(spelling);
  });
});

describe('a line of words', () => {
  it('is mirrored with its columns where the document runs to the left, and keeps Latin texts and numbers', () => {
    const lines = [
      line('יתרה@40 חובה@120 תיאור@300 תאריך@460'),
      line('1,200.50@10 49.90@105 ACME@230 LTD@255 2024@275 מאת@300 העברה@320 05/02/2025@440'),
      line('1,150.60@10 45.00@105 )3@275 מתוך@290 (תשלום@315 06/02/2025@440'),
    ];
    expect(texts(readInOrder(lines))).toEqual([
      'תאריך תיאור חובה יתרה',
      '05/02/2025 העברה מאת ACME LTD 2024 49.90 1,200.50',
      '06/02/2025 (תשלום מתוך 3) 45.00 1,150.60',
    ]);
  });

  it('keeps each figure as far from the others as it was printed, and knows where it is on the page', () => {
    const source = line('1,200.50@10 העברה@345 05/02/2025@440', [0.001, 0, 0, 0.001, 0, 0]);
    const [own] = readInOrder([source]);
    const [day, , balance] = own?.words ?? [];
    const [printedBalance, , printedDay] = source.words;
    expect((balance?.left ?? 0) - (day?.left ?? 0)).toBe((printedDay?.right ?? 0) - (printedBalance?.right ?? 0));
    const [a = 0, , , , e = 0] = own?.placement ?? [];
    expect(a * (balance?.right ?? 0) + e).toBeCloseTo(0.001 * (printedBalance?.left ?? 0));
  });

  it('is left as it is where the columns run to the right, but for the texts in it that do not', () => {
    const lines = [
      line('Date@10 Description@100 תיאור@170 Balance@300'),
      line('05/02/2025@10 ATM@100 דיזנגוף@130 סניף@170 משיכה@195 1,200.50@300'),
      line('06/02/2025@10 מאת@100 העברה@120 1,300.50@300'),
    ];
    expect(texts(readInOrder(lines))).toEqual([
      'Date Description תיאור Balance',
      '05/02/2025 ATM משיכה סניף דיזנגוף 1,200.50',
      '06/02/2025 העברה מאת 1,300.50',
    ]);
  });

  it('of other languages is not looked at', () => {
    const lines = [line('Opening@10 balance@60 1,200.50@300')];
    expect(readInOrder(lines)).toBe(lines);
  });
});

function line(text: string, placement: Line['placement'] = null): Line {
  const words = text.split(' ').map((part): Word => {
    const [own = '', left] = part.split('@');
    return {
      text: own,
      left: Number(left),
      right: Number(left) + own.length * 5,
      baseline: 0,
      size: 10,
      afterSpace: true,
    };
  });
  return { page: 1, baseline: 0, size: 10, words, placement };
}

const texts = (lines: readonly Line[]) => lines.map(({ words }) => words.map(({ text }) => text).join(' '));
