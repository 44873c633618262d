import { type Figure, readFigure } from './amount.ts';
import { isMarkedApart, nothing, readAfter, readBefore } from './figure-surroundings.ts';
import { extent, type LineText } from './line-text.ts';
import type { WordReading } from './reading-of-words.ts';

/** A figure on a line with all that is printed at it. Points; offsets into the text of its line. */
export type AmountToken = WordReading &
  Figure & {
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

/** A figure, possibly in groups parted by spaces. The look-around keeps it from starting inside a number. */
const FIGURE =
  /(?<!\d)(?<!\d[.,])(?:[1-9]\d{0,2}(?:[ \u2009\u202f]\d{3})+(?!\d)(?:[.,]\d{1,3})?(?!\d)|\d[\d.,'’`´]*\d|\d|(?<![\p{L}.,])[.,]\d{2,3}(?![\d.,]))(?:[.,](?=-))?/gu;

/**
 * All figures on a line that may be money or counts, but for those in the parts of it that are taken; the caller knows
 * the columns and decides.
 */
export function findAmounts(line: LineText, taken: readonly { start: number; end: number }[] = []): AmountToken[] {
  const tokens: AmountToken[] = [];
  if (!/\d/.test(line.text)) return tokens;
  let from = 0;
  for (const match of without(line.text, taken).matchAll(FIGURE)) {
    for (const { end } of taken) if (end <= match.index) from = Math.max(from, end);
    const token = tokenAt(line, match[0], match.index, from);
    if (token === null || taken.some((part) => token.start < part.end && part.start < token.end)) continue;
    tokens.push(token);
    from = token.end;
  }
  return tokens;
}

/** The text with gaps for the parts that are taken: `16` of a day and `608,525` behind it are not one figure. */
function without(text: string, taken: readonly { start: number; end: number }[]): string {
  return taken.reduce(
    (rest, { start, end }) => `${rest.slice(0, start)}${'\t'.repeat(end - start)}${rest.slice(end)}`,
    text,
  );
}

function tokenAt(line: LineText, matched: string, index: number, from: number): AmountToken | null {
  if (index < from) return null;
  const figure = readFigure(matched.replace(/[.,]$/, ''));
  if (figure === null) return null;
  const digitsEnd = index + matched.length;
  const isBare =
    isEdge(line.text[index - 1]) &&
    isAlone(line.text, index) &&
    isEdge(line.text[digitsEnd]) &&
    line.text[digitsEnd + 1] !== '%';
  const before = isBare ? NOTHING : readBefore(line.text, index, from);
  if (before === null) return null;
  const isMarked = before.currency !== null || isMarkedApart(line.text, index, from);
  const after = isBare ? NOTHING : readAfter(line.text, digitsEnd, { isWholeUnits: /[.,]$/.test(matched), isMarked });
  if (after === null) return null;
  const isNegative = before.minus || after.minus || (before.opened && after.closed);
  const start = index - before.length;
  const end = digitsEnd + after.length;
  const digits = extent(line, index, digitsEnd);
  const whole = start === index && end === digitsEnd ? digits : extent(line, start, end);
  return {
    readings: figure.readings,
    isMoney: figure.isMoney || after.isWholeUnits,
    start,
    end,
    left: whole.left,
    right: whole.right,
    digitsLeft: digits.left,
    digitsRight: digits.right,
    isSignApart: before.minus && before.isApart && !after.minus && !after.closed,
    sign: isNegative ? 'minus' : before.plus || after.plus ? 'plus' : null,
    side: after.side ?? before.side,
    currency: before.currency ?? after.currency,
  };
}

/** Most figures stand alone in their cell. */
const NOTHING = nothing();

/** Nothing stands at the digits, unless a sign and a currency are set off to the left of their cell. */
function isAlone(text: string, index: number): boolean {
  return text[index - 1] !== '\t' || !/(?:- ?|\()[^\s\d]{1,4}\t$/.test(text.slice(Math.max(0, index - 8), index));
}

function isEdge(character: string | undefined): boolean {
  return character === undefined || character === '\t';
}
