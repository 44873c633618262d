import type { HeadingRole } from '../vocabulary/headings.ts';
import { foldTerms, phraseBook } from '../vocabulary/phrase-book.ts';
import { COUNTS, TERMS } from '../vocabulary/sections.ts';

/** What stands above one column. Points. */
export type HeadingCell = {
  role: HeadingRole | null;
  text: string;
  left: number;
  right: number;
  /** Words of the cell that its role accounts for, and those that it does not. */
  explained: number;
  /** How many phrases it took. */
  matches: number;
  unexplained: number;
  /** ISO code, where the heading names the currency of its figures. */
  currency: string | null;
};

/** The heading of a table: one line, or a few that belong together. */
export type Heading = {
  page: number;
  /** Indices of its first and last line. */
  first: number;
  last: number;
  cells: HeadingCell[];
  /** Whether the line above says that balances of days are listed. */
  isOfDays?: boolean;
};
const NUMERIC: ReadonlySet<HeadingRole> = new Set(['debit', 'credit', 'amount', 'balance', 'fee', 'foreign']);
const DATES: ReadonlySet<HeadingRole> = new Set([
  'date',
  'postingDate',
  'transactionDate',
  'valueDate',
  'day',
  'month',
]);
export function isNumericRole(role: HeadingRole | null): boolean {
  return role !== null && NUMERIC.has(role);
}
export function isDateRole(role: HeadingRole | null): boolean {
  return role !== null && DATES.has(role);
}
/** Tables that list no entries: rates in percent, balances by day, sums by kind. */
export function listsEntries({ cells, isOfDays }: Heading): boolean {
  if (isOfDays || isOfRates(cells) || isOfTerms(cells) || isOfKinds(cells)) return false;
  // `Date  Amount  Date  Amount`: entries have a text, and balances by day are printed in several columns.
  if (cells.length >= 4 && cells.every(({ role }, at) => (at % 2 === 0 ? isDateRole(role) : isNumericRole(role)))) {
    return new Set(cells.filter((_, at) => at % 2 === 0).map(({ text }) => text)).size > 1;
  }
  const roles = new Set(cells.map((cell) => cell.role));
  return ['debit', 'credit', 'amount', 'fee', 'description', 'reference', 'type', null].some((role) =>
    roles.has(role as HeadingRole | null),
  );
}

/** `Placement date  Maturity date  Tenor  Principal`: what is deposited or lent, and until when. */
function isOfTerms(cells: readonly HeadingCell[]): boolean {
  return !hasEntries(cells) && cells.some(({ text }) => terms.find(foldTerms(text)).length > 0);
}

const terms = phraseBook({ term: TERMS });

/** `Type  #  Amount`: how many entries there are of each kind, and what they add up to. A number may also come first. */
export function isOfKinds(cells: readonly HeadingCell[]): boolean {
  const count = cells.findIndex(({ text }) => counts.meaningOf(text) !== null);
  return (
    count > 0 &&
    !cells.some(({ role }) => isDateRole(role) || role === 'balance') &&
    cells.slice(0, count).some(({ role }) => role === 'type' || role === 'description') &&
    cells.slice(count).some(({ role }) => isNumericRole(role))
  );
}

const counts = phraseBook({ count: COUNTS });

/** `Date  %  Amount`: since when which rate holds. Beside a text and a balance, a percentage is part of another text. */
function isOfRates(cells: readonly HeadingCell[]): boolean {
  return !hasEntries(cells) && cells.some(({ text }) => text.includes('%'));
}

/** A text, and a balance or a side beside it. */
function hasEntries(cells: readonly HeadingCell[]): boolean {
  const roles = new Set(cells.map(({ role }) => role));
  return roles.has('description') && (roles.has('balance') || roles.has('debit') || roles.has('credit'));
}
