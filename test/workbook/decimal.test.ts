import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonicalDecimal,
  decimalsNeeded,
  isDecimal,
  negateDecimal,
  signOfDecimal,
  significantDigits,
  subtractDecimals,
  sumDecimals,
} from '../../src/workbook/decimal.ts';

describe('figures are added as they are printed', () => {
  test.each([
    [['0.10', '0.20'], '0.30'],
    [['1200.00', '-12.20', '300'], '1487.80'],
    [['0.005', '-1'], '-0.995'],
    [['99999999999999999.99', '0.01'], '100000000000000000.00'],
    [[], '0'],
  ])('%j is %s', (figures, sum) => {
    expect(sumDecimals(figures)).toBe(sum);
  });

  test('in any order, and a figure less itself is nothing', () => {
    const figure = fc
      .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(999))
      .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(3, '0')}`);
    fc.assert(
      fc.property(fc.array(figure), figure, (figures, one) => {
        expect(sumDecimals(figures.toReversed())).toBe(sumDecimals(figures));
        expect(signOfDecimal(subtractDecimals(one, one))).toBe(0);
        expect(canonicalDecimal(negateDecimal(negateDecimal(one)))).toBe(canonicalDecimal(one));
      }),
    );
  });
});

test.each([
  ['1200.00', 0, 2, '1200'],
  ['0.250', 2, 2, '0.25'],
  ['-0.00', 0, 0, '0'],
  ['123456789012345.60', 1, 16, '123456789012345.6'],
])('%s needs %i decimals, has %i digits that count, and is %s in short', (figure, decimals, digits, short) => {
  expect(decimalsNeeded(figure)).toBe(decimals);
  expect(significantDigits(figure)).toBe(digits);
  expect(canonicalDecimal(figure)).toBe(short);
});

test('what is no decimal is refused, never read as zero', () => {
  for (const text of ['', '1,200.00', '1e3', 'NaN', '.5', '12.', '--1']) {
    expect(isDecimal(text)).toBe(false);
    expect(() => sumDecimals([text])).toThrow(RangeError);
  }
});
