import type { Placement } from '../layout/placement.ts';
import type { Line } from '../layout/word.ts';
import { foldTerms } from '../vocabulary/phrase-book.ts';
import { type AmountToken, findAmounts } from './find-amounts.ts';
import { type DateToken, findDates } from './find-dates.ts';
import { lineText, type LineText } from './line-text.ts';
import { readingOfWords } from './reading-of-words.ts';

/** A folded word of a line and where it stands. */
export type Term = { text: string; left: number; right: number; start: number; end: number };

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
};

export function readTokens(line: Line, index: number): TokenLine {
  const text = lineText(line);
  const withReading = <Token extends { start: number; end: number }>(token: Token) => ({
    ...token,
    ...readingOfWords(text, token.start, token.end),
  });
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

function termsOf({ text, words, offsets }: LineText): Term[] {
  const terms: Term[] = [];
  words.forEach((word, index) => {
    const start = offsets[index] ?? 0;
    const folded = foldTerms(word.text);
    const end = Math.min(text.length, start + word.text.length);
    const [only] = folded;
    if (only !== undefined && folded.length === 1) {
      terms.push({ text: only, left: word.left, right: word.right, start, end });
      return;
    }
    // The terms of one word share its width, each by its letters.
    const letters = folded.reduce((sum, term) => sum + term.length, 0);
    let before = 0;
    for (const term of folded) {
      const width = word.right - word.left;
      const left = word.left + (before / letters) * width;
      before += term.length;
      const right = word.left + (before / letters) * width;
      terms.push({ text: term, left, right, start, end });
    }
  });
  return terms;
}
