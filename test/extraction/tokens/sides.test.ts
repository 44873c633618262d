import { describe, expect, it } from 'vitest';
import { readTokens } from '../../../src/extraction/tokens/read-tokens.ts';
import { settleSides } from '../../../src/extraction/tokens/settle-sides.ts';
import { printLine } from '../support/print-line.ts';

const sidesOf = (...texts: string[]) => {
  const lines = texts.map((text, index) => readTokens(printLine(text), index));
  settleSides(lines);
  return lines.flatMap(({ amounts }) => amounts.map(({ side }) => side));
};

describe('a D behind a figure', () => {
  it('is money out, as nearly everywhere', () => {
    expect(sidesOf('Groceries    12.00 D', 'Salary    900.00 C')).toEqual(['debit', 'credit']);
  });

  it('is money in where MD is money out, as in Prague', () => {
    expect(sidesOf('Nákup    12.00 MD', 'Mzda    900.00 D')).toEqual(['debit', 'credit']);
  });

  it('is money in where MD and D stand close to each other in one line', () => {
    expect(sidesOf('Nákup    12.00 MD 88.00 D', 'Mzda    900.00 D 988.00 D')).toEqual([
      'debit',
      'credit',
      'credit',
      'credit',
    ]);
  });

  it('stays money out in Maryland', () => {
    expect(sidesOf('Baltimore    MD    12.00 D', 'Salary    900.00 C')).toEqual(['debit', 'credit']);
  });
});
