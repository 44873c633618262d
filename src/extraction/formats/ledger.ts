/** One entry of an account as a file for machines states it. Dates are ISO `YYYY-MM-DD`; money as in `money.ts`. */
export type LedgerEntry = {
  date: string;
  valueDate: string | null;
  description: string;
  reference: string | null;
  /** Money out is negative. */
  amount: bigint;
  /** The balance after it, where the file states one. */
  balance: bigint | null;
  currency: string | null;
  /** What is doubtful about it, in the words of `Transaction.flags`. */
  flags: string[];
};

/** What a file for machines states about one account, in the file's order. */
export type Ledger = {
  bank: string | null;
  accountNumber: string | null;
  accountHolder: string | null;
  currency: string | null;
  periodStart: string | null;
  periodEnd: string | null;
  opening: bigint | null;
  closing: bigint | null;
  /** Sums that the file states; money out is negative. */
  statedCredits: bigint | null;
  statedDebits: bigint | null;
  /** Something that belongs to the account was not understood: its rows are not called proven. */
  hasGaps: boolean;
  entries: LedgerEntry[];
};

/** An account of which nothing is known yet. */
export function emptyLedger(): Ledger {
  return {
    bank: null,
    accountNumber: null,
    accountHolder: null,
    currency: null,
    periodStart: null,
    periodEnd: null,
    opening: null,
    closing: null,
    statedCredits: null,
    statedDebits: null,
    hasGaps: false,
    entries: [],
  };
}
