import type { TokenLine } from '../tokens/read-tokens.ts';
import { BANK_WORDS, TITLE_WORDS } from '../vocabulary/identity.ts';
import { foldTerms, phraseBook } from '../vocabulary/phrase-book.ts';
import { type Piece, piecesOf } from './piece.ts';

const bankWords = phraseBook({ bank: BANK_WORDS });
const titles = phraseBook({ title: TITLE_WORDS });
/** Bank words that a longer word ends in: `Nordbank`, `Stadtsparkasse`. */
const BANK_ENDING = /(?:bank|banken|bankas|bankasi|banka|banky|sparkasse|pankki|takarek|banque|банк|銀行|银行|은행)$/;
const BANK_BEGINNING = /^(?:ธนาคาร|بنك)/;
const CJK_BANK = /^.*?(?:银行|銀行|은행)/u;
const DOMAIN = /(?:www\.|@|https?:\/\/)(?:www\.)?([a-z0-9-]+)\.[a-z]{2,}/gi;

/** Points from the top of the page to which a letterhead reaches. */
const LETTERHEAD = 260;
/** How much larger than most text a name is that nothing else says to be a bank's. */
const LARGE = 1.3;
const MOST_TERMS = 7;

type Candidate = { name: string; hasBankWord: boolean; piece: Piece };

/**
 * The bank's name, from its letterhead: a name with a word for a bank in it, a name that is a web address on the page,
 * or else the largest type at the very top. Null rather than a guess.
 *
 * @param lines those of the document that belong to no table
 */
export function readBank(lines: readonly TokenLine[]): string | null {
  const pieces = lines.filter((line) => line.page === 1).flatMap(piecesOf);
  const candidates = pieces.filter((piece) => piece.line.baseline < LETTERHEAD).flatMap(candidateOf);
  const stems = domainStems(lines);
  for (const candidate of candidates) {
    const spelled = spelledAs(candidate, stems);
    if (spelled !== null) return spelled;
  }
  const usual = median(pieces.map((piece) => piece.size));
  const large = candidates.filter(({ piece }) => piece.size >= LARGE * usual);
  const top = Math.min(...pieces.map((piece) => piece.line.baseline));
  const largest = large.toSorted((a, b) => b.piece.size - a.piece.size)[0];
  const named = candidates.filter(({ hasBankWord }) => hasBankWord);
  const best =
    named.toSorted((a, b) => b.piece.size - a.piece.size)[0] ??
    (largest !== undefined && largest.piece.line.baseline - largest.piece.size < top ? largest : undefined);
  return best?.name ?? null;
}

/** A piece of text that could be a name, without the title of the paper that stands beside it. */
function candidateOf(piece: Piece): Candidate[] {
  // In two scripts the name is printed twice: the Latin one is enough.
  const [latin = piece.text] =
    /^[\p{Script=Latin}\d&'’.,/ -]{4,}(?= [\p{Script=Arabic}\p{Script=Hebrew}])/u.exec(piece.text) ?? [];
  const [part = ''] = latin.split(/ [-–—|·•] | ?[:：]/u);
  if (piece.text.startsWith(part) && /^ ?[:：]/u.test(piece.text.slice(part.length))) return [];
  const cjk = CJK_BANK.exec(part)?.[0];
  const name = cjk ?? beforeTitle(part);
  const terms = foldTerms(name);
  if (terms.length === 0 || terms.length > MOST_TERMS || !/\p{L}/u.test(name)) return [];
  if (name.length < 2 || /\p{L}{4}[.!?]$|,$/u.test(name) || isAddressOfWeb(name)) return [];
  // A number belongs to an address or a label; `N26` is a name.
  if (name.split(' ').some((word) => /^\d/.test(word))) return [];
  const hasBankWord =
    cjk !== undefined ||
    bankWords.find(terms).length > 0 ||
    terms.some((term) => BANK_ENDING.test(term) || BANK_BEGINNING.test(term));
  // Half a name that is broken over lines is none.
  if (/^(?:of|and|de|du|der|für|&)\b|\b(?:of|and|de|du|the|&)$/iu.test(name)) return [];
  return [{ name, hasBankWord: hasBankWord && !isOnlyBankWord(terms), piece }];
}

/** `www.example-bank.com` spells a name, and is none. */
function isAddressOfWeb(name: string): boolean {
  return /^\S*(?:@|www\.)\S+$|^\S+\.(?:com|net|org|co|[a-z]{2})(?:\/\S*)?$/i.test(name);
}

function isOnlyBankWord(terms: readonly string[]): boolean {
  const [match] = bankWords.find(terms);
  return (
    match !== undefined &&
    match.start === 0 &&
    match.end === terms.length &&
    !terms.some((term) => /\P{ASCII}/u.test(term)) &&
    terms.join('').length < 7
  );
}

/** `Example Bank Statement of account` names the bank first. A piece that begins with a title is one. */
function beforeTitle(text: string): string {
  const words = text.split(' ');
  const owners = words.flatMap((word, index) => foldTerms(word).map(() => index));
  const [title] = titles.find(foldTerms(text));
  return title === undefined ? text : words.slice(0, owners[title.start]).join(' ').trim();
}

/** The names in the document's web and mail addresses: `example` for `www.example.com`. */
function domainStems(lines: readonly TokenLine[]): Set<string> {
  const stems = lines.flatMap((line) =>
    [...line.text.text.matchAll(DOMAIN)].map((match) => (match[1] ?? '').toLowerCase().replaceAll('-', '')),
  );
  return new Set(stems.filter((stem) => stem.length >= 3));
}

/** The first words of a name that make up a web address without their spaces, as they are spelled on the page. */
function spelledAs({ name }: Candidate, stems: ReadonlySet<string>): string | null {
  const words = name.split(' ');
  for (let count = Math.min(4, words.length); count > 0; count--) {
    const first = words.slice(0, count);
    if (stems.has(first.flatMap(foldTerms).join(''))) return first.join(' ');
  }
  return null;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
