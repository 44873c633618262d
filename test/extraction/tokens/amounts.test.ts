import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printAmount, readFigure } from '../../../src/extraction/tokens/amount.ts';
import { findAmounts } from '../../../src/extraction/tokens/find-amounts.ts';
import { lineText } from '../../../src/extraction/tokens/line-text.ts';
import { printLine } from '../support/print-line.ts';

/** What stands on a line, in short: value with either decimal mark, sign, side and currency. */
function read(text: string): string[] {
  return findAmounts(lineText(printLine(text))).map(({ readings, sign, side, currency }) => {
    const values = [readings['.'], readings[',']].map((reading) =>
      reading === null ? '–' : printAmount(reading.value),
    );
    return [...new Set(values.filter((value) => value !== '–')), sign, side, currency]
      .filter((part) => part !== null)
      .join(' ');
  });
}

describe('a figure is read in every notation', () => {
  it.each([
    ['1,234.56', '1234.56'],
    ['1.234,56', '1234.56'],
    ['1 234,56', '1234.56'],
    ["1'234.56", '1234.56'],
    ['1’234.50', '1234.50'],
    ['1,23,456.78', '123456.78'],
    ['.10', '0.10'],
    ['2.853.82', '2853.82'],
    ['12.345.678', '12345678.00'],
    ['1.250', '1.25 1250.00'],
  ])('%s', (text, expected) => {
    const values = expected.split(' ').map((value) => (value === '1.25' ? '1.25' : value));
    expect(read(text)[0]?.split(' ')).toEqual(values);
  });
});

describe('what is printed at a figure says its direction and currency', () => {
  it.each([
    ['-12.00', '12.00 minus'],
    ['−45,00 €', '45.00 minus €'],
    ['1.234,56-', '1234.56 minus'],
    ['- 580,06', '580.06 minus'],
    ['+ 154,00', '154.00 plus'],
    ['(1,234.56)', '1234.56 minus'],
    ['$ (12.00)', '12.00 minus $'],
    ['-$12.00', '12.00 minus $'],
    ['5,200.00 CR', '5200.00 credit'],
    ['1,23,456.78Dr', '123456.78 debit'],
    ['12,34 S', '12.34 debit'],
    ['1.000,00 H', '1000.00 credit'],
    ['£12.00 OD', '12.00 debit £'],
    ['206.55€Cr', '206.55 credit €'],
    ['699.27 CNY借', '699.27 debit CNY'],
    ['Rs.305.49', '305.49 Rs.'],
    ['- Rs.3,880.63', '3880.63 minus Rs.'],
    ['US$1,234.56', '1234.56 US$'],
    ['R1 234.56Cr', '1234.56 credit R'],
    ['12,--', '12.00'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('figures that are no amounts', () => {
  it.each([
    '11,73 % p.a.',
    '4,50%',
    'KD.NR.1462347',
    'F24-20200305001',
    '111111/3299999999/20010020',
    '10:30',
    'A/1,234.56x',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('a currency between two figures belongs to one of them, and both are read', () => {
    expect(read('100,00 EUR   234,56 EUR')).toEqual(['100.00 EUR', '234.56 EUR']);
    expect(read('65,57-€ 6556,38€')).toEqual(['65.57 minus €', '6556.38 €']);
    expect(read('EUR 2,75 EUR 1.584,21 EUR 9,10')).toEqual(['2.75 EUR', '1584.21 EUR', '9.10 EUR']);
    expect(read('€   17,99 €   9.490,88')).toEqual(['17.99', '9490.88']);
    expect(read('853,105 KRW   1,665,111 KRW 924512')[1]).toBe('1665111.00 KRW');
  });
});

it('the day of a date right before a figure is no group of it', () => {
  const line = lineText(printLine('2015-01-16 608,525'));
  const amounts = findAmounts(line, [{ start: 0, end: 10 }]);
  expect(amounts.map(({ start, end }) => line.text.slice(start, end))).toEqual(['608,525']);
});

describe('any amount printed in any notation is read back', () => {
  const notations: [group: string, mark: string, size: number][] = [
    [',', '.', 3],
    ['.', ',', 3],
    [' ', ',', 3],
    ["'", '.', 3],
    ['', '.', 3],
    ['', ',', 3],
    [',', '.', 2],
  ];

  it('with two decimals', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 99_999_999_999n), fc.constantFrom(...notations), (cents, [group, mark, size]) => {
        const digits = cents.toString().padStart(3, '0');
        const printed = grouped(digits.slice(0, -2), group, size) + mark + digits.slice(-2);
        const figure = readFigure(printed);
        expect(figure?.readings[mark as '.' | ',']?.value).toBe(cents * 10n);
      }),
    );
  });

  it('and printed again as the same decimal string', () => {
    fc.assert(
      fc.property(fc.bigInt(-99_999_999n, 99_999_999n), (cents) => {
        const printed = printAmount(cents * 10n);
        expect(printed).toMatch(/^-?\d+\.\d{2}$/);
        expect(Math.round(Number(printed) * 100)).toBe(Number(cents));
      }),
    );
  });
});

/** Groups of three from the right; with `size` 2 the Indian way, whose other groups have two digits. */
function grouped(whole: string, mark: string, size: number): string {
  if (mark === '' || whole.length <= 3) return whole;
  const groups = [whole.slice(-3)];
  for (let rest = whole.slice(0, -3); rest !== ''; rest = rest.slice(0, -size)) groups.unshift(rest.slice(-size));
  return groups.join(mark);
}
