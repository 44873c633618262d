import type { AmountToken } from '../tokens/find-amounts.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { BANK_WORDS, HONORIFICS, IDENTITY, LEGAL_FORMS, NO_NAMES, TITLE_WORDS } from '../vocabulary/identity.ts';
import { FIGURES } from '../vocabulary/figures.ts';
import { foldTerms, phraseBook } from '../vocabulary/phrase-book.ts';
import { type Piece, piecesOf } from './piece.ts';

const titles = new Set(HONORIFICS.flatMap(foldTerms));
const forms = phraseBook({ company: LEGAL_FORMS });
const accounts = phraseBook({ account: ['sort code', 'sortcode', ...IDENTITY.account] });
const others = phraseBook({ other: [...NO_NAMES, ...BANK_WORDS, ...TITLE_WORDS, ...Object.values(FIGURES).flat()] });

/** Points from the top of the page to which the window of an envelope reaches. */
const WINDOW = 340;
/** The lines of an address are not further apart than this share of their size. */
const LEADING = 2.2;
const MOST_LINES = 7;
const MOST_WORDS = 6;

/**
 * The name over an address on the first page. Null where none is, or where several could be and nothing tells which.
 *
 * @param lines those of the document that belong to no table
 * @param bank the bank's name, whose own address may be printed as well
 */
export function readAddressee(lines: readonly TokenLine[], bank: string | null): string | null {
  const pieces = lines.filter((line) => line.page === 1 && line.baseline < WINDOW).flatMap(piecesOf);
  const names = blocksOf(pieces)
    .flatMap(partsOfBlock)
    .map(nameOfBlock)
    .filter((name) => name !== null && name !== bank) as string[];
  const sure = names.filter((name) => startsWithTitle(name) || isCompany(name));
  const distinct = new Set(sure.length > 0 ? sure : names);
  return distinct.size === 1 ? ([...distinct][0] ?? null) : null;
}

/** Pieces one below the other, flush left. */
function blocksOf(pieces: readonly Piece[]): Piece[][] {
  const blocks: Piece[][] = [];
  for (const piece of pieces) {
    const block = blocks.find((own) => {
      const last = own.at(-1);
      if (last === undefined || last.line === piece.line || Math.abs(last.left - piece.left) > 2) return false;
      return piece.line.baseline - last.line.baseline < LEADING * Math.min(last.size, piece.size);
    });
    if (block === undefined) blocks.push([piece]);
    else block.push(piece);
  }
  return blocks;
}

/** Lines that stand closer together than the ones before or behind them are a paragraph of their own. */
function partsOfBlock(block: Piece[]): Piece[][] {
  const gapAt = (at: number) => (block[at]?.line.baseline ?? 0) - (block[at - 1]?.line.baseline ?? 0);
  const parts: Piece[][] = [];
  block.forEach((piece, at) => {
    const beside = [at - 1, at + 1].filter((other) => other > 0 && other < block.length).map(gapAt);
    const isApart = at > 0 && beside.some((gap) => gapAt(at) > gap * PARAGRAPH);
    if (at === 0 || isApart) parts.push([piece]);
    else parts.at(-1)?.push(piece);
  });
  return parts;
}

/** Between paragraphs there is so much more than between their lines. */
const PARAGRAPH = 1.35;

function nameOfBlock(block: Piece[]): string | null {
  // Flush below the bank's own name, the addressee's begins with a title.
  const titled = block.findIndex((piece, at) => at > 0 && startsWithTitle(piece.text) && isName(piece));
  const start = titled > 0 ? titled : block.findIndex((piece) => !isTitleAlone(piece));
  const [first, ...below] = block.slice(start, start + MOST_LINES);
  if (first === undefined || start < 0 || !isName(first)) return null;
  const end = below.findIndex((piece) => !isAddressLine(piece));
  const address = end < 0 ? below : below.slice(0, end);
  if (isAddressed(first.text) && below[0] !== undefined && tellsAccount(below[0])) return first.text;
  if (address.length === 0 || !address.some(hasNumber) || /^p\.? ?o\.? box|^postfach/i.test(address[0]?.text ?? '')) {
    return null;
  }
  return first.text;
}

/** `Frau` or `Mr` on a line of its own, over the name. */
function isTitleAlone({ terms }: Piece): boolean {
  return terms.length > 0 && terms.every((term) => titles.has(term));
}

function isName({ text, terms }: Piece): boolean {
  const words = text.split(' ');
  if (words.length > MOST_WORDS || /[\d:;@#/|]/.test(text) || others.find(terms).length > 0) return false;
  if (/\p{L}{4}[.!?]$/u.test(text) && forms.find(terms).length === 0) return false;
  // Small words as `van den` aside, names are written with capitals; sentences are not.
  if (words.some((word) => /^\p{Ll}{4}/u.test(word))) return false;
  return words.length > 1 || /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u.test(text);
}

/** A street, a postal code and a place; no date, no money, no label with its value. */
function isAddressLine({ text, line, start }: Piece): boolean {
  const isInside = (token: { start: number; end: number }) => token.start >= start && token.end <= start + text.length;
  // `4/12` is a house; days of statements have a year.
  const hasDate = line.dates.some((date) => date.strength === 'strong' && hasYear(date) && isInside(date));
  const hasMoney = line.amounts.some((amount) => hasCents(amount) && isInside(amount));
  return !hasDate && !hasMoney && !tellsAccount({ terms: foldTerms(text) }) && !/[:@]|www\.|\d{7}/i.test(text);
}

/** Whether a line is about the account, as the one right below its holder's name may be. */
function tellsAccount({ terms }: Pick<Piece, 'terms'>): boolean {
  return accounts.find(terms).length > 0;
}

/** `Miss` and `Herrn` are no other word, as `M` and `Dr` may be. */
function isAddressed(name: string): boolean {
  return startsWithTitle(name) && (foldTerms(name)[0] ?? '').length > 2;
}

function hasYear({ readings }: TokenLine['dates'][number]): boolean {
  return Object.values(readings).some((reading) => reading?.year != null);
}

function hasCents({ readings }: AmountToken): boolean {
  return readings['.']?.decimals === 2 || readings[',']?.decimals === 2;
}

/** A number with words beside it: the house or the place. */
function hasNumber({ text }: Piece): boolean {
  return /\d/.test(text) && /\p{L}{3}|[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}/u.test(text);
}

function startsWithTitle(name: string): boolean {
  return titles.has(foldTerms(name)[0] ?? '');
}

function isCompany(name: string): boolean {
  const terms = foldTerms(name);
  return forms.find(terms).some(({ end }) => end === terms.length);
}
