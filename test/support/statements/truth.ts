import type { Account, Entry } from './ledger.ts';
import { isoDate } from './calendar.ts';
import type { CurrencyCode } from './currencies.ts';
import type { Layout } from './layout.ts';
import { exactDecimal } from './money-notation.ts';

/** What a careful reader finds in the document: every printed row in printed order. Money as decimal strings. */
export type StatementTruth = {
  account: string;
  currency: CurrencyCode;
  /** Null where the document neither prints it nor lets it be worked out. */
  opening_balance: string | null;
  closing_balance: string | null;
  /** Whether the printed figures prove the rows (true), contradict each other (false) or are silent (null). */
  reconcilable: boolean | null;
  transactions: TransactionTruth[];
};

export type TransactionTruth = { date: string; description: string; amount: string; balance: string | null };

export type Truth = { statements: StatementTruth[] };

/** The truth of one printed entry; `printedBalance` is null where the row prints none. */
export function transactionTruth(entry: Entry, printedBalance: number | null, layout: Layout): TransactionTruth {
  const { method, counterparty, tail, details } = entry.narrative;
  const { decimals } = layout.currency;
  return {
    date: isoDate(entry.day),
    description: [[method, counterparty, tail].filter((part) => part !== '').join(' '), ...details].join('\n'),
    amount: exactDecimal(entry.amount, decimals),
    balance: printedBalance === null ? null : exactDecimal(printedBalance, decimals),
  };
}

export function statementTruth(
  account: Account,
  layout: Layout,
  rows: {
    transactions: TransactionTruth[];
    opening: number | null;
    closing: number | null;
    reconcilable: boolean | null;
  },
): StatementTruth {
  const exact = (minor: number | null) => (minor === null ? null : exactDecimal(minor, layout.currency.decimals));
  return {
    account: account.number,
    currency: layout.axes.currency,
    opening_balance: exact(rows.opening),
    closing_balance: exact(rows.closing),
    reconcilable: rows.reconcilable,
    transactions: rows.transactions,
  };
}
