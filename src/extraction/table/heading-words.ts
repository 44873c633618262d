import type { Word } from '../layout/word.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { CURRENCY_CODES } from '../vocabulary/currencies.ts';
import { isDateRole, isNumericRole } from './heading.ts';
import { headingBook, piecesOf, readCell } from './heading-cells.ts';
import { isTotal, labelOfLine } from './labels.ts';
import { startsWithTotal } from './row-doubts.ts';

/** A heading has words; figures of money, dates and long numbers stand in rows. */
export function mayBeHeading(line: TokenLine): boolean {
  if (line.terms.length === 0 || line.dates.length > 0 || line.amounts.some((amount) => amount.isMoney)) return false;
  return !line.terms.some((term) => /\d{4}/.test(term.text));
}

/** How many of a line's words a heading may begin with. */
export function countNames({ terms }: TokenLine): number {
  return terms.reduce((count, term) => (headingBook.mayStartAt(term.text) ? count + 1 : count), 0);
}
/** The longest stretch of a line without digits, if it names columns: figures may stand on it in a text beside the table. */
export function wordsOnly(line: TokenLine): TokenLine {
  // What costs least is asked first: most lines are rows and name no columns.
  if (mayBeHeading(line) || countNames(line) < LEAST_NAMES || isTotal(labelOfLine(line))) return line;
  if (startsWithTotal(line)) return line;
  const { words, offsets } = line.text;
  let best: [number, number] = [0, 0];
  let from = 0;
  words.forEach((word, at) => {
    if (/\d|%/.test(word.text)) from = at + 1;
    else if (at + 1 - from > best[1] - best[0]) best = [from, at + 1];
  });
  const [start, end] = best;
  if (end - start < LEAST_WORDS) return line;
  // Between figures stands a row's text, whatever columns it speaks of.
  const hasDigits = (word: Word) => /\d/.test(word.text);
  if (words.slice(0, start).some(hasDigits) && words.slice(end).some(hasDigits)) return line;
  const first = offsets[start] ?? 0;
  const last = (offsets[end - 1] ?? 0) + (words[end - 1]?.text.length ?? 0);
  const within = (token: { start: number; end: number }) => token.start >= first && token.end <= last;
  const stretch = {
    ...line,
    text: { ...line.text, words: words.slice(start, end), offsets: offsets.slice(start, end) },
    terms: line.terms.filter(within),
    amounts: line.amounts.filter(within),
    dates: line.dates.filter(within),
  };
  // A currency right before the figures is theirs.
  const roles = new Set(
    piecesOf(stretch)
      .flatMap(readCell)
      .filter((cell) => !CURRENCY_CODES.has(cell.text))
      .map((cell) => cell.role),
  );
  const named = [...roles].filter((role) => role !== null);
  const figures = named.filter(isNumericRole).length;
  return named.length >= LEAST_NAMES && (figures > 1 || (figures > 0 && named.some(isDateRole))) ? stretch : line;
}

/** A heading beside other text names at least so many columns. */
const LEAST_NAMES = 3;
/** Fewer words without digits are no heading. */
const LEAST_WORDS = 3;
