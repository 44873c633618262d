import type { TokenLine } from '../tokens/read-tokens.ts';
import { BANK_WORDS } from '../vocabulary/identity.ts';
import { foldTerms, phraseBook } from '../vocabulary/phrase-book.ts';

const bankWords = phraseBook({ bank: BANK_WORDS });
const DOMAIN = /(?:www\.|@|https?:\/\/)([a-z0-9-]+)\.[a-z]{2,}/i;
const HEADER_LINES = 12;
/** What follows a bank's name in a title and is no part of it. */
const TITLE_WORDS = /\s*(?:[-–—|:·]\s.*|(?:e-?)?statement.*|account statement.*)$/i;

/** The bank's name from its web address or from the head of the first page; null rather than a guess. */
export function readBank(lines: readonly TokenLine[]): string | null {
  const firstPage = lines.filter((line) => line.page === 1);
  return fromDomain(firstPage) ?? fromHeader(firstPage.slice(0, HEADER_LINES));
}

/** `www.examplebank.com` names the bank; its spelling is the one on the page. */
function fromDomain(lines: readonly TokenLine[]): string | null {
  for (const line of lines) {
    const stem = DOMAIN.exec(line.text.text)?.[1]?.toLowerCase();
    if (stem === undefined || stem.length < 3) continue;
    const spelled = spelling(lines, stem.replaceAll('-', ''));
    if (spelled !== null) return spelled;
  }
  return null;
}

/** One to three neighbouring words that make up the name without their spaces. */
function spelling(lines: readonly TokenLine[], stem: string): string | null {
  for (const { text } of lines) {
    for (let from = 0; from < text.words.length; from++) {
      for (let count = 1; count <= 3; count++) {
        const words = text.words.slice(from, from + count).map((word) => word.text);
        const folded = words.flatMap(foldTerms).join('');
        if (folded === stem && !words.some((word) => word.includes('.') || word.includes('@'))) return words.join(' ');
      }
    }
  }
  return null;
}

function fromHeader(lines: readonly TokenLine[]): string | null {
  for (const line of lines) {
    for (const piece of line.text.text.split('\t')) {
      const terms = foldTerms(piece);
      if (terms.length === 0 || terms.length > 8 || /\d/.test(piece) || piece.includes(':')) continue;
      if (bankWords.find(terms).length === 0 && !terms.some((term) => /bank$|sparkasse$/.test(term))) continue;
      const name = piece.replace(TITLE_WORDS, '').trim();
      if (name.length >= 3) return name;
    }
  }
  return null;
}
