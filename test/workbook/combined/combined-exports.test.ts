import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CombinedMember } from '../../../src/workbook/combined/combined-member.ts';
import { mergeMembers } from '../../../src/workbook/combined/merge-members.ts';
import { canonicalDecimal, sumDecimals } from '../../../src/workbook/decimal.ts';
import { combinedBytes } from '../../support/combine-here.ts';
import { makeDocument, makeStatement } from '../../support/extracted-document.ts';
import { seededRandom } from '../../support/random.ts';
import { arbitraryDocument } from '../../support/workbook/arbitrary-document.ts';
import { arbitraryHistory } from '../../support/workbook/arbitrary-members.ts';
import { busyMembers } from '../../support/workbook/busy-members.ts';

const ABOUT = { title: 'Household', createdAt: new Date('2026-02-01T10:00:00Z') };

const csvOf = async (members: readonly CombinedMember[]): Promise<string> =>
  (await combinedBytes('csv', members, ABOUT)).toString();
const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true, record_delimiter: '\r\n' });

type Json = {
  accounts: { account: string; total_credits: string; total_debits: string; transaction_count: number }[];
  statements: {
    file_id: number;
    account: string;
    seam: { duplicate_count: number; copy_of: { filename: string } | null; missing_days: { days: number } | null };
    transactions: {
      amount: string;
      category: string;
      category_rule: string | null;
      continued_balance: string | null;
      duplicate_of: { file_id: number; row_number: number } | null;
    }[];
  }[];
  warnings: string[];
};
const jsonOf = async (members: readonly CombinedMember[]): Promise<Json> =>
  JSON.parse((await combinedBytes('json', members, ABOUT)).toString()) as Json;

/** Two months of which the first was added twice. */
const twice = (): CombinedMember[] => {
  const [january, february] = busyMembers(seededRandom(5), 4, 6).filter((_, index) => index % 3 === 0);
  if (!january || !february) throw new Error('no two months');
  return [january, february, { ...january, fileId: 9, filename: '=copy.pdf' }];
};

describe('a bookkeeper imports the csv of a dashboard', () => {
  test('and finds whose each row is, where it stands, and which to count', async () => {
    const rows = rowsOf(await csvOf(twice()));
    expect(rows).toHaveLength(18);
    expect(rows[0]).toMatchObject({
      Date: '2024-01-01',
      Account: 'Example Bank …5678 GBP',
      Bank: 'Example Bank',
      'Account number': 'GB00 EXAM 1234 5612 3456 78',
      Currency: 'GBP',
      Statement: 'Example Bank GBP 2024-01.pdf',
      Page: '1',
      Counted: '1',
      'Duplicate of': '',
    });
    const repeated = rows.filter((row) => row['Counted'] === '0');
    expect(repeated).toHaveLength(6);
    for (const row of repeated) {
      expect(row).toMatchObject({ Statement: "'=copy.pdf", 'Duplicate of': 'Example Bank GBP 2024-01.pdf, page 1' });
    }
  });

  test('and sums the rows that count to the figures of the account', async () => {
    const members = busyMembers(seededRandom(5), 9, 20);
    const rows = rowsOf(await csvOf([...members, ...members.slice(2, 4).map((each) => ({ ...each, fileId: 99 }))]));
    for (const { label, moneyIn, moneyOut } of mergeMembers(members).accounts) {
      const amounts = rows.flatMap((row) =>
        row['Account'] === label && row['Counted'] === '1' ? [row['Amount'] ?? ''] : [],
      );
      expect(sumDecimals(amounts)).toBe(sumDecimals([moneyIn, moneyOut]));
    }
  });
});

const arbitraryMembers = fc
  .tuple(arbitraryHistory, fc.array(arbitraryDocument, { maxLength: 2 }))
  .map(([{ members }, documents]) => [
    ...members,
    ...documents.map((document, index) => ({ fileId: 50 + index, filename: '=1+1,"a".pdf', document })),
  ]);
const FIGURES = new Set(['Debit', 'Credit', 'Amount', 'Balance', 'Continued balance']);

test('whatever the statements say: a line a row, figures as they are, nothing that a spreadsheet would run', () =>
  fc.assert(
    fc.asyncProperty(arbitraryMembers, async (members) => {
      const csv = await csvOf(members);
      const transactions = members.flatMap(({ document }) => document.statements.flatMap((each) => each.transactions));
      expect(csv.split('\r\n')).toHaveLength(transactions.length + 2);
      const rows = rowsOf(csv);
      expect(rows.map((row) => row['Amount'] ?? '').toSorted()).toEqual(
        transactions.map(({ amount }) => amount).toSorted(),
      );
      for (const row of rows) {
        const texts = Object.entries(row).filter(([heading]) => !FIGURES.has(heading));
        expect(texts.filter(([, cell]) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
      }
    }),
    { numRuns: 50 },
  ));

describe('a program reads the json of a dashboard', () => {
  test('every statement with how it joins the others, every row with its category, its balance, what it repeats', async () => {
    const { accounts, statements } = await jsonOf(twice());
    expect(accounts).toMatchObject([{ account: 'Example Bank …5678 GBP', transaction_count: 12 }]);
    expect(statements.map(({ file_id }) => file_id)).toEqual([1, 9, 4]);
    const [january, copy] = statements;
    expect(copy?.seam).toMatchObject({
      duplicate_count: 6,
      copy_of: { filename: 'Example Bank GBP 2024-01.pdf' },
      missing_days: null,
    });
    for (const [index, row] of (copy?.transactions ?? []).entries()) {
      expect(row.duplicate_of).toMatchObject({ file_id: 1, row_number: index + 1 });
      expect(row.continued_balance).toBe(january?.transactions[index]?.continued_balance);
    }
    const ruled = january?.transactions.filter(({ category_rule }) => category_rule !== null) ?? [];
    expect(ruled.length).toBeGreaterThan(0);
    for (const { category } of ruled) expect(category).not.toBe('Uncategorised');
  });

  test('one transaction a line, so that it can be searched and compared like text', async () => {
    const text = (await combinedBytes('json', twice(), ABOUT)).toString();
    expect(text.split('\n').filter((line) => /^ {4}\{"date":.*\},?$/.test(line))).toHaveLength(18);
  });

  test('no statement, and a statement without a row, are valid too', async () => {
    expect(await jsonOf([])).toEqual({ accounts: [], statements: [], warnings: [] });
    const document = makeDocument({ statements: [makeStatement({ transactions: [] })], warnings: ['Torn.'] });
    const { statements, warnings } = await jsonOf([{ fileId: 1, filename: 'a.pdf', document }]);
    expect(statements).toMatchObject([{ transactions: [] }]);
    expect(warnings).toEqual(['a.pdf: Torn.']);
  });
});

test('whatever the statements say, both formats hold the same rows and the same sums', () =>
  fc.assert(
    fc.asyncProperty(arbitraryMembers, async (members) => {
      const rows = rowsOf(await csvOf(members));
      const { accounts, statements } = await jsonOf(members);
      const inJson = statements.flatMap(({ transactions }) => transactions);
      expect(rows.map((row) => [row['Amount'], row['Counted']])).toEqual(
        inJson.map(({ amount, duplicate_of }) => [amount, duplicate_of === null ? '1' : '0']),
      );
      const counted = inJson.filter(({ duplicate_of }) => duplicate_of === null).map(({ amount }) => amount);
      const sums = accounts.flatMap(({ total_credits, total_debits }) => [total_credits, total_debits]);
      expect(canonicalDecimal(sumDecimals(['0', ...sums]))).toBe(canonicalDecimal(sumDecimals(['0', ...counted])));
    }),
    { numRuns: 50 },
  ));
