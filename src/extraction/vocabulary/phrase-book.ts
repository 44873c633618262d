/**
 * Finds the phrases of a vocabulary in text. Text and phrases are folded alike (small letters, no accents, no
 * punctuation), so that `Débit :` is `debit`. In scripts without spaces a phrase may stand anywhere inside a term.
 */
export type PhraseMatch<Meaning> = {
  meaning: Meaning;
  /** Index of the first term, and of the one after the last. */
  start: number;
  end: number;
};

type Entry<Meaning> = { terms: string[]; meaning: Meaning };

const SPACELESS = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]/u;

export class PhraseBook<Meaning> {
  private readonly byFirstTerm = new Map<string, Entry<Meaning>[]>();
  private readonly spaceless = new Map<string, Meaning>();
  private longestSpaceless = 0;

  constructor(vocabulary: Iterable<readonly [Meaning, readonly string[]]>) {
    for (const [meaning, phrases] of vocabulary) {
      for (const phrase of phrases) this.add(phrase, meaning);
    }
    for (const entries of this.byFirstTerm.values()) entries.sort((a, b) => b.terms.length - a.terms.length);
  }

  private add(phrase: string, meaning: Meaning): void {
    const terms = foldTerms(phrase);
    const [first] = terms;
    if (first === undefined) return;
    if (SPACELESS.test(phrase)) {
      const joined = terms.join('');
      if (!this.spaceless.has(joined)) this.spaceless.set(joined, meaning);
      this.longestSpaceless = Math.max(this.longestSpaceless, joined.length);
    }
    const entries = this.byFirstTerm.get(first) ?? [];
    if (entries.some((entry) => entry.terms.join(' ') === terms.join(' '))) return;
    entries.push({ terms, meaning });
    this.byFirstTerm.set(first, entries);
  }

  /** The meaning of a whole text, or null where the text is not exactly one phrase. */
  meaningOf(text: string): Meaning | null {
    const terms = foldTerms(text);
    const match = this.at(terms, 0);
    return match !== null && match.end === terms.length ? match.meaning : null;
  }

  /** Whether a phrase may begin with a term, or stand inside it. */
  mayStartAt(term: string): boolean {
    return this.byFirstTerm.has(term) || mayBeSpaceless(term);
  }

  /** Whether a phrase may begin anywhere: most lines have none, and need no closer look. */
  mayStartIn(terms: readonly { readonly text: string }[]): boolean {
    for (const { text } of terms) if (this.mayStartAt(text)) return true;
    return false;
  }

  /** The phrases in the terms of a line. */
  findIn(terms: readonly { readonly text: string }[]): PhraseMatch<Meaning>[] {
    return this.mayStartIn(terms) ? this.find(terms.map(({ text }) => text)) : [];
  }

  /** The longest phrases, from left to right, that do not overlap. */
  find(terms: readonly string[]): PhraseMatch<Meaning>[] {
    const matches: PhraseMatch<Meaning>[] = [];
    for (let index = 0; index < terms.length;) {
      const term = terms[index] ?? '';
      const match = this.at(terms, index) ?? (mayBeSpaceless(term) ? this.inside(term, index) : null);
      if (match === null) index++;
      else {
        matches.push(match);
        index = match.end;
      }
    }
    return matches;
  }

  private at(terms: readonly string[], start: number): PhraseMatch<Meaning> | null {
    const first = terms[start];
    if (first === undefined) return null;
    const entries = this.byFirstTerm.get(first);
    if (entries === undefined) return null;
    for (const { terms: own, meaning } of entries) {
      let length = 1;
      while (length < own.length && terms[start + length] === own[length]) length++;
      if (length === own.length) return { meaning, start, end: start + length };
    }
    return null;
  }

  /** The longest phrase inside a term of a script that puts no spaces between words. */
  private inside(term: string, start: number): PhraseMatch<Meaning> | null {
    for (let length = Math.min(term.length, this.longestSpaceless); length >= 2; length--) {
      for (let from = 0; from + length <= term.length; from++) {
        const meaning = this.spaceless.get(term.slice(from, from + length));
        if (meaning !== undefined) return { meaning, start, end: start + 1 };
      }
    }
    return null;
  }
}

/** Most terms are Latin, which their first letter tells without a search. */
function mayBeSpaceless(term: string): boolean {
  return term.charCodeAt(0) > 0x7f || term.charCodeAt(term.length - 1) > 0x7f ? SPACELESS.test(term) : false;
}

/** A vocabulary written as one list of phrases for each meaning. */
export function phraseBook<Meaning extends string>(
  vocabulary: Record<Meaning, readonly string[]>,
): PhraseBook<Meaning> {
  return new PhraseBook(Object.entries(vocabulary) as [Meaning, string[]][]);
}

const ASCII_TERM = /^[A-Za-z0-9]+$/;
/** With signs of currencies, which are no part of a term either. */
const ASCII = /^[\u0020-\u007e£€¥]+$/;
/** Letters that Unicode does not decompose into a base and a mark. */
const STANDALONE: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  // Arabic has letters that are keyed either way, and Persian and Urdu have codes of their own for the same ones.
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ۀ: 'ه',
};

/** Accents, the vowels that Hebrew and Arabic set over and under letters, and the stroke that draws words out. */
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u0640\u064b-\u065f\u0670]/g;

/** Splits a text into its folded terms. */
export function foldTerms(text: string): string[] {
  if (ASCII_TERM.test(text)) return [text.toLowerCase()];
  if (ASCII.test(text)) return withoutEmpty(text.toLowerCase().split(/[^a-z0-9#]+/));
  return withoutEmpty(foldLetters(text));
}

function foldLetters(text: string): string[] {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(MARKS, '')
    .replaceAll(/[ßłøđæœıىیکةۀ]/g, (letter) => STANDALONE[letter] ?? letter)
    .normalize('NFC')
    .split(/[^\p{L}\p{N}\p{M}#№]+/u);
}

/** Punctuation at either end of a text leaves an empty term there. */
function withoutEmpty(terms: string[]): string[] {
  return terms.includes('') ? terms.filter((term) => term !== '') : terms;
}
