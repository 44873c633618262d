import { describe, expect, it } from 'vitest';
import type { Statement, Transaction } from '../../src/extraction/statement.ts';
import { scoreDocument } from './score.ts';
import type { ExpectedDocument } from './score.ts';

const expected: ExpectedDocument = {
  statements: [
    {
      opening_balance: '100.00',
      closing_balance: '112.50',
      transactions: [
        { date: '2024-03-01', description: 'Card payment', amount: '-7.50', balance: '92.50' },
        { date: '2024-03-04', description: 'Salary', amount: '20.00', balance: null },
      ],
    },
  ],
};

const transaction = (date: string, amount: string, balance: string | null): Transaction => ({
  date,
  valueDate: null,
  description: '',
  reference: null,
  amount,
  balance,
  currency: 'GBP',
  page: 1,
  confidence: 1,
  flags: [],
});

const statement = (transactions: Transaction[], reconciled: boolean | null): Statement => ({
  bank: null,
  accountNumber: null,
  accountHolder: null,
  currency: 'GBP',
  periodStart: null,
  periodEnd: null,
  openingBalance: '100.000',
  closingBalance: null,
  totalCredits: '20.00',
  totalDebits: '-7.50',
  reconciled,
  checks: [],
  transactions,
});

const rightRows = [transaction('2024-03-01', '-7.50', '92.5'), transaction('2024-03-04', '20', '112.50')];

describe('the score of a reading', () => {
  it('takes numbers for what they are worth and asks only for balances that are printed', () => {
    const score = scoreDocument(expected, { statements: [statement(rightRows, true)] });
    expect(score).toMatchObject({ right: 2, wrong: 0, isSilentlyWrong: false, expectedTotals: 2, rightTotals: 1 });
  });

  it('counts a row that is missed, misread or invented', () => {
    const [first, second] = [rightRows.slice(0, 1), rightRows.slice(1)];
    const misread = [...first, transaction('2024-03-05', '20', null)];
    const invented = [...first, transaction('2024-03-02', '1.00', null), ...second];
    for (const rows of [first, misread, invented]) {
      expect(scoreDocument(expected, { statements: [statement(rows, null)] }).wrong).toBe(1);
    }
  });

  it('counts rows that are out of order', () => {
    expect(scoreDocument(expected, { statements: [statement(rightRows.toReversed(), null)] }).wrong).toBe(1);
  });

  it('finds nothing right where nothing was read', () => {
    expect(scoreDocument(expected, null)).toMatchObject({ found: 0, right: 0, wrong: 2 });
  });

  it('calls a wrong reading silent only where it claims to be proven', () => {
    const rows = rightRows.slice(0, 1);
    const isSilent = (reconciled: boolean | null) =>
      scoreDocument(expected, { statements: [statement(rows, reconciled)] }).isSilentlyWrong;
    expect([true, false, null].map(isSilent)).toEqual([true, false, false]);
  });

  it('wants to hear of a document that contradicts itself', () => {
    const contradictory = { statements: expected.statements.map((one) => ({ ...one, reconcilable: false })) };
    const score = scoreDocument(contradictory, { statements: [statement(rightRows, true)] });
    expect(score).toMatchObject({ wrong: 0, missesContradiction: true });
  });
});
