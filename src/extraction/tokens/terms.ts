import type { Word } from '../layout/word.ts';
import { likelyTerm } from '../vocabulary/likely-term.ts';
import { foldTerms } from '../vocabulary/phrase-book.ts';
import type { LineText } from './line-text.ts';
import { remembering } from './remembering.ts';

/** A folded word of a line and where it stands. Points; offsets into the line's text. */
export type Term = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly start: number;
  readonly end: number;
};

/** All terms of a line, from left to right. */
export function termsOf({ words, offsets }: LineText): Term[] {
  const terms: Term[] = [];
  words.forEach((word, at) => {
    const start = offsets[at] ?? 0;
    const own = termsOfWord(word);
    const [only] = own;
    if (only !== undefined && own.length === 1) terms.push(new WordTerm(only, word, start));
    else addParts(terms, own, word, start);
  });
  // A copy has room for what it holds, and no more: all terms of a document are kept.
  return terms.slice();
}

/** The terms of one word share its width, each by its letters. */
function addParts(terms: Term[], own: readonly string[], word: Word, start: number): void {
  const letters = own.reduce((sum, term) => sum + term.length, 0);
  let before = 0;
  for (const term of own) {
    terms.push(new PartTerm(term, word, start, before, letters));
    before += term.length;
  }
}

/** OCR that is less sure than this of a word may have taken a letter for another. */
const SURE = 0.9;

/** Figures are all different and their groups of digits are not: each group is kept once, and no figure is. */
const onlyOne = remembering((term) => term);
const foldFigure = (word: string) => foldTerms(word).map(onlyOne);
const foldWord = remembering(foldFigure);
const FIGURE = /\d[.,]\d\d$/;

function termsOfWord({ text, certainty = 1 }: Word): readonly string[] {
  const terms = FIGURE.test(text) ? foldFigure(text) : foldWord(text);
  return certainty < SURE ? terms.map(likelyTerm) : terms;
}

/** A term that is a whole word and stands where that does: there are so many that each number counts. */
class WordTerm implements Term {
  readonly text: string;
  readonly start: number;
  protected readonly word: Word;

  constructor(text: string, word: Word, start: number) {
    this.text = text;
    this.word = word;
    this.start = start;
  }

  get end(): number {
    return this.start + this.word.text.length;
  }

  get left(): number {
    return this.word.left;
  }

  get right(): number {
    return this.word.right;
  }
}

/** One of several terms of a word, behind so many of its letters. */
class PartTerm extends WordTerm {
  private readonly before: number;
  private readonly letters: number;

  constructor(text: string, word: Word, start: number, before: number, letters: number) {
    super(text, word, start);
    this.before = before;
    this.letters = letters;
  }

  override get left(): number {
    return this.placeOf(this.before);
  }

  override get right(): number {
    return this.placeOf(this.before + this.text.length);
  }

  private placeOf(before: number): number {
    return this.word.left + (before / this.letters) * (this.word.right - this.word.left);
  }
}
