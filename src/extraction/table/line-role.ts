import type { AmountToken } from '../tokens/find-amounts.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { PAGE_WORDS } from '../vocabulary/pages.ts';
import { phraseBook } from '../vocabulary/phrase-book.ts';
import { hasDate } from './date-columns.ts';
import { isBareLabel, isBareTotal, sectionOfLine } from './labels.ts';
import type { TableLine } from './table-line.ts';

/** Columns whose figures move the account. */
export const MOVEMENTS: ReadonlySet<string> = new Set(['debit', 'credit', 'amount']);

type Context = { isMovement: (key: string) => boolean; roles: Map<string, string | null>; hasKnownDate: boolean };

/** What a line of a table is: a row, a figure about the rows, the title of a section, a date alone, or text. */
export function roleOf(read: TableLine, { isMovement, roles, hasKnownDate }: Context): TableLine['role'] {
  const dated = hasDate(read.dates);
  if (read.cells.size === 0) {
    if (!dated && read.line.amounts.length === 0 && sectionOfLine(read.line) !== null) return 'section';
    return dated && read.label === null ? 'date' : 'text';
  }
  if (isBareTotal(read.line)) return 'figure';
  if (!dated && isPageNumber(read.line)) return 'text';
  const moving = [...read.cells].filter(([key]) => isMovement(key));
  const nonZero = moving.filter(([, token]) => !isZero(token));
  const sides = sidesOf(nonZero, roles);
  // One entry cannot go both ways: such a line adds up others.
  if (sides.has('debit') && sides.has('credit')) return 'figure';
  if (dated && moving.length === 0 && hasFee(read, roles)) return 'row';
  const hasBalance = read.cells.size > moving.length;
  // Beside a balance of its own, nothing on either side is an entry of nothing.
  const mayBeNothing = read.label === null && hasBalance && hasKnownDate;
  if (moving.length === 0 || (!dated && moving.length > 1 && nonZero.length === 0 && !mayBeNothing)) return 'figure';
  if (read.label === null) return hasKnownDate ? 'row' : 'text';
  // Without a column of balances, words that only end in one are a row's: `Payment of the balance`.
  const hasBalances = [...roles.values()].some((role) => role === 'balance' || role === null);
  if (read.label === 'dayEnd' && dated && !hasBalances && !isBareLabel(read.line)) return 'row';
  const isMoving = hasBalance && nonZero.length > 0 && !sameFigure(read);
  if (read.label === 'opening' || read.label === 'closing' || read.label === 'dayEnd') {
    // The balance of a day has no movement beside it: below the date above it, words that end so are a row's.
    const isBelowDate = hasKnownDate && read.label === 'dayEnd' && !isBareLabel(read.line);
    return isMoving && (dated || isBelowDate) ? 'row' : 'figure';
  }
  // `Överföring` is what is carried over in one language, and a transfer in another.
  if (read.label === 'carried') {
    return dated && nonZero.length > 0 && (isMoving || !isBareLabel(read.line)) ? 'row' : 'figure';
  }
  if (!dated || (read.label === 'total' && sidesOf(moving, roles).size > 1)) return 'figure';
  return hasKnownDate ? 'row' : 'text';
}

/** A fee is all that an entry may move. */
function hasFee({ cells, label }: TableLine, roles: Context['roles']): boolean {
  return label === null && [...cells].some(([key, token]) => roles.get(key) === 'fee' && !isZero(token));
}

function sidesOf(cells: readonly [string, AmountToken][], roles: Context['roles']): Set<string | null | undefined> {
  return new Set(cells.map(([key]) => roles.get(key)));
}

const pageWords = phraseBook({ page: PAGE_WORDS });

/** `Page 1 of 4`: bare whole numbers beside a word for pages. */
function isPageNumber({ terms, amounts }: TokenLine): boolean {
  return (
    amounts.every(({ isMoney, currency }) => !isMoney && currency === null) &&
    terms.some(({ text }) => isPageWord(text))
  );
}

/** `Page`, `第1页`: words that begin so are others. */
function isPageWord(term: string): boolean {
  const words = term.split(/\d+/).filter((word) => word !== '');
  return words.length > 0 && words.every((word) => pageWords.meaningOf(word) !== null);
}

/** A balance printed once more in a column of amounts. */
function sameFigure(read: TableLine): boolean {
  const values = new Set(
    [...read.cells.values()].map((token) => token.readings['.']?.value ?? token.readings[',']?.value),
  );
  return values.size === 1;
}

function isZero(token: AmountToken): boolean {
  return (token.readings['.'] ?? token.readings[','])?.value === 0n;
}
