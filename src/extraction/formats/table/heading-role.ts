import { CURRENCY_CODES } from '../../vocabulary/currencies.ts';
import { HEADINGS, type HeadingRole } from '../../vocabulary/headings.ts';
import { foldTerms, phraseBook } from '../../vocabulary/phrase-book.ts';

/** `group` parts the statements of one file, as our own exports do. */
export type ColumnRole = HeadingRole | 'group' | 'bank';

const book = phraseBook(HEADINGS);
/** Headings of exports that no printed statement has. */
const OWN: Record<string, ColumnRole> = {
  statement: 'group',
  bank: 'bank',
  page: 'ignored',
  flags: 'ignored',
  auftragskonto: 'account',
  waehrung: 'currency',
  munt: 'currency',
  gross: 'amount',
  net: 'amount',
  label: 'description',
  'saldo na trn': 'balance',
  'saldo na boeking': 'balance',
  'total fees': 'fee',
  'oorspr bedrag': 'foreign',
};
const FILLERS: ReadonlySet<string> = new Set(foldTerms('in of the and et und y e en de la le di da per for to a'));

/** What a heading says that its column is, and in which currency; null where its words are not known. */
export function headingRole(text: string): { role: ColumnRole | null; currency: string | null } {
  const all = foldTerms(spaced(text));
  const currency = text.match(/\b[A-Z]{3}\b/g)?.find((code) => CURRENCY_CODES.has(code)) ?? null;
  const terms = all.filter((term) => !CURRENCY_CODES.has(term.toUpperCase()));
  return { role: roleOf(terms.length > 0 ? terms : all), currency };
}

function roleOf(terms: readonly string[]): ColumnRole | null {
  const phrase = terms.join(' ');
  const exact = OWN[phrase] ?? book.meaningOf(phrase);
  if (exact !== null) return exact;
  const matches = book.find(terms);
  const explained = matches.reduce((sum, { start, end }) => sum + end - start, 0);
  const telling = terms.filter((term) => !FILLERS.has(term)).length;
  const roles = matches.map(({ meaning }) => meaning);
  const [first] = roles;
  if (first === undefined || explained * 2 < telling) return null;
  if (roles.includes('debit') && roles.includes('credit')) return 'amount';
  return STRONGEST.find((role) => roles.includes(role)) ?? first;
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

/** `transaction_date` and `TransactionDate` are two words. */
function spaced(text: string): string {
  return text.replaceAll('_', ' ').replaceAll(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ');
}
