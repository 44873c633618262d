import { expect, test } from 'vitest';
import { describeDocument } from '../../src/cli/describe-document.ts';
import type { StatementAnswer } from '../../src/cli/file-answer.ts';

const statement: StatementAnswer = {
  bank: 'Example Bank',
  account_number: '…4321',
  currency: 'EUR',
  period_start: '2026-01-01',
  period_end: '2026-01-31',
  opening_balance: '-1234567.00',
  closing_balance: '842.17',
  reconciled: true,
  checks: [],
  transactions: [],
};
const row = { date: '2026-01-03', description: 'CARD PURCHASE', amount: '-12.20', page: 1, flags: [] };

test('money is grouped and aligned', () => {
  expect(describeDocument({ statements: [statement], warnings: [] }, 'out.xlsx')).toBe(
    [
      'out.xlsx: 0 rows from 1 statement',
      '',
      'Example Bank',
      '  Account          …4321',
      '  Period           2026-01-01 to 2026-01-31',
      '  Currency         EUR',
      '  Rows             0',
      '  Opening balance  -1,234,567.00',
      '  Closing balance         842.17',
      '  Reconciles       yes: the rows agree with the printed figures',
      '',
    ].join('\n'),
  );
});

test('what is not printed is not made up', () => {
  const silent = { bank: null, account_number: null, currency: null, opening_balance: null, reconciled: null };
  const text = describeDocument(
    { statements: [{ ...statement, ...silent }], warnings: ['Page 2 is empty.'] },
    'o.xlsx',
  );
  expect(text).toContain('Bank not recognised\n  Account          not printed\n');
  expect(text).toContain('Opening balance  not printed\n');
  expect(text).toContain('Reconciles       not proven: ');
  expect(text.endsWith('\n\nNote: Page 2 is empty.\n')).toBe(true);
});

test('failing checks and the first flagged rows are named, the rest is counted', () => {
  const checks = [
    { name: 'total_credits', ok: true, expected: '1.00', found: '1.00' },
    { name: 'closing_balance', ok: false, expected: '842.17', found: '840.17' },
  ];
  const flagged = Array.from({ length: 13 }, () => ({ ...row, flags: ['balance_mismatch'] }));
  const wrong = { ...statement, reconciled: false, checks, transactions: [row, ...flagged] };
  const lines = describeDocument({ statements: [wrong], warnings: [] }, 'out.xlsx').split('\n');
  const verdict = lines.slice(lines.findIndex((line) => line.includes('Reconciles')));

  expect(verdict[0]).toMatch(/NO: a printed figure contradicts the rows/);
  expect(verdict[1]).toBe('    Closing balance: 842.17 is printed, the rows give 840.17');
  expect(verdict[2]).toMatch(/^    Row 2 \(page 1, 2026-01-03, -12\.20, CARD PURCHASE\): /);
  expect(verdict.slice(2, -1)).toHaveLength(11);
  expect(verdict.at(-2)).toBe('    … and 3 more, marked in the workbook');
});

test('a statement cannot steer the terminal', () => {
  const hostile = { ...row, description: 'A\u001b[2J\u001b]0;owned\u0007\r\nB', flags: ['odd\u001b[31m'] };
  const evil = { ...statement, bank: 'Bank\u009b2J', currency: '\u001bcEUR', transactions: [hostile] };
  const text = describeDocument({ statements: [evil], warnings: ['\u001b[1mNo\u0000te'] }, 'out.xlsx');
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  expect(text).toContain('A[2J]0;owned B');
});
