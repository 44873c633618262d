import type { TokenLine } from '../tokens/read-tokens.ts';
import { CARD_DUE_WORDS, CARD_WORDS } from '../vocabulary/identity.ts';
import { phraseBook } from '../vocabulary/phrase-book.ts';

const cardWords = phraseBook({ card: CARD_WORDS });
const dueWords = phraseBook({ due: CARD_DUE_WORDS });
const MOST_TITLE_WORDS = 6;

/**
 * A card's statement says so in a title or a label over its rows, or asks for a payment beside a figure anywhere around
 * them; in a sentence cards are advertised to anyone.
 */
export function saysCard(
  lines: readonly TokenLine[],
  firstRow: number,
  isRow: (line: TokenLine) => boolean = () => false,
): boolean {
  return lines.some((line) => {
    if (line.index < firstRow) return hasShortPiece(line) && cardWords.findIn(line.terms).length > 0;
    return !isRow(line) && line.amounts.length > 0 && hasShortPiece(line) && dueWords.findIn(line.terms).length > 0;
  });
}

function hasShortPiece({ text }: TokenLine): boolean {
  return text.text.split('\t').some((piece) => piece.split(' ').length <= MOST_TITLE_WORDS);
}
