import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFigure } from '../../../src/extraction/tokens/amount.ts';
import { isoDate } from '../../../src/extraction/tokens/calendar-date.ts';
import { findAmounts } from '../../../src/extraction/tokens/find-amounts.ts';
import { findDates } from '../../../src/extraction/tokens/find-dates.ts';
import { lineText } from '../../../src/extraction/tokens/line-text.ts';
import { isoDate as isoDay, partsOf } from '../../support/statements/calendar.ts';
import { hasYear, printDate } from '../../support/statements/date-notation.ts';
import { languages } from '../../support/statements/languages/index.ts';
import {
  type FigureStyle,
  type NotationName,
  notations,
  printSigned,
} from '../../support/statements/money-notation.ts';
import { printLine } from '../support/print-line.ts';

const styles: FigureStyle['sign'][] = [
  'minus',
  'spaced-minus',
  'unicode-minus',
  'plus-minus',
  'trailing-minus',
  'spaced-trailing-minus',
  'trailing-sign',
  'parentheses',
  'suffix',
  'credit-suffix',
  'debit-suffix',
];

const marks: Pick<FigureStyle, 'before' | 'after'>[] = [
  { before: '', after: '' },
  { before: '£', after: '' },
  { before: 'Rs. ', after: '' },
  { before: 'EUR ', after: '' },
  { before: '', after: ' €' },
  { before: '', after: ' CHF' },
  { before: '', after: ' kr' },
];

const anyStyle = fc.record({
  notation: fc.constantFrom(...(Object.keys(notations) as NotationName[])),
  bareFraction: fc.boolean(),
  decimals: fc.constant(2),
  sign: fc.constantFrom(...styles),
  mark: fc.constantFrom(...marks),
  signOutside: fc.boolean(),
  words: fc.constantFrom([' DR', ' CR'], ['Dr', 'Cr'], [' S', ' H'], [' D', ' C'], ['借', '贷']),
});

describe('an amount printed in any notation', () => {
  it('is read back to the last digit, with its sign', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }),
        anyStyle,
        (minor, { mark, words, ...rest }) => {
          const [debitMark = '', creditMark = ''] = words;
          const printed = printSigned(minor, { ...rest, ...mark, debitMark, creditMark });
          const [token, ...others] = findAmounts(lineText(printLine(printed)));
          const decimalMark = notations[rest.notation].decimalMark;
          expect(others).toEqual([]);
          const found = { printed, value: token?.readings[decimalMark]?.value, isOut: isOut(token) };
          expect(found).toEqual({
            printed,
            value: BigInt(Math.abs(minor)) * 10n,
            isOut: expectsOut(minor, rest.sign),
          });
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('in whole units or with three decimals is read as either, for the document to decide', () => {
    const dinars = readFigure('1,234.567');
    expect(dinars?.readings).toEqual({ '.': { value: 1_234_567n, decimals: 3 }, ',': null });
    const yen = readFigure('1,234');
    expect(yen?.readings['.']).toEqual({ value: 1_234_000n, decimals: 0 });
    expect(yen?.readings[',']).toEqual({ value: 1_234n, decimals: 3 });
  });

  it.each(['1,23', '12,34.5,6', '1.2.3', '1,2345.00', '.5', '1234567890123456'])('is not %s', (text) => {
    const readings = Object.values(readFigure(text)?.readings ?? {}).filter((reading) => reading?.decimals !== 2);
    expect(readings.filter((reading) => reading !== null)).toEqual([]);
  });
});

type Token = ReturnType<typeof findAmounts>[number];

/** Whether the paper says money out (true), money in (false) or nothing (null). */
function isOut(token: Token | undefined): boolean | null {
  if (token === undefined) return null;
  if (token.side !== null) return token.side === 'debit';
  return token.sign === null ? null : token.sign === 'minus';
}

function expectsOut(minor: number, sign: FigureStyle['sign']): boolean | null {
  if (sign === 'suffix') return minor < 0;
  if (minor < 0) return sign === 'credit-suffix' ? null : true;
  const saysIn = sign === 'plus-minus' || sign === 'trailing-sign' || sign === 'credit-suffix';
  return minor > 0 && saysIn ? false : null;
}

const packs = Object.entries(languages);
const patterns = packs.flatMap(([language, { dates, months }]) =>
  dates.map((pattern) => ({ language, pattern, months })),
);

describe('a day printed in any language and pattern', () => {
  it('is among the readings of its date', () => {
    const firstDay = Date.UTC(2012, 0, 1) / 86_400_000;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 18 * 365 }), fc.constantFrom(...patterns), (offset, one) => {
        const day = firstDay + offset;
        const printed = printDate(day, one.pattern, one.months);
        const [token, ...others] = findDates(lineText(printLine(printed)));
        expect(others, `${one.language}: ${printed}`).toEqual([]);
        const { year } = partsOf(day);
        const readings = Object.values(token?.readings ?? {}).flatMap((date) => date ?? []);
        const days = readings.map((date) => isoDate({ ...date, year: date.year ?? year }));
        expect(days, `${one.language}: ${printed}`).toContain(isoDay(day));
        const hasItsYear = readings.some((date) => date.year === year);
        expect(hasItsYear, `${one.language}: ${printed}`).toBe(hasYear(one.pattern));
      }),
      { numRuns: 3_000 },
    );
  });
});
