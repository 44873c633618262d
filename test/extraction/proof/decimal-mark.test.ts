import { describe, expect, it } from 'vitest';
import { readingOf, settleNotation } from '../../../src/extraction/proof/decimal-mark.ts';
import { printAmount } from '../../../src/extraction/tokens/amount.ts';
import { readTokens } from '../../../src/extraction/tokens/read-tokens.ts';
import { printPage } from '../support/print-line.ts';

/** The figures of a page as they are read once the whole page has told how figures are written. */
function figures(text: string): string[] {
  const lines = printPage(text).map((line, index) => readTokens(line, index));
  const notation = settleNotation(lines);
  return lines.flatMap(({ amounts }) => amounts.map((token) => printAmount(readingOf(token, notation).value)));
}

describe('the decimal mark is that of the figures which can be read in one way only', () => {
  it.each([
    ['a figure with both marks', '01.03.2025   1.234,56\n02.03.2025   1.234', ['1234.56', '1234.00']],
    ['two decimals', '01/03/2025   12.50\n02/03/2025   1,234', ['12.50', '1234.00']],
    ['several groups', '01.03.2025   1.234.567\n02.03.2025   12,50', ['1234567.00', '12.50']],
    ['groups parted by spaces', '01.03.2025   1 234,56', ['1234.56']],
  ])('%s', (_, text, expected) => {
    expect(figures(text)).toEqual(expected);
  });

  it('three decimals are dinars', () => {
    expect(figures('01/03/2025   1,234.567\n02/03/2025   12.250')).toEqual(['1234.567', '12.25']);
  });

  it.each([
    ['beside the figures', '01/03/2025   KD46.527\n02/03/2025   KD5.000'],
    ['in the heading', 'Date   Amount in KWD\n01/03/2025   46.527\n02/03/2025   5.000'],
  ])('three decimals everywhere are dinars where the currency is named %s', (_, text) => {
    expect(figures(text)).toEqual(['46.527', '5.00']);
  });

  it('whole units everywhere are yen or won, grouped by commas', () => {
    expect(figures('2025年3月1日   1,234\n2025年3月2日   12,500\n2025年3月3日   1,234,567')).toEqual([
      '1234.00',
      '12500.00',
      '1234567.00',
    ]);
  });

  it('a figure that makes no sense with the mark of the others is read with its own', () => {
    expect(figures('01.03.2025   1.234,56\n02.03.2025   12,50\n03.03.2025   99.10')).toEqual([
      '1234.56',
      '12.50',
      '99.10',
    ]);
  });
});
