import type { Side } from './row.ts';
import { foldTerms, phraseBook } from '../vocabulary/phrase-book.ts';
import { NARRATIVE_WORDS } from '../vocabulary/signs.ts';

const book = phraseBook(NARRATIVE_WORDS);

/** The direction that a description's first line names: `Paid to`, `Received from`; null where it speaks both ways. */
export function sideOfNarrative(description: string): Side | null {
  const [line = ''] = description.split('\n');
  const sides = new Set(book.find(foldTerms(line)).map((match) => match.meaning));
  const [only] = sides;
  return sides.size === 1 && only !== undefined ? only : null;
}
