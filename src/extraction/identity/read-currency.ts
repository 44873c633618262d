import type { AmountToken } from '../tokens/find-amounts.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { CURRENCY_CODES, CURRENCY_NAMES, CURRENCY_SYMBOLS, SHARED_SIGNS } from '../vocabulary/currencies.ts';
import { COUNTRY_MARKS, IBAN_CURRENCIES } from '../vocabulary/countries.ts';
import { HEADINGS } from '../vocabulary/headings.ts';
import { findIban } from './account-number.ts';
import { piecesOf } from './piece.ts';
import { phraseBook } from '../vocabulary/phrase-book.ts';

/** The ISO code for a code or symbol as printed; null where the sign belongs to many currencies. */
export function isoCurrency(printed: string): string | null {
  if (CURRENCY_CODES.has(printed)) return printed;
  const lower = printed.toLowerCase();
  return SYMBOLS.get(lower) ?? SYMBOLS.get(lower.replace(/\.$/, '')) ?? null;
}

const SYMBOLS = new Map(Object.entries(CURRENCY_SYMBOLS));

const labels = phraseBook({ currency: HEADINGS.currency });

/** Where a statement may name its currency. */
export type CurrencySources = {
  /** Its own lines before its first row. */
  head: readonly TokenLine[];
  /** The statement's own lines that belong to no table. */
  own: readonly TokenLine[];
  /** Those of the whole document. */
  all: readonly TokenLine[];
  /** The figures of its rows and balances. */
  figures: readonly AmountToken[];
  /** What a column says: its heading, or a column of currencies. */
  columns: readonly string[];
};

/**
 * A statement's currency, or null where nothing names one. A label (`Currency: GBP`) or title (`Savings 1234567 (GBP)`) is
 * believed before its own figures and columns, and those before a code that stands alone in its head. Descriptions do not count: they tell of others.
 */
export function readCurrency({ head, own, all, figures, columns }: CurrencySources): string | null {
  const printed = [...columns, ...figures.flatMap(({ currency }) => currency ?? [])];
  return (
    labelled(own) ??
    titled(head) ??
    mostFrequent(printed.flatMap((text) => isoCurrency(text) ?? [])) ??
    lastCode(head) ??
    only(codesIn(own)) ??
    only(namesIn(own)) ??
    labelled(all) ??
    only(codesIn(all)) ??
    ofSharedSign(printed, all) ??
    ofCountry(own) ??
    ofCountry(all)
  );
}

/** The code or symbol beside or right below a label. */
function labelled(lines: readonly TokenLine[]): string | null {
  for (const line of lines) {
    const [match] = labels.findIn(line.terms);
    const last = match === undefined ? undefined : line.terms[match.end - 1];
    if (last === undefined) continue;
    const [value = ''] = line.text.text
      .slice(last.end)
      .replace(/^[\s:：.]+/, '')
      .split(/[\s,;/]/);
    const code = isoCurrency(value);
    if (code !== null) return code;
  }
  return null;
}

/** Longer pieces of text are sentences, which may speak of other currencies; so may a figure without a label. */
const MOST_WORDS = 6;
const ACCOUNT_DIGITS = 7;

function codesIn(lines: readonly TokenLine[]): Set<string> {
  const codes = lines.flatMap(piecesOf).flatMap(({ text, start, line }) => {
    if (text.split(' ').length > MOST_WORDS) return [];
    // A long number without decimals is an account's: `No. 00012345678 - EUR`.
    const isFigure = ({ isMoney, start: from, end }: AmountToken) =>
      isMoney || line.text.text.slice(from, end).replaceAll(/\D/g, '').length < ACCOUNT_DIGITS;
    const atFigure = (at: number) =>
      line.amounts.some((amount) => amount.start <= at && at < amount.end && isFigure(amount));
    return [...text.matchAll(/(?<![A-Za-z])[A-Z]{3}(?![A-Za-z]|\. )/g)].flatMap(({ 0: code, index }) =>
      CURRENCY_CODES.has(code) && !atFigure(start + index) ? [code] : [],
    );
  });
  return new Set(codes);
}

/** Currencies that a short piece of text calls by their names. */
function namesIn(lines: readonly TokenLine[]): Set<string> {
  const pieces = lines.flatMap(piecesOf).filter(({ terms }) => terms.length <= MOST_WORDS);
  return new Set(pieces.flatMap(({ terms }) => names.find(terms).map(({ meaning }) => meaning)));
}

const names = phraseBook(CURRENCY_NAMES);

/** The code behind an account in the title of its table: `Savings 12345678 (EUR)`. */
function titled(lines: readonly TokenLine[]): string | null {
  const title = lines.findLast((line) => TITLE_CODE.test(line.text.text));
  const code = title === undefined ? undefined : TITLE_CODE.exec(title.text.text)?.[1];
  return code !== undefined && CURRENCY_CODES.has(code) ? code : null;
}

const TITLE_CODE = /\d ?\(([A-Z]{3})\)/;

/** The last line before the rows that names one. */
function lastCode(lines: readonly TokenLine[]): string | null {
  for (const line of lines.toReversed()) {
    const codes = codesIn([line]);
    if (codes.size > 0) return only(codes);
  }
  return null;
}

function only(codes: ReadonlySet<string>): string | null {
  const [first] = codes;
  return codes.size === 1 && first !== undefined ? first : null;
}

function mostFrequent(codes: readonly string[]): string | null {
  const counts = [...Map.groupBy(codes, (code) => code)].toSorted(([, a], [, b]) => b.length - a.length);
  return counts[0]?.[0] ?? null;
}

/** A sign that several currencies share is that of the country whose institutions or letters are on the paper. */
function ofSharedSign(printed: readonly string[], lines: readonly TokenLine[]): string | null {
  for (const sign of new Set(printed)) {
    const marks = Object.entries(SHARED_SIGNS[sign.toLowerCase()] ?? {});
    const named = marks.filter(([, mark]) => lines.some((line) => mark.test(line.text.text)));
    const [first] = named;
    if (named.length === 1 && first !== undefined) return first[0];
  }
  return null;
}

/** Where nothing names a currency, an account is kept in that of its country: of its IBAN, or of what only one country says. */
function ofCountry(lines: readonly TokenLine[]): string | null {
  const named = lines.flatMap(({ text: { text } }) => [
    ...Object.entries(COUNTRY_MARKS).flatMap(([code, mark]) => (mark.test(text) ? [code] : [])),
    ...[IBAN_CURRENCIES[findIban(text)?.slice(0, 2) ?? '']].filter((code) => code !== undefined),
  ]);
  return only(new Set(named));
}
