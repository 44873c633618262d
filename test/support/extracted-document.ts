import type { ExtractedDocument, Statement, Transaction } from '../../src/extraction/statement.ts';

/** A transaction that a test need not describe further than by what it is about. */
export const makeTransaction = (given: Partial<Transaction> = {}): Transaction => ({
  date: '2026-01-03',
  valueDate: null,
  description: 'CARD PURCHASE GREENGROCER',
  reference: null,
  amount: '-12.20',
  balance: null,
  currency: 'EUR',
  page: 1,
  confidence: 0.99,
  flags: [],
  ...given,
});

/**
 * A statement that adds up: running balances, closing balance and totals follow from the opening balance and the
 * amounts, unless a test says otherwise.
 */
export const makeStatement = (
  given: Partial<Omit<Statement, 'transactions'>> & { transactions?: readonly Partial<Transaction>[] } = {},
): Statement => {
  const opening = given.openingBalance === undefined ? '1200.00' : given.openingBalance;
  let balanceCents = opening === null ? null : toCents(opening);
  const transactions = (given.transactions ?? [{}, { amount: '300.00', description: 'SALARY' }]).map((partial) => {
    const transaction = makeTransaction({
      currency: given.currency === undefined ? 'EUR' : given.currency,
      ...partial,
    });
    if (balanceCents === null) return transaction;
    balanceCents += toCents(transaction.amount);
    return { ...transaction, balance: partial.balance === undefined ? fromCents(balanceCents) : partial.balance };
  });
  const amounts = transactions.map((transaction) => toCents(transaction.amount));
  const closing = balanceCents === null ? null : fromCents(balanceCents);
  return {
    bank: 'Example Bank',
    accountNumber: '…4321',
    accountHolder: null,
    currency: 'EUR',
    periodStart: '2026-01-01',
    periodEnd: '2026-01-31',
    openingBalance: opening,
    closingBalance: closing,
    totalCredits: fromCents(sum(amounts.filter((amount) => amount > 0n))),
    totalDebits: fromCents(sum(amounts.filter((amount) => amount < 0n))),
    reconciled: closing === null ? null : true,
    checks: closing === null ? [] : [{ name: 'closing_balance', ok: true, expected: closing, found: closing }],
    ...given,
    transactions,
  };
};

export const makeDocument = (given: Partial<ExtractedDocument> = {}): ExtractedDocument => ({
  statements: [makeStatement()],
  sourceFormat: 'pdf-text',
  warnings: [],
  pages: 1,
  characters: 2_400,
  ...given,
});

const toCents = (figure: string): bigint => {
  const [whole = '0', fraction = ''] = figure.split('.');
  return BigInt(whole + fraction.padEnd(2, '0').slice(0, 2));
};

const fromCents = (cents: bigint): string => {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

const sum = (figures: readonly bigint[]): bigint => figures.reduce((total, figure) => total + figure, 0n);
