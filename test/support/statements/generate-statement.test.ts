import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { axisChoices } from './axes.ts';
import { generateStatement } from './generate-statement.ts';
import { languages } from './languages/index.ts';
import type { Language } from './languages/index.ts';
import type { StatementTruth } from './truth.ts';

/** Enough seeds to meet most axes; writing a statement takes some milliseconds. */
const runs = { numRuns: 40, seed: 1 };
const seed = fc.integer({ min: 1, max: 1_000_000 });

/** Exact: all truths have at most three decimals. */
const thousandths = (decimal: string | null) => Math.round(Number(decimal) * 1000);

describe('a generated statement', () => {
  it('is the same to the byte for the same seed', () => {
    fc.assert(
      fc.property(seed, (value) => {
        const [one, other] = [generateStatement(seededRandom(value)), generateStatement(seededRandom(value))];
        expect(one).toEqual(other);
      }),
      { ...runs, numRuns: 10 },
    );
  });

  it('adds up from the opening to the closing balance, unless it is made not to', () => {
    fc.assert(
      fc.property(seed, (value) => {
        for (const statement of generateStatement(seededRandom(value)).truth.statements) {
          if (statement.reconcilable !== true) continue;
          expect(sumOf(statement)).toBe(thousandths(statement.closing_balance));
        }
      }),
      runs,
    );
  });

  it('prints balances that follow from row to row where each row has one', () => {
    fc.assert(
      fc.property(seed, (value) => {
        const axes = { family: 'ledger', balance: 'row', order: 'oldest-first', fault: 'none' } as const;
        const [statement] = generateStatement(seededRandom(value), { axes }).truth.statements;
        let balance = thousandths(statement?.opening_balance ?? null);
        for (const row of statement?.transactions ?? []) {
          balance += thousandths(row.amount);
          expect(thousandths(row.balance)).toBe(balance);
        }
      }),
      runs,
    );
  });

  it('contradicts itself where a fault is asked for', () => {
    for (const fault of ['balance', 'closing', 'total'] as const) {
      const axes = { family: 'ledger', balance: 'row', size: 'page', fault } as const;
      const { truth } = generateStatement(seededRandom(3), { axes });
      expect(truth.statements.map(({ reconcilable }) => reconcilable)).toEqual([false]);
    }
  });

  it('can be written with every choice of every axis and in every language', () => {
    for (const [axis, choices] of Object.entries(axisChoices)) {
      for (const choice of choices) {
        const { truth } = generateStatement(seededRandom(5), { axes: { [axis]: choice }, entries: 9 });
        expect(truth.statements.flatMap(({ transactions }) => transactions).length).toBeGreaterThan(0);
      }
    }
    for (const language of Object.keys(languages) as Language[]) {
      expect(generateStatement(seededRandom(5), { axes: { language } }).axes.language).toBe(language);
    }
  });
});

function sumOf({ opening_balance, transactions }: StatementTruth): number {
  return transactions.reduce((sum, { amount }) => sum + thousandths(amount), thousandths(opening_balance));
}
