import { foldTerms } from '../vocabulary/phrase-book.ts';
import { LANGUAGE_WORDS, type OcrLanguage } from './languages.ts';

const VOCABULARY = Object.entries(LANGUAGE_WORDS).map(([language, words]) => ({
  language: language as OcrLanguage,
  words: new Set<string>(words.split(' ')),
}));
/** So many of its words, each counted once, make a language. */
const ENOUGH = 3;

/** The language that the words are most likely in; null where there is too little to tell. */
export function guessLanguage(words: readonly string[]): OcrLanguage | null {
  const terms = new Set(words.flatMap((word) => foldTerms(word)));
  const counts = VOCABULARY.map(({ language, words: own }) => ({
    language,
    count: [...terms].filter((term) => own.has(term)).length,
  })).toSorted((a, b) => b.count - a.count);
  const [first] = counts;
  return first === undefined || first.count < ENOUGH ? null : first.language;
}
