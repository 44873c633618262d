import { currencyBefore, firstMark, isCurrency, sideOf } from './figure-marks.ts';

/** What is printed at a figure, before or after its digits. */
export type Surroundings = {
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

export function nothing(): Surroundings {
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
export function readBefore(text: string, index: number, from: number): Surroundings | null {
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
        // Between two figures of money it is the sign of the second.
        if (/[\p{L}\d)]$/u.test(earlier) && !endsWithCurrency(text, spaced - 2) && !/\d[.,]\d{2}$/.test(earlier)) break;
      }
      found.minus = true;
      found.isApart = spaced !== at;
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
  return found.length > 0 ? found : beforeGap(text, index, found);
}

/** `-$      4,746.80`, `($      4,746.80)`: the currency at the left edge of the cell, with the sign before it. */
function beforeGap(text: string, index: number, found: Surroundings): Surroundings {
  const match = text[index - 1] === '\t' ? /(?:^|\t)(- ?|\()([^\s\d]{1,4})\t$/.exec(text.slice(0, index)) : null;
  const [, sign, mark] = match ?? [];
  if (mark === undefined || !isCurrency(mark)) return found;
  return { ...found, minus: sign !== '(', opened: sign === '(', currency: mark };
}

function endsWithCurrency(text: string, end: number): boolean {
  return currencyBefore(text, end) !== null;
}

const LONGEST_SIDE = 12;

const MONEY = /^\d{1,3}(?:[.,' ]?\d{3})*[.,]\d{2}(?!\d)/;

/** Signs, sides, brackets and currencies after the digits, which may have a currency before them (`isMarked`). */
export function readAfter(
  text: string,
  end: number,
  { isWholeUnits, isMarked }: { isWholeUnits: boolean; isMarked: boolean },
): Surroundings | null {
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
    } else if (character === '+' && !found.plus && (gap === '' || isGap(rest[gap.length + 1]))) {
      found.plus = true;
      at += gap.length + 1;
    } else if (character === ')' && gap === '') {
      found.closed = true;
      at += 1;
    } else if (character === '*' && gap === '') {
      at += 1;
    } else if (word !== '' && found.currency === null && isCurrency(word)) {
      if (gap !== '' && belongsToNext(text, at + gap.length + word.length, { word, isMarked })) break;
      found.currency = word;
      at += gap.length + word.length;
    } else if (character === '(' && /^\([A-Za-z]{1,3}\)/.test(rest.slice(gap.length))) {
      const inner = /^\(([A-Za-z]{1,3})\)/.exec(rest.slice(gap.length))?.[1] ?? '';
      const side = sideOf(inner);
      if (side === null || found.side !== null) break;
      found.side = side;
      at += gap.length + inner.length + 2;
    } else if (word !== '' && found.side === null && word.length <= LONGEST_SIDE && sideOf(word) !== null) {
      found.side = sideOf(word);
      at += gap.length + word.length;
    } else {
      // A percentage is no amount, nor are digits that letters or signs go on from.
      if (character === '%') return null;
      // The next column may begin right behind the mark: `230.34 DR20,108.88`.
      if (found.side !== null && gap === '' && MONEY.test(rest)) break;
      if (gap === '' && /[\p{L}\d/:#_@]/u.test(character)) return null;
      break;
    }
  }
  if (/^\s?%/.test(text.slice(at))) return null;
  found.length = at - end;
  return found;
}

function isGap(character: string | undefined): boolean {
  return character === undefined || character === '\t';
}

function isSideOrCurrency(text: string): boolean {
  const [word = ''] = /^\s?[^\s\d+\-()*]+/.exec(text) ?? [];
  return word !== '' && (isCurrency(word.trim()) || sideOf(word.trim()) !== null);
}

/** A currency or side with nothing behind it: the dash before it is the figure's own, as in `12,00 - €`. */
function endsInMark(text: string): boolean {
  return /^ ?[^\s\d]+(?:\t|$)/.test(text) && isSideOrCurrency(text);
}

/**
 * A currency between two figures belongs to the second if nothing but it stands between them: `12,00 EUR 34,00`; not
 * where it stands behind other figures of the line. Where the first has its own before it, the second may also stand at
 * the other edge of its cell.
 */
function belongsToNext(text: string, end: number, { word, isMarked }: { word: string; isMarked: boolean }): boolean {
  const rest = text.slice(end);
  if (isMarked) return BEGINS_NEXT.test(rest);
  if (endsCells(text, word)) return false;
  return !rest.startsWith('\t') && BEGINS_NEXT.test(rest) && !/^ ?[-+(]?\d[\d.,' ]*\d? ?\p{Lu}{3}/u.test(rest);
}

/** A sign alone is that of the figure before: `12,00 EUR+`. */
const BEGINS_NEXT = /^[ \t]?(?:\d|[(+-]+ ?[\d.,])/;

/** `853,105 KRW` with a gap behind it. */
function endsCells(text: string, word: string): boolean {
  const parts = text.split(word);
  return parts.some((part, at) => /\d ?$/.test(part) && /^(?:\t|$)/.test(parts[at + 1] ?? 'x'));
}

/** Whether a currency stands before the digits, at the other edge of their cell; what is before `from` is another's. */
export function isMarkedApart(text: string, index: number, from: number): boolean {
  const mark = text[index - 1] === '\t' ? /(?:^|[\t ])([^\s\d]{1,4})\t$/.exec(text.slice(from, index))?.[1] : undefined;
  return mark !== undefined && isCurrency(mark);
}
