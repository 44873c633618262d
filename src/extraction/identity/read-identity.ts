import type { Term, TokenLine } from '../tokens/read-tokens.ts';
import {
  ACCOUNT_NAMES,
  BANK_WORDS,
  IDENTITY,
  NO_NAMES,
  TITLE_WORDS,
  type IdentityKind,
} from '../vocabulary/identity.ts';
import { foldTerms, phraseBook } from '../vocabulary/phrase-book.ts';
import { piecesOf } from './piece.ts';
import { accountNumberAt, accountNumberInTitle, findIban, numberBehindName } from './account-number.ts';

/** Something a document says about whose it is, and where: the account, the card, or the holder. */
export type Identity = { kind: 'account' | 'card' | 'holder'; value: string; index: number };

const book = phraseBook(IDENTITY);
const noNames = phraseBook({ other: [...NO_NAMES, ...BANK_WORDS] });
const titles = phraseBook({ title: TITLE_WORDS });
const MOST_HOLDER_WORDS = 6;

/** Everything that labels on the lines say about account, card and holder, in reading order. */
export function readIdentities(lines: readonly TokenLine[]): Identity[] {
  const found: Identity[] = [];
  lines.forEach((line, at) => {
    const known = found.length;
    for (const { meaning, first, last } of labelsOf(line)) {
      if (
        !startsPiece(line, first.start, isNumber(meaning) ? WORDS_BEFORE : 0) &&
        !isOfTitle(line, first.start, meaning)
      )
        continue;
      const labelEnd = last.start + line.text.text.slice(last.start, last.end).replace(/[:：].*$/u, '').length;
      const behind = valueOf(meaning, lines, at, { left: first.left, end: labelEnd });
      const value = behind ?? (isNumber(meaning) ? numberBefore(line, first.start) : null);
      if (value !== null) found.push({ kind: meaning === 'name' ? 'holder' : meaning, value, index: line.index });
    }
    const iban = findIban(line.text.text);
    if (iban !== null && !found.slice(known).some((identity) => identity.kind === 'account')) {
      found.push({ kind: 'account', value: iban, index: line.index });
    }
    if (found.length === known) found.push(...namedNumbers(line));
  });
  return found;
}

/** Accounts and cards that are called by their names, with the last digits behind. */
function namedNumbers(line: TokenLine): Identity[] {
  return line.text.text.split(/\t| \| /).flatMap((piece) => {
    const value = piece.split(' ').length > WORDS_OF_NAME ? null : numberBehindName(piece);
    if (value === null) return [];
    const isAccount = accountNames.find(foldTerms(piece)).length > 0;
    return [{ kind: isAccount ? ('account' as const) : ('card' as const), value, index: line.index }];
  });
}

const accountNames = phraseBook({ account: ACCOUNT_NAMES });
const WORDS_OF_NAME = 10;

/** The labels on a line. A label does not go on behind a gap: `Checking    Account number`. */
function labelsOf(line: TokenLine): { meaning: IdentityKind; first: Term; last: Term }[] {
  const cellOf = ({ start }: Term) => line.text.text.slice(0, start).split('\t').length;
  return [...Map.groupBy(line.terms, cellOf).values()].flatMap((terms) =>
    book.findIn(terms).flatMap(({ meaning, start, end }) => {
      const [first, last] = [terms[start], terms[end - 1]];
      return first === undefined || last === undefined ? [] : [{ meaning, first, last }];
    }),
  );
}

/** What kind of account it is may stand before the word. */
const WORDS_BEFORE = 3;

/** A label stands near the start of a line or after a gap, not within a sentence. */
function startsPiece(line: TokenLine, start: number, wordsBefore: number): boolean {
  const before =
    line.text.text
      .slice(0, start)
      .split(/\t|(?<= )[•·|,;–—](?= )/u)
      .at(-1) ?? '';
  return before.split(' ').filter((word) => word !== '').length <= wordsBefore;
}

/** `Kontoutskrift nr. 2 for konto 4418.22.71640`: the title of the statement says of which account it is. */
function isOfTitle({ text }: TokenLine, start: number, meaning: IdentityKind): boolean {
  const before = foldTerms(text.text.slice(0, start).split('\t').at(-1) ?? '');
  return meaning === 'account' && before.length <= WORDS_OF_TITLE && titles.find(before)[0]?.start === 0;
}

const WORDS_OF_TITLE = 6;

/** The value right beside a label, below it, or after a gap. */
function valueOf(
  kind: IdentityKind,
  lines: readonly TokenLine[],
  at: number,
  label: { left: number; end: number },
): string | null {
  // The label in another script may follow: `Account Name اسم الحساب: A Holder`.
  const rest = (lines[at]?.text.text.slice(label.end) ?? '').replace(/^[^\p{Script=Latin}\d\t:：]+(?=[:：])/u, '');
  // `Name  :  A Holder`: the colon may have a column to itself.
  const [beside = '', next = ''] = rest
    .replace(/^\t[:：]\t/, '\t')
    .split('\t')
    .map((piece) => piece.replace(/^[\s:.：№#)-]+/, ''));
  if (beside !== '') {
    // `Customer service` is no label and its value; `Name: …` is.
    if (kind === 'name' && !/^[ \t]?[:：]/.test(rest)) return null;
    return readValue(kind, beside);
  }
  return (
    (rest.startsWith('\t') && isNumber(kind) ? readValue(kind, next) : null) ??
    below(lines, at, label.left, kind) ??
    readValue(kind, next)
  );
}

/** Where a text that runs to the left stands in one that does not, its value may come first: `12-345-678901 :מספר חשבון`. */
function numberBefore({ text }: TokenLine, start: number): string | null {
  const label = text.text.slice(start);
  if (!/^[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(label)) return null;
  const [, value] = /(?:^|[ \t])((?:[\dA-Z*-]+ ?)*\d)[ \t]?[:：]?$/u.exec(text.text.slice(0, start)) ?? [];
  return value === undefined ? null : accountNumberAt(value);
}

function isNumber(kind: IdentityKind): boolean {
  return kind === 'account' || kind === 'card';
}

function readValue(kind: IdentityKind, text: string): string | null {
  if (isNumber(kind)) return accountNumberAt(text) ?? accountNumberInTitle(text);
  const name = text.trim();
  const words = name.split(' ').filter((word) => word !== '');
  if (words.length === 0 || words.length > MOST_HOLDER_WORDS || /[\d:]/.test(name) || !/\p{L}{2}/u.test(name))
    return null;
  const terms = foldTerms(name);
  return noNames.find(terms).length > 0 || book.find(terms).length > 0 ? null : name;
}

/** The value printed under its label. */
function below(lines: readonly TokenLine[], at: number, left: number, kind: IdentityKind): string | null {
  const [label, line] = [lines[at], lines[at + 1]];
  if (label === undefined || line === undefined || line.page !== label.page) return null;
  // The label may begin behind other words of its cell: `N.º de conta`.
  const cell = piecesOf(label).findLast((own) => own.left <= left + 1)?.left ?? left;
  const piece = piecesOf(line).find((own) => [left, cell].some((edge) => Math.abs(own.left - edge) < 6));
  return piece === undefined ? null : readValue(kind, piece.text);
}
