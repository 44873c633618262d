import type { CurrencyCode } from '../currencies.ts';
import type { DatePattern, MonthNames } from '../date-notation.ts';
import type { NotationName } from '../money-notation.ts';
import type { CjkScript } from '../pdf/cid-font.ts';
import type { Random } from '../../random.ts';

/**
 * The words of statements in one language. A string may hold alternatives, parted by `|`: a document uses one of them
 * throughout. Every bank, company and person is invented.
 */
export type LanguagePack = {
  currencies: readonly CurrencyCode[];
  numbers: readonly NotationName[];
  dates: readonly DatePattern[];
  months: MonthNames;
  script?: CjkScript;
  banks: string;
  holders: string;
  street: string;
  words: Words;
  entries: EntryWords;
  shops: readonly string[];
  companies: readonly string[];
  notes: readonly string[];
};

/** Headings, labels and titles. `{page}` and `{pages}` in `page` stand for numbers, `{currency}` for its code. */
export type Words = Record<
  | 'statement'
  | 'cardStatement'
  | 'account'
  | 'accountHolder'
  | 'period'
  | 'issued'
  | 'page'
  | 'date'
  | 'transactionDate'
  | 'postingDate'
  | 'valueDate'
  | 'day'
  | 'month'
  | 'description'
  | 'reference'
  | 'counterparty'
  | 'method'
  | 'currency'
  | 'debit'
  | 'credit'
  | 'amount'
  | 'side'
  | 'fee'
  | 'balance'
  | 'availableBalance'
  | 'opening'
  | 'closing'
  | 'brought'
  | 'carried'
  | 'totalDebits'
  | 'totalCredits'
  | 'total'
  | 'pageTotal'
  | 'debitMark'
  | 'creditMark'
  | 'deposits'
  | 'withdrawals'
  | 'cheques'
  | 'charges'
  | 'payments'
  | 'purchases'
  | 'dailyBalances'
  | 'limit'
  | 'minimumPayment'
  | 'dueDate'
  | 'chequeNumber'
  | 'card'
  | 'phone'
  | 'savings'
  | 'newBalance'
  | 'previousBalance'
  | 'rates',
  string
>;

/** What each kind of entry is called. */
export type EntryWords = Record<EntryKind, string>;

export type EntryKind =
  | 'salary'
  | 'transferIn'
  | 'refund'
  | 'interest'
  | 'payment'
  | 'purchase'
  | 'cash'
  | 'directDebit'
  | 'transferOut'
  | 'cheque'
  | 'fee';

/** Words that go together: the first alternative of one with the first of the other, and so on. */
const pairs: readonly (readonly [keyof Words, keyof Words])[] = [
  ['debit', 'credit'],
  ['debitMark', 'creditMark'],
  ['totalDebits', 'totalCredits'],
  ['withdrawals', 'deposits'],
  ['carried', 'brought'],
  ['previousBalance', 'newBalance'],
];

/** One alternative of each, for one document. */
export function settleWords(words: Words, random: Random): Words {
  const settled = settle(words, random);
  for (const [one, other] of pairs) {
    const choices = words[one].split('|');
    const partners = words[other].split('|');
    const index = random.integer(0, choices.length - 1);
    settled[one] = choices[index] ?? settled[one];
    settled[other] = partners[Math.min(index, partners.length - 1)] ?? settled[other];
  }
  return settled;
}

export function settle<K extends string>(words: Record<K, string>, random: Random): Record<K, string> {
  const settled = Object.entries<string>(words).map(([key, value]) => [key, oneOf(value, random)]);
  return Object.fromEntries(settled) as Record<K, string>;
}

export function oneOf(alternatives: string, random: Random): string {
  return random.pick(alternatives.split('|'));
}

/** Month names from one line of text. */
export function monthNames(short: string, long: string): MonthNames {
  return { short: short.split(' '), long: long.split(' ') };
}
