import type { Side } from './row.ts';
import { foldTerms, phraseBook } from '../vocabulary/phrase-book.ts';
import { NARRATIVE_WORDS } from '../vocabulary/signs.ts';

const book = phraseBook(NARRATIVE_WORDS);

/** The direction that the first telling words of a description name: `Paid to`, `Received from`. */
export function sideOfNarrative(description: string): Side | null {
  const [first] = book.find(foldTerms(description));
  return first?.meaning ?? null;
}
