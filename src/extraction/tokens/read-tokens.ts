import type { Placement } from '../layout/placement.ts';
import type { Line, Word } from '../layout/word.ts';
import { likelyTerm } from '../vocabulary/likely-term.ts';
import { foldTerms } from '../vocabulary/phrase-book.ts';
import { type AmountToken, findAmounts } from './find-amounts.ts';
import { type DateToken, findDates } from './find-dates.ts';
import { lineText, type LineText } from './line-text.ts';
import { readingOfWords } from './reading-of-words.ts';

/** A folded word of a line and where it stands. */
export type Term = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly start: number;
  readonly end: number;
};

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

function termsOf({ text, words, offsets }: LineText): Term[] {
  const folded = words.map(termsOfWord);
  const endOf = (at: number) => Math.min(text.length, (offsets[at] ?? 0) + (words[at]?.text.length ?? 0));
  if (folded.every(({ length }) => length === 1)) {
    return words.map((word, at) => new WordTerm(folded[at]?.[0] ?? '', word, offsets[at] ?? 0, endOf(at)));
  }
  return words.flatMap((word, at): Term[] => {
    const own = folded[at] ?? [];
    const start = offsets[at] ?? 0;
    const [only] = own;
    if (only !== undefined && own.length === 1) return [new WordTerm(only, word, start, endOf(at))];
    // The terms of one word share its width, each by its letters.
    const letters = own.reduce((sum, term) => sum + term.length, 0);
    const placeOf = (before: number) => word.left + (before / letters) * (word.right - word.left);
    let before = 0;
    return own.map((term) => {
      const left = placeOf(before);
      before += term.length;
      return { text: term, left, right: placeOf(before), start, end: endOf(at) };
    });
  });
}

/** OCR that is less sure than this of a word may have taken a letter for another. */
const SURE = 0.9;

function termsOfWord({ text, certainty = 1 }: Word): string[] {
  const terms = foldTerms(text);
  return certainty < SURE ? terms.map(likelyTerm) : terms;
}

/** A term that is a whole word and stands where that does: there are so many that each number counts. */
class WordTerm implements Term {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  private readonly word: Word;

  constructor(text: string, word: Word, start: number, end: number) {
    this.text = text;
    this.word = word;
    this.start = start;
    this.end = end;
  }

  get left(): number {
    return this.word.left;
  }

  get right(): number {
    return this.word.right;
  }
}
