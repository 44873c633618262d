import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/extraction/read-document.ts';
import type { Transaction } from '../../src/extraction/statement.ts';
import { composeSamples } from '../support/samples/samples.ts';
import type { Truth } from '../support/statements/truth.ts';

const samplePdf = (name: string) => readFileSync(new URL(`../../samples/${name}.pdf`, import.meta.url));
const golden = (name: string) =>
  JSON.parse(readFileSync(new URL(`golden/${name}.expected.json`, import.meta.url), 'utf8')) as Truth;

/** The part of a row that must be right; a description may be put together in more than one good way. */
const figures = ({ date, amount, balance }: Pick<Transaction, 'date' | 'amount' | 'balance'>) => ({
  date,
  amount,
  balance,
});

const samples = await composeSamples();

describe.each(samples)('the sample $name', ({ name, pdf, truth }) => {
  it('is what `npm run samples` writes', () => {
    expect(samplePdf(name).equals(pdf), 'run `npm run samples` and look at what changed').toBe(true);
    expect(golden(name)).toEqual(truth);
  });

  it('is read without an error', { timeout: 60_000 }, async () => {
    const { statements } = await readDocument(samplePdf(name), { maxPages: 10 });
    const reading = statements.map((statement) => ({
      currency: statement.currency,
      opening_balance: statement.openingBalance,
      closing_balance: statement.closingBalance,
      reconcilable: statement.reconciled,
      transactions: statement.transactions.map(figures),
    }));
    const expected = golden(name).statements.map(({ account: _account, ...statement }) => ({
      ...statement,
      transactions: statement.transactions.map(figures),
    }));
    expect(reading).toEqual(expected);
  });
});

describe('the sample that does not add up', () => {
  it('flags the row whose balance is misprinted and no other', async () => {
    const { statements } = await readDocument(samplePdf('does-not-add-up'), { maxPages: 10 });
    const [statement] = statements;
    const [expected] = golden('does-not-add-up').statements;
    expect(statement?.reconciled).toBe(false);
    const flagged = statement?.transactions.flatMap(({ flags }, index) => (flags.length > 0 ? [index] : []));
    expect(flagged).toContain(misprintedRow(expected?.transactions ?? []));
    expect(flagged?.length).toBeLessThanOrEqual(2);
  });
});

/** The first row whose balance is not the one before it plus its amount. */
function misprintedRow(rows: { amount: string; balance: string | null }[]): number {
  const cents = (decimal: string | null | undefined) => Math.round(Number(decimal) * 100);
  return rows.findIndex(
    ({ amount, balance }, index) => index > 0 && cents(rows[index - 1]?.balance) + cents(amount) !== cents(balance),
  );
}
