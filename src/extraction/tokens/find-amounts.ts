import { CURRENCY_CODES, CURRENCY_SYMBOLS } from '../vocabulary/currencies.ts';
import { phraseBook } from '../vocabulary/phrase-book.ts';
import { SIGN_WORDS } from '../vocabulary/signs.ts';
import { type Figure, readFigure } from './amount.ts';
import { extent, type LineText } from './line-text.ts';

/** A figure on a line with all that is printed at it. Points; offsets into the text of its line. */
export type AmountToken = Figure & {
  start: number;
  end: number;
  left: number;
  right: number;
  /** Right edge of the digits alone: suffixes may hang over the column's edge. */
  digitsRight: number;
  digitsLeft: number;
  sign: 'minus' | 'plus' | null;
  /** A dash stands apart from the digits: it may be another column's empty cell. */
  isSignApart: boolean;
  /** What a word or letter at the figure says: `CR`, `Soll`, `H`. */
  side: 'credit' | 'debit' | null;
  /** ISO code or symbol as printed, or null. */
  currency: string | null;
};

const signWords = phraseBook(SIGN_WORDS);
const LONGEST_SIDE = 12;

/** A figure, possibly in groups parted by spaces. The look-around keeps it from starting inside a number. */
const FIGURE =
  /(?<!\d)(?<!\d[.,])(?:\d{1,3}(?:[ \u2009\u202f]\d{3})+(?!\d)(?:[.,]\d{1,3})?(?!\d)|\d[\d.,'’`´]*\d|\d|(?<![\p{L}.,])[.,]\d{2}(?![\d.,]))(?:[.,](?=-))?/gu;

/** All figures on a line that may be money or counts; the caller knows the columns and decides. */
export function findAmounts(line: LineText): AmountToken[] {
  const tokens: AmountToken[] = [];
  if (!/\d/.test(line.text)) return tokens;
  for (const match of line.text.matchAll(FIGURE)) {
    const token = tokenAt(line, match[0], match.index, tokens.at(-1)?.end ?? 0);
    if (token !== null) tokens.push(token);
  }
  return tokens;
}

function tokenAt(line: LineText, matched: string, index: number, from: number): AmountToken | null {
  if (index < from) return null;
  const figure = readFigure(matched.replace(/[.,]$/, ''));
  if (figure === null) return null;
  const digitsEnd = index + matched.length;
  const before = readBefore(line.text, index, from);
  const after = readAfter(line.text, digitsEnd, /[.,]$/.test(matched));
  if (before === null || after === null) return null;
  const isNegative = before.minus || after.minus || (before.opened && after.closed);
  const start = index - before.length;
  const end = digitsEnd + after.length;
  const digits = extent(line, index, digitsEnd);
  return {
    ...figure,
    isMoney: figure.isMoney || after.isWholeUnits,
    start,
    end,
    ...extent(line, start, end),
    digitsLeft: digits.left,
    digitsRight: digits.right,
    isSignApart: before.minus && before.isApart && !after.minus && !after.closed,
    sign: isNegative ? 'minus' : before.plus || after.plus ? 'plus' : null,
    side: after.side ?? before.side,
    currency: before.currency ?? after.currency,
  };
}

type Surroundings = {
  length: number;
  minus: boolean;
  plus: boolean;
  opened: boolean;
  closed: boolean;
  side: 'credit' | 'debit' | null;
  currency: string | null;
  isWholeUnits: boolean;
  isApart: boolean;
};

function nothing(): Surroundings {
  return {
    length: 0,
    minus: false,
    plus: false,
    opened: false,
    closed: false,
    side: null,
    currency: null,
    isWholeUnits: false,
    isApart: false,
  };
}

/** Signs, brackets and currencies before the digits. Null where letters or digits touch them: a reference, no amount. */
function readBefore(text: string, index: number, from: number): Surroundings | null {
  const found = nothing();
  let at = index;
  for (;;) {
    const spaced = text[at - 1] === ' ' && at - 1 > 0 ? at - 1 : at;
    const character = text[spaced - 1];
    if (spaced <= from || character === undefined || character === '\t') break;
    if (character === '-' && !found.minus) {
      // A hyphen between a word and digits joins a reference; a dash between two words parts them.
      if (spaced - 2 >= 0 && /[\p{L}\d]/u.test(text[spaced - 2] ?? '') && !endsWithCurrency(text, spaced - 1)) {
        return spaced === at ? null : found;
      }
      if (spaced !== at && spaced - 2 >= 0 && text[spaced - 2] === ' ' && found.currency === null) {
        const earlier = text.slice(0, spaced - 2);
        if (/[\p{L}\d)]$/u.test(earlier) && !endsWithCurrency(text, spaced - 2)) break;
      }
      found.minus = true;
      found.isApart = spaced !== at && found.currency === null;
    } else if (character === '+' && !found.plus) found.plus = true;
    else if (character === '(' && !found.opened) found.opened = true;
    else if (character === '*') {
      // Cheques and some statements fill the space before an amount with asterisks.
    } else {
      const currency = currencyBefore(text, spaced);
      if (currency === null || found.currency !== null) {
        if (spaced === at && /[\p{L}\d/:#.,_@\\]/u.test(character)) return null;
        break;
      }
      found.currency = currency;
      at = spaced - currency.length;
      continue;
    }
    at = spaced - 1;
  }
  found.length = index - at;
  return found;
}

function endsWithCurrency(text: string, end: number): boolean {
  return currencyBefore(text, end) !== null;
}

/** The currency that ends at an offset, as printed. */
function currencyBefore(text: string, end: number): string | null {
  const [word = ''] = /[\p{L}\p{Sc}$./"]{1,5}$/u.exec(text.slice(Math.max(0, end - 5), end)) ?? [];
  for (let length = word.length; length > 0; length--) {
    const candidate = word.slice(word.length - length);
    const earlier = text[end - length - 1];
    if (earlier !== undefined && /\p{L}/u.test(candidate[0] ?? '') && /[\p{L}\d]/u.test(earlier)) continue;
    if (isCurrency(candidate)) return candidate;
  }
  return null;
}

/** Signs, sides, brackets and currencies after the digits. */
function readAfter(text: string, end: number, isWholeUnits: boolean): Surroundings | null {
  const found = { ...nothing(), isWholeUnits };
  let at = end;
  if (isWholeUnits) {
    // `12,-` and `12.--` are whole units, and not negative.
    while (text[at] === '-') at++;
  }
  for (;;) {
    const rest = text.slice(at, at + 16);
    const [gap = ''] = /^ ?/.exec(rest) ?? [];
    const word = firstMark(/^[^\s\d+\-()*,;]+/.exec(rest.slice(gap.length))?.[0] ?? '');
    const character = rest[gap.length];
    if (character === undefined || character === '\t') break;
    if (character === '-' && !found.minus) {
      // `12-34` is a range or a number; a dash that leads on to words parts the text.
      const next = rest[gap.length + 1];
      if (next !== undefined && /[\d\p{L}]/u.test(next) && !isSideOrCurrency(rest.slice(gap.length + 1))) {
        return gap === '' ? null : found;
      }
      if (gap !== '' && next === ' ' && !endsInMark(text.slice(at + gap.length + 1))) break;
      found.minus = true;
      at += gap.length + 1;
    } else if (character === '+' && !found.plus && gap === '') {
      found.plus = true;
      at += 1;
    } else if (character === ')' && gap === '') {
      found.closed = true;
      at += 1;
    } else if (character === '*' && gap === '') {
      at += 1;
    } else if (word !== '' && found.currency === null && isCurrency(word)) {
      if (gap !== '' && belongsToNext(text, at + gap.length + word.length)) break;
      found.currency = word;
      at += gap.length + word.length;
    } else if (character === '(' && /^\([A-Za-z]{1,3}\)/.test(rest.slice(gap.length))) {
      const inner = /^\(([A-Za-z]{1,3})\)/.exec(rest.slice(gap.length))?.[1] ?? '';
      const side = signWords.meaningOf(inner);
      if (side === null || found.side !== null) break;
      found.side = side;
      at += gap.length + inner.length + 2;
    } else if (word !== '' && found.side === null && word.length <= LONGEST_SIDE && sideOf(word) !== null) {
      found.side = sideOf(word);
      at += gap.length + word.length;
    } else {
      // A percentage is no amount, nor are digits that letters or signs go on from.
      if (character === '%') return null;
      if (gap === '' && /[\p{L}\d/:#_@]/u.test(character)) return null;
      break;
    }
  }
  if (/^\s?%/.test(text.slice(at))) return null;
  found.length = at - end;
  return found;
}

/** `CNY借` and `€Cr` are two marks without a space between them: the first one. */
function firstMark(word: string): string {
  if (isCurrency(word) || (/^\p{L}/u.test(word) && sideOf(word) !== null)) return word;
  for (let length = 1; length < word.length; length++) {
    const [first, second] = [word.slice(0, length), word.slice(length)];
    if (isCurrency(first) && sideOf(second) !== null) return first;
    if (sideOf(first) !== null && isCurrency(second)) return first;
  }
  return word;
}

function isSideOrCurrency(text: string): boolean {
  const [word = ''] = /^\s?[^\s\d+\-()*]+/.exec(text) ?? [];
  return word !== '' && (isCurrency(word.trim()) || sideOf(word.trim()) !== null);
}

/** A currency or side with nothing behind it: the dash before it is the figure's own, as in `12,00 - €`. */
function endsInMark(text: string): boolean {
  return /^ ?[^\s\d]+(?:\t|$)/.test(text) && isSideOrCurrency(text);
}

/** A currency between two figures belongs to the second if nothing but it stands between them: `12,00 EUR 34,00`. */
function belongsToNext(text: string, end: number): boolean {
  return /^ ?[\d(+-]/.test(text.slice(end)) && !/^ ?[-+(]?\d[\d.,' ]*\d? ?\p{Lu}{3}/u.test(text.slice(end));
}

function sideOf(word: string): 'credit' | 'debit' | null {
  return signWords.meaningOf(word.replace(/\.$/, ''));
}

/** Whether a word is a currency's code or symbol; codes only in capitals, for `try` and `all` are words too. */
export function isCurrency(word: string): boolean {
  if (CURRENCY_CODES.has(word)) return true;
  const lower = word.toLowerCase();
  return lower in CURRENCY_SYMBOLS || lower.replace(/\.$/, '') in CURRENCY_SYMBOLS;
}
