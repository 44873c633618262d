import type { Random } from '../random.ts';
import type { ExpectedStatement } from '../score.ts';
import type { Book, Entry } from './book.ts';
import { iso } from './notation.ts';

/** A statement as a bank might print it: the page, and what an accountant would read on it. */
export type Sheet = { html: string; truth: Truth };
export type Layout = (random: Random) => Sheet;

export type Truth = { bank: string; statements: TrueStatement[] };
export type TrueStatement = ExpectedStatement & {
  account_number: string | null;
  account_holder: string | null;
  currency: string;
  /** Null where the paper names no period. */
  period_start: string | null;
  period_end: string | null;
  /** Whether its own figures prove the rows: it prints where they began, or what came in and went out. */
  proven: boolean;
};

type About = {
  currency: string;
  account: string | null;
  holder: string | null;
  /** In the order in which they are printed, where that is not the book's. */
  entries?: readonly Entry[];
  /** Where balances are printed: behind every entry, behind the last of a day, or nowhere. */
  balances: 'all' | 'daily' | 'none';
  decimals?: number;
  opening?: number | null;
  closing?: number | null;
  /** Null where no period is named. */
  from?: null;
  /** Where no opening balance is printed, but totals are. */
  proven?: true;
};

/** A statement of one account. */
export function sheet(bank: string, html: string, book: Book, about: About): Sheet {
  return { html, truth: { bank, statements: [trueStatement(book, about)] } };
}

export function trueStatement(book: Book, about: About): TrueStatement {
  const entries = about.entries ?? book.entries;
  const { opening = book.opening, closing = book.closing, decimals = 2 } = about;
  const isLast = (at: number) => entries[at]?.day !== entries[at + 1]?.day;
  const isPrinted = (at: number) => about.balances === 'all' || (about.balances === 'daily' && isLast(at));
  return {
    opening_balance: opening === null ? null : plain(opening, decimals),
    closing_balance: closing === null ? null : plain(closing, decimals),
    account_number: about.account,
    account_holder: about.holder,
    currency: about.currency,
    proven: about.proven ?? opening !== null,
    period_start: about.from === null ? null : iso(book.from),
    period_end: about.from === null ? null : iso(book.to),
    transactions: entries.map((entry, at) => ({
      date: iso(entry),
      description: entry.text,
      amount: plain(entry.cents, decimals),
      balance: isPrinted(at) ? plain(entry.balance, decimals) : null,
    })),
  };
}

function plain(cents: number, decimals: number): string {
  const digits = String(Math.abs(cents)).padStart(decimals + 1, '0');
  const at = digits.length - decimals;
  return (cents < 0 ? '-' : '') + digits.slice(0, at) + (decimals > 0 ? `.${digits.slice(at)}` : '.00');
}
