import type { TokenLine } from '../tokens/read-tokens.ts';
import { IDENTITY, type IdentityKind } from '../vocabulary/identity.ts';
import { phraseBook } from '../vocabulary/phrase-book.ts';

/** Something a document says about whose it is, and where. */
export type Identity = { kind: IdentityKind; value: string; index: number };

const book = phraseBook(IDENTITY);
/** Account and card numbers as they are printed: digits, letters of an IBAN, and marks that hide some of them. */
const NUMBER = /^[\p{Lu}\d*•●xX#.…][\p{Lu}\d*•●xX#.…\-/]*(?: [\p{Lu}\d*•●xX#.…\-/]+)*/u;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?\b/;
const MOST_HOLDER_WORDS = 6;

/** Everything that labels on the lines say about account, card and holder, in reading order. */
export function readIdentities(lines: readonly TokenLine[]): Identity[] {
  const found: Identity[] = [];
  lines.forEach((line, at) => {
    const iban = IBAN.exec(line.text.text);
    const labels = book.find(line.terms.map((term) => term.text));
    for (const { meaning, start, end } of labels) {
      const first = line.terms[start];
      const last = line.terms[end - 1];
      if (
        first === undefined ||
        last === undefined ||
        !startsPiece(line, first.start, meaning === 'holder' ? 0 : WORDS_BEFORE)
      )
        continue;
      const [beside = '', next = ''] = piecesFrom(line.text.text, last.end);
      const value =
        readValue(meaning, beside) ??
        (beside === '' ? (below(lines, at, first.left, meaning) ?? readValue(meaning, next)) : null);
      if (value !== null) found.push({ kind: meaning, value, index: line.index });
    }
    if (iban !== null && !found.some((identity) => identity.index === line.index && identity.kind === 'account')) {
      found.push({ kind: 'account', value: iban[0], index: line.index });
    }
  });
  return found;
}

/** What kind of account it is may stand before the word. */
const WORDS_BEFORE = 3;

/** A label stands near the start of a line or after a gap, not within a sentence. */
function startsPiece(line: TokenLine, start: number, wordsBefore: number): boolean {
  const before = line.text.text.slice(0, start).split('\t').at(-1) ?? '';
  return before.split(' ').filter((word) => word !== '').length <= wordsBefore;
}

/** The text right behind a label, and the next piece after a gap. */
function piecesFrom(text: string, start: number): string[] {
  return text
    .slice(start)
    .split('\t')
    .map((piece) => piece.replace(/^[\s:.：№#-]+/, ''));
}

function readValue(kind: IdentityKind, text: string): string | null {
  if (kind !== 'holder') {
    const [value = ''] = NUMBER.exec(text) ?? [];
    const digits = value.replaceAll(/\D/g, '').length;
    return digits >= 3 && value.length >= 4 && value.length <= 42 ? value.trim() : null;
  }
  const words = text.split(' ').filter((word) => word !== '');
  const isName = words.length >= 1 && words.length <= MOST_HOLDER_WORDS && !/\d/.test(text) && /\p{L}{2}/u.test(text);
  return isName ? text.trim() : null;
}

/** The value printed under its label. */
function below(lines: readonly TokenLine[], at: number, left: number, kind: IdentityKind): string | null {
  const line = lines[at + 1];
  if (line === undefined || line.page !== lines[at]?.page) return null;
  const index = line.text.words.findIndex((word) => Math.abs(word.left - left) < 6);
  const offset = line.text.offsets[index];
  return offset === undefined ? null : readValue(kind, line.text.text.slice(offset).split('\t')[0] ?? '');
}
