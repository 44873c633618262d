import { CURRENCY_CODES } from '../../vocabulary/currencies.ts';
import { HEADINGS, type HeadingRole } from '../../vocabulary/headings.ts';
import { foldTerms, phraseBook } from '../../vocabulary/phrase-book.ts';
import { currencyOfHeading } from './heading-currency.ts';

/**
 * `group` parts the statements of one file, as our own exports do; `pocket` perhaps the parts of an account that have
 * balances of their own, or only kinds of entries.
 */
export type ColumnRole = HeadingRole | 'group' | 'pocket' | 'bank';

const book = phraseBook(HEADINGS);
/** Headings of exports that no printed statement has. */
const OWN: Record<string, ColumnRole> = {
  statement: 'group',
  product: 'pocket',
  pocket: 'pocket',
  space: 'pocket',
  'account name': 'group',
  'account type': 'type',
  bank: 'bank',
  page: 'ignored',
  flags: 'ignored',
  auftragskonto: 'account',
  'bank account': 'account',
  munt: 'currency',
  gross: 'amount',
  net: 'amount',
  label: 'description',
  endsaldo: 'balance',
  'total fees': 'fee',
  'oorspr bedrag': 'foreign',
  cashback: 'ignored',
  кэшбэк: 'ignored',
  'сума кешбеку': 'ignored',
  'сума в валюті картки': 'amount',
  'сума в валюті операції': 'foreign',
  isplata: 'debit',
  uplata: 'credit',
};
/** What else some words are on another continent. */
const ALSO: Record<string, ColumnRole> = { value: 'amount', valor: 'amount', valuta: 'currency' };
const FILLERS: ReadonlySet<string> = new Set(
  foldTerms('in of the and et und y e en de la le di da per for to a na po nach after apres efter apos dopo'),
);

/** What a heading says that its column is, and in which currency; null where its words are not known. */
export function headingRole(text: string): { role: ColumnRole | null; currency: string | null } {
  const { roles, currency } = headingRoles(text);
  return { role: roles[0] ?? null, currency };
}

/** All that a heading may say that its column is, the likeliest first: its contents may rule that out. */
export function headingRoles(text: string): { roles: ColumnRole[]; currency: string | null } {
  const all = foldTerms(spaced(text.replace(MARK, '')));
  const terms = all.filter((term) => !CURRENCY_CODES.has(term.toUpperCase()));
  const currency = currencyOfHeading(text);
  const own = rolesOf(terms.length > 0 ? terms : all);
  const roles = own.length > 0 ? own : rolesOf(terms.map(withoutUmlauts));
  // A currency by itself stands over its amounts.
  return { roles: roles.length === 0 && currency !== null && terms.length === 0 ? ['amount'] : roles, currency };
}

/** What some programs put in front of a name. */
const MARK = /^[#*]+ ?(?=\p{L})/u;

function rolesOf(terms: readonly string[]): ColumnRole[] {
  const phrase = terms.join(' ');
  const exact = OWN[phrase] ?? book.meaningOf(phrase);
  // `in` is money in, but not between two other words.
  const all = book.find(terms);
  const told = all.filter(({ start, end }) => terms.slice(start, end).some((term) => !FILLERS.has(term)));
  const matches = told.length > 0 ? told : all;
  const found = matches.map(({ meaning }) => meaning);
  const also = ALSO[phrase];
  if (exact !== null) return [...new Set([exact, ...found, ...(also === undefined ? [] : [also])])];
  const explained = matches.reduce((sum, { start, end }) => sum + end - start, 0);
  const telling = terms.filter((term) => !FILLERS.has(term) && !/^\d$/.test(term)).length;
  if (found.length === 0 || explained * 2 < telling) return [];
  if (found.includes('debit') && found.includes('credit')) return ['amount'];
  const strong = STRONGEST.filter((role) => found.includes(role));
  return [...new Set<ColumnRole>([...strong, ...found])];
}

/** Where a heading names several things, what it is about: `Balance date` is a date, `Amount balance` a balance. */
const STRONGEST: readonly HeadingRole[] = [
  'foreign',
  'reference',
  'account',
  'valueDate',
  'postingDate',
  'transactionDate',
  'date',
  'balance',
  'debit',
  'credit',
  'currency',
  'amount',
];

/** `Empfaenger` for `Empfänger`, as programs without umlauts write it. */
function withoutUmlauts(term: string): string {
  return term.replaceAll(/(?<=[aou])e(?!$)/g, '');
}

/** `transaction_date` and `TransactionDate` are two words. */
export function spaced(text: string): string {
  return text.replaceAll('_', ' ').replaceAll(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ');
}
