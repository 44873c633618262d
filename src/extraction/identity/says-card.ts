import type { TokenLine } from '../tokens/read-tokens.ts';
import { CARD_WORDS } from '../vocabulary/identity.ts';
import { phraseBook } from '../vocabulary/phrase-book.ts';

const cardWords = phraseBook({ card: CARD_WORDS });
const MOST_TITLE_WORDS = 6;

/** A card's statement says so in a title or a label over its rows; in a sentence it is advertised to anyone. */
export function saysCard(lines: readonly TokenLine[], firstRow: number): boolean {
  return lines.some(
    ({ index, text, terms }) =>
      index < firstRow &&
      text.text.split('\t').some((piece) => piece.split(' ').length <= MOST_TITLE_WORDS) &&
      cardWords.find(terms.map((term) => term.text)).length > 0,
  );
}
