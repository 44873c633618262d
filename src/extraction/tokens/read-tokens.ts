import type { Placement } from '../layout/placement.ts';
import type { Line } from '../layout/word.ts';
import { type AmountToken, findAmounts } from './find-amounts.ts';
import { type DateToken, findDates } from './find-dates.ts';
import { lineText, type LineText } from './line-text.ts';
import { readingOfWords } from './reading-of-words.ts';
import { type Term, termsOf } from './terms.ts';

export type { Term } from './terms.ts';

/** A line with everything on it that may mean something. */
export type TokenLine = {
  /** Position in the document's reading order. */
  index: number;
  page: number;
  baseline: number;
  size: number;
  placement?: Placement | null;
  text: LineText;
  amounts: AmountToken[];
  dates: DateToken[];
  terms: Term[];
  /** In its document a lone `D` is money in. */
  isDCredit?: boolean;
  /** It stands in a panel beside a table, and in none itself. */
  isAside?: boolean;
};

export function readTokens(line: Line, index: number): TokenLine {
  const text = lineText(line);
  // What a text layer says is sure: there is nothing to add.
  const isScanned = text.words.some((word) => word.certainty !== undefined);
  const withReading = <Token extends { start: number; end: number }>(token: Token) =>
    isScanned ? { ...token, ...readingOfWords(text, token.start, token.end) } : token;
  const dates = findDates(text).map(withReading);
  const amounts = findAmounts(
    text,
    dates.filter((date) => date.strength === 'strong'),
  ).map(withReading);
  return {
    index,
    page: line.page,
    baseline: line.baseline,
    size: line.size,
    placement: line.placement ?? null,
    text,
    amounts,
    dates,
    terms: termsOf(text),
  };
}
