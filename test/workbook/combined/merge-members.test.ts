import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Statement } from '../../../src/extraction/statement.ts';
import type { Combined, CombinedAccount } from '../../../src/workbook/combined/combined.ts';
import { mergeMembers } from '../../../src/workbook/combined/merge-members.ts';
import { writeCombinedJson } from '../../../src/workbook/combined/write-combined-json.ts';
import { sumDecimals } from '../../../src/workbook/decimal.ts';
import { makeDocument, makeStatement } from '../../support/extracted-document.ts';
import { arbitraryDocument } from '../../support/workbook/arbitrary-document.ts';
import { arbitraryHistory } from '../../support/workbook/arbitrary-members.ts';

const merge = (...statements: Statement[]): Combined =>
  mergeMembers(
    statements.map((statement, index) => ({
      fileId: index + 1,
      filename: `${index + 1}.pdf`,
      document: makeDocument({ statements: [statement] }),
    })),
  );

const onlyAccount = (combined: Combined): CombinedAccount => {
  expect(combined.accounts).toHaveLength(1);
  const [account] = combined.accounts;
  if (!account) throw new Error('no account');
  return account;
};

const counted = ({ rows }: CombinedAccount) => rows.filter(({ duplicateOf }) => duplicateOf === null);

const coffee = { date: '2026-01-31', description: 'COFFEE', amount: '-3.20' };
const january = makeStatement({ openingBalance: '1000.00', transactions: [{ amount: '-100.00' }, coffee] });
const february = makeStatement({
  periodStart: '2026-02-01',
  periodEnd: '2026-02-28',
  openingBalance: '896.80',
  transactions: [{ date: '2026-02-10', amount: '500.00', description: 'SALARY' }],
});
const march = makeStatement({
  periodStart: '2026-03-01',
  periodEnd: '2026-03-31',
  openingBalance: '1396.80',
  transactions: [{ date: '2026-03-05', amount: '-96.80' }],
});

describe('three months of one account', () => {
  test('are carried from the first opening balance to the last closing balance', () => {
    const account = onlyAccount(merge(march, january, february));
    expect(account).toMatchObject({
      label: 'Example Bank …4321 EUR',
      openingBalance: '1000.00',
      moneyIn: '500.00',
      moneyOut: '-200.00',
      unaccounted: '0.00',
      closingComputed: '1300.00',
      closingPrinted: '1300.00',
    });
    expect(account.rows.map(({ continuedBalance }) => continuedBalance)).toEqual([
      '900.00',
      '896.80',
      '1396.80',
      '1300.00',
    ]);
    for (const { seam } of account.statements) expect(seam).toMatchObject({ gap: null, overlap: null, duplicates: 0 });
    expect(account.statements.map(({ seam }) => seam.opening?.ok)).toEqual([undefined, true, true]);
  });

  test('of which the middle one is missing: the days and the sum that nothing explains are named', () => {
    const account = onlyAccount(merge(january, march));
    expect(account.statements[1]?.seam).toMatchObject({
      gap: { from: '2026-02-01', to: '2026-02-28', days: 28 },
      opening: { ok: false, printed: '1396.80', continued: '896.80', difference: '500.00' },
      closing: { ok: true },
    });
    expect(account).toMatchObject({ unaccounted: '500.00', closingComputed: '1300.00', closingPrinted: '1300.00' });
  });

  test('without balances tell the missing days all the same, and claim no figure', () => {
    const bare = (statement: Statement) =>
      makeStatement({
        ...statement,
        openingBalance: null,
        closingBalance: null,
        transactions: statement.transactions.map(withoutBalance),
      });
    const account = onlyAccount(merge(bare(january), bare(march)));
    expect(account.statements[1]?.seam).toMatchObject({ gap: { days: 28 }, opening: null });
    expect(account).toMatchObject({ openingBalance: null, closingComputed: null, closingPrinted: null });
  });
});

const withoutBalance = <Row>(row: Row) => ({ ...row, balance: null });

describe('what two statements both have', () => {
  test('the same file added twice counts once, and says whose copy it is', () => {
    const account = onlyAccount(merge(january, january));
    expect(counted(account)).toHaveLength(2);
    expect(account.closingComputed).toBe('896.80');
    expect(account.statements[1]?.seam).toMatchObject({ duplicates: 2, copyOf: { filename: '1.pdf' } });
    expect(account.statements[1]?.seam).toMatchObject({ opening: { ok: true }, closing: { ok: true } });
  });

  test('an overlap counts once, and the balance goes on over it', () => {
    const quarterEnd = makeStatement({
      periodStart: '2026-01-31',
      periodEnd: '2026-02-15',
      openingBalance: '900.00',
      transactions: [coffee, { date: '2026-02-10', amount: '500.00', description: 'SALARY' }],
    });
    const account = onlyAccount(merge(january, quarterEnd));
    expect(account.rows.map(({ duplicateOf }) => duplicateOf !== null)).toEqual([false, false, true, false]);
    expect(account.statements[1]?.seam).toMatchObject({
      overlap: { from: '2026-01-31', days: 1 },
      duplicates: 1,
      opening: { ok: true },
      closing: { ok: true },
    });
    expect(account.closingComputed).toBe('1396.80');
  });

  test('two equal purchases on a day stay two, in one statement and in an overlap of two', () => {
    const twice = makeStatement({ openingBalance: null, transactions: [coffee, coffee].map(withoutBalance) });
    expect(counted(onlyAccount(merge(twice)))).toHaveLength(2);
    expect(counted(onlyAccount(merge(twice, twice)))).toHaveLength(2);
  });

  test('equal purchases on the day where one statement ends and the next begins are two', () => {
    const next = makeStatement({
      periodStart: '2026-01-31',
      periodEnd: '2026-02-28',
      openingBalance: '896.80',
      transactions: [withoutBalance(coffee)],
    });
    expect(counted(onlyAccount(merge(january, next)))).toHaveLength(3);
  });

  test('a row laid out otherwise, without its balance, is still the same row', () => {
    const exported = makeStatement({
      openingBalance: null,
      transactions: [withoutBalance({ ...coffee, description: 'Coffee\n', amount: '-3.2' })],
    });
    expect(counted(onlyAccount(merge(january, exported)))).toHaveLength(2);
  });

  test('a row with another balance counts, and is said to resemble', () => {
    const other = makeStatement({ openingBalance: '500.00', transactions: [coffee] });
    const rows = counted(onlyAccount(merge(january, other)));
    expect(rows).toHaveLength(3);
    expect(rows.filter(({ resembles }) => resembles !== null)).toHaveLength(1);
  });
});

describe('whose account a statement is of', () => {
  const labels = (...statements: Partial<Statement>[]) =>
    merge(...statements.map((each) => makeStatement(each))).accounts.map(({ label }) => label);

  test('currencies are never put together', () => {
    expect(labels({ currency: 'EUR' }, { currency: 'USD' })).toHaveLength(2);
  });

  test('a number in groups, a masked number and a bank that was not found join the account they can only be of', () => {
    const full = { bank: 'Example Bank', accountNumber: 'DE12 3456 7890 4321' };
    expect(labels(full, { ...full, accountNumber: 'de12345678904321' })).toHaveLength(1);
    expect(labels(full, { ...full, accountNumber: '…4321' })).toHaveLength(1);
    expect(labels(full, { ...full, bank: null })).toHaveLength(1);
    expect(labels(full, { ...full, bank: 'EXAMPLE BANK PLC' })).toHaveLength(1);
  });

  test('but not where it may be of two', () => {
    const masked = { accountNumber: '…4321' };
    expect(labels({ accountNumber: 'DE1004321' }, { accountNumber: 'DE2004321' }, masked)).toHaveLength(3);
    expect(labels({ accountNumber: '88887777' }, { accountNumber: '88887777', bank: 'Other' })).toHaveLength(2);
  });

  test('labels differ where accounts do, and hold nothing that a condition of a spreadsheet would read', () => {
    const found = labels({ bank: '*?', accountNumber: '12345678' }, { bank: '<>', accountNumber: '99995678' });
    expect(new Set(found.map((label) => label.toLowerCase())).size).toBe(2);
    for (const label of found) expect(label).toMatch(/^[^*?~<>="]*\p{L}[^*?~<>="]*$/u);
  });
});

test('however statements overlap, what is counted is what happened, each transaction once', () => {
  fc.assert(
    fc.property(arbitraryHistory, ({ transactions, members }) => {
      const { accounts } = mergeMembers(members);
      const keys = (rows: readonly { date: string; amount: string; description: string }[]) =>
        rows.map(({ date, amount, description }) => `${date} ${amount} ${description}`).toSorted();
      const rows = accounts.flatMap(counted).map(({ transaction }) => transaction);
      expect(keys(rows)).toEqual(keys(transactions));
      const sums = accounts.flatMap(({ moneyIn, moneyOut }) => [moneyIn, moneyOut]);
      expect(sumDecimals(['0.00', ...sums])).toBe(sumDecimals(['0.00', ...transactions.map(({ amount }) => amount)]));
    }),
  );
});

test('a row that exists once is never taken for a duplicate', () => {
  fc.assert(
    fc.property(fc.array(arbitraryDocument, { maxLength: 4 }), (documents) => {
      const members = documents.map((document, index) => ({ fileId: index, filename: 'a.pdf', document }));
      for (const { rows } of mergeMembers(members).accounts) {
        const content = (row: (typeof rows)[number]) => `${row.transaction.date} ${Number(row.transaction.amount)}`;
        const times = Map.groupBy(rows, content);
        for (const row of rows) {
          if (row.duplicateOf) expect(times.get(content(row))?.length).toBeGreaterThan(1);
          expect(row.duplicateOf?.duplicateOf ?? null).toBeNull();
          expect(row.duplicateOf?.source).not.toBe(row.source);
        }
      }
    }),
  );
});

test('the order in which files were added changes nothing', () => {
  fc.assert(
    fc.property(
      arbitraryHistory,
      fc.array(arbitraryDocument, { maxLength: 2 }),
      fc.nat(),
      ({ members }, more, turn) => {
        const all = [
          ...members,
          ...more.map((document, index) => ({ fileId: 100 + index, filename: 'b.pdf', document })),
        ];
        const turned = [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)].toReversed();
        const text = (given: typeof all) => [...writeCombinedJson(mergeMembers(given))].join('');
        expect(text(turned)).toBe(text(all));
      },
    ),
  );
});
