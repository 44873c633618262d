import { expect, test } from 'vitest';
import { doubtTorn } from '../../../src/extraction/paper/doubt-torn.ts';
import type { Statement } from '../../../src/extraction/statement.ts';
import { makeStatement } from '../../support/extracted-document.ts';

const november = { accountNumber: '1412198241', currency: 'GBP', periodStart: '2019-11-01', periodEnd: '2019-11-30' };
const verdictsOf = (...statements: Partial<Statement>[]) =>
  doubtTorn(statements.map((own) => ({ statement: { ...makeStatement(), ...november, ...own }, doubts: [] }))).map(
    ({ statement, doubts }) => [statement.reconciled, ...doubts],
  );

test('a part that adds up is doubted beside one of the same account and period that does not', () => {
  expect(verdictsOf({ reconciled: false }, { reconciled: true })).toEqual([[false], [null, 'torn']]);
});

test('another account, month or currency is a statement of its own', () => {
  expect(
    verdictsOf(
      { reconciled: false },
      { reconciled: true, accountNumber: '20' },
      { reconciled: true, periodEnd: '2019-12-31' },
      { reconciled: true, currency: 'EUR' },
    ),
  ).toEqual([[false], [true], [true], [true]]);
});

test('what nothing proves is left as it is', () => {
  expect(verdictsOf({ reconciled: false }, { reconciled: null }, { reconciled: false })).toEqual([
    [false],
    [null],
    [false],
  ]);
});
