import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Statement, Transaction } from '../../src/console/web/answers.ts';
import { cleanFilename } from '../../src/console/web/clean-filename.ts';
import { exactSum } from '../../src/console/web/exact-sum.ts';
import { balanceByDay, movements, sumsByCategory } from '../../src/console/web/series.ts';

const row = (date: string, amount: string, balance: string | null = null, category = 'Food'): Transaction => ({
  date,
  amount,
  balance,
  category,
  valueDate: null,
  description: 'x',
  reference: null,
  currency: 'EUR',
  page: 1,
  box: null,
  confidence: 0.9,
  flags: [],
});

const statement = (openingBalance: string | null, transactions: Transaction[]): Statement => ({
  bank: null,
  accountNumber: null,
  accountHolder: null,
  currency: 'EUR',
  periodStart: null,
  periodEnd: null,
  openingBalance,
  closingBalance: null,
  totalCredits: '0',
  totalDebits: '0',
  reconciled: null,
  checks: [],
  transactions,
});

describe('sums', () => {
  test('are exact where floats are not', () => {
    expect(exactSum(['0.1', '0.2'])).toBe('0.3');
    expect(exactSum(['9007199254740993.01', '-0.02'])).toBe('9007199254740992.99');
    expect(exactSum(['-5', '2.345'])).toBe('-2.655');
    expect(exactSum([])).toBe('0');
  });

  test('are those of whole cents, whatever is added', () => {
    const cents = fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }));
    const print = (n: bigint): string => {
      const digits = `${n < 0n ? -n : n}`.padStart(3, '0');
      return `${n < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
    };
    fc.assert(
      fc.property(cents, (amounts) => {
        fc.pre(amounts.length > 0);
        expect(exactSum(amounts.map(print))).toBe(print(amounts.reduce((sum, amount) => sum + amount, 0n)));
      }),
    );
  });
});

test('the balance is that of the end of each day, whichever way the rows are printed', () => {
  const rows = [
    row('2026-01-02', '-1.00', '9.00'),
    row('2026-01-02', '-2.00', '7.00'),
    row('2026-01-05', '3.00', '10.00'),
  ];
  const days = [
    { day: '2026-01-02', balance: '7.00' },
    { day: '2026-01-05', balance: '10.00' },
  ];
  expect(balanceByDay(statement('10.00', rows))).toEqual(days);
  expect(balanceByDay(statement('10.00', rows.toReversed()))).toEqual(days);
});

test('the balance is counted on where no row prints one, and left out where nothing is known', () => {
  const rows = [row('2026-01-02', '-1.10'), row('2026-01-03', '0.30')];
  expect(balanceByDay(statement('10.00', rows)).map(({ balance }) => balance)).toEqual(['8.90', '9.20']);
  expect(balanceByDay(statement(null, rows))).toEqual([]);
});

test('money in and out is shown by days for a month or two, and by months beyond', () => {
  const january = [row('2026-01-02', '-1.00'), row('2026-01-02', '5.00'), row('2026-01-09', '-2.00')];
  expect(movements(january)).toEqual({
    by: 'day',
    movements: [
      { start: '2026-01-02', in: '5.00', out: '-1.00' },
      { start: '2026-01-09', in: '0', out: '-2.00' },
    ],
  });
  const year = [...january, row('2026-02-01', '1.00'), row('2026-03-31', '-4.00')];
  expect(movements(year)).toMatchObject({
    by: 'month',
    movements: [{ start: '2026-01-01', in: '5.00', out: '-3.00' }, {}, {}],
  });
});

test('categories are summed on the side that is asked for, the largest first', () => {
  const rows = [
    row('2026-01-02', '-1.00'),
    row('2026-01-02', '-9.00', null, 'Rent'),
    row('2026-01-03', '4.00'),
    row('2026-01-03', '-0.50'),
  ];
  expect(sumsByCategory(rows, 'out')).toEqual([
    { category: 'Rent', rows: 1, sum: '-9.00' },
    { category: 'Food', rows: 2, sum: '-1.50' },
  ]);
  expect(sumsByCategory(rows, 'in')).toEqual([{ category: 'Food', rows: 1, sum: '4.00' }]);
});

test('a name of any kind becomes one that the server takes, and a good one stays', () => {
  // The rule of src/schema/file.ts.
  const taken = /^(?![. ]*$)[^\p{Cc}\p{Cs}\p{Bidi_Control}/\\]{1,255}$/u;
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      expect(cleanFilename(name)).toMatch(taken);
    }),
  );
  expect(cleanFilename('Kontoauszug März 2026.pdf')).toBe('Kontoauszug März 2026.pdf');
  expect(cleanFilename('...')).toBe('statement');
});
