import fc from 'fast-check';
import type { Transaction } from '../../../src/extraction/statement.ts';
import type { CombinedMember } from '../../../src/workbook/combined/combined-member.ts';
import { makeDocument, makeStatement, makeTransaction } from '../extracted-document.ts';

/** What happened on an account, and statements of it that cover some of its days, some of them twice. */
export type History = { transactions: Transaction[]; members: CombinedMember[] };

/** No day's rows come to nothing, so that a statement never opens with what the one before it closed with by chance. */
const arbitraryEvent = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  amount: fc.constantFrom('-3.00', '-5.00', '100.00'),
  description: fc.constantFrom('COFFEE', 'Bus  ticket', 'Salaire'),
});

const arbitraryWindow = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 27 }))
  .map(([from, days]) => ({ from, to: Math.min(from + days, 28) }));

/** Statements cut out of one history, overlapping as they like, with or without printed balances. */
export const arbitraryHistory: fc.Arbitrary<History> = fc
  .record({
    events: fc.array(arbitraryEvent, { maxLength: 20 }),
    windows: fc.array(arbitraryWindow, { minLength: 1, maxLength: 5 }),
    hasBalances: fc.boolean(),
  })
  .map(({ events, windows, hasBalances }) => {
    let balance = 0;
    const rows = events
      .toSorted((one, other) => one.day - other.day)
      .map(({ day, amount, description }) => {
        balance += Number(amount);
        const printed = `${balance}.00`;
        return { day, transaction: makeTransaction({ date: dateOf(day), amount, description, balance: printed }) };
      });
    const statements = windows.map(({ from, to }) => {
      const within = rows.filter(({ day }) => day >= from && day <= to);
      const before = rows.findLast(({ day }) => day < from)?.transaction.balance ?? '0.00';
      return makeStatement({
        periodStart: dateOf(from),
        periodEnd: dateOf(to),
        openingBalance: hasBalances ? before : null,
        transactions: within.map(({ transaction }) => (hasBalances ? transaction : { ...transaction, balance: null })),
      });
    });
    const isCovered = ({ day }: { day: number }) => windows.some(({ from, to }) => day >= from && day <= to);
    return {
      transactions: rows.filter(isCovered).map(({ transaction }) => transaction),
      members: statements.map((statement, index) => ({
        fileId: index + 1,
        filename: `statement ${index + 1}.pdf`,
        document: makeDocument({ statements: [statement] }),
      })),
    };
  });

const dateOf = (day: number): string => `2026-02-${String(day).padStart(2, '0')}`;
