import type { Term, TokenLine } from '../tokens/read-tokens.ts';
import { isWeekday } from '../vocabulary/weekdays.ts';
import type { Fold } from './fold-of-edges.ts';

/** So many rows make a column. */
const LEAST_ROWS = 3;

/**
 * Two columns of dates, each with words and then amounts to its right before the next begins. A value date has no words
 * and amounts of its own.
 */
export function foldOfDates(lines: readonly TokenLine[]): Fold | null {
  const lefts: { left: number; lines: TokenLine[] }[] = [];
  for (const line of lines) {
    for (const date of line.dates) {
      if (date.strength === 'weak' || !beginsPiece(date, line)) continue;
      const home = lefts.find((column) => Math.abs(column.left - date.left) < 2);
      if (home === undefined) lefts.push({ left: date.left, lines: [line] });
      else home.lines.push(line);
    }
  }
  const columns = lefts.filter((column) => column.lines.length >= LEAST_ROWS).toSorted((a, b) => a.left - b.left);
  const [start] = columns;
  if (start === undefined) return null;
  for (const column of columns.slice(1)) {
    const isRow = (line: TokenLine, from: number, to: number) => {
      const inside = (place: { left: number; right: number }) => place.left > from + 1 && place.right < to;
      return (
        line.amounts.some((amount) => amount.isMoney && inside(amount)) &&
        line.terms.some((term) => /\p{L}{2}/u.test(term.text) && inside(term) && !isOfToken(term, line))
      );
    };
    const left = start.lines.filter((line) => isRow(line, start.left, column.left)).length;
    const right = column.lines.filter((line) => isRow(line, column.left, Number.POSITIVE_INFINITY)).length;
    const crossing = column.lines.filter((line) => !isRow(line, column.left, Number.POSITIVE_INFINITY)).length;
    if (left < LEAST_ROWS || right < LEAST_ROWS || crossing > right) continue;
    const first = Math.min(...[...start.lines, ...column.lines].map((line) => line.index));
    return { from: first, to: Number.POSITIVE_INFINITY, at: column.left - 3, shift: column.left - start.left };
  }
  return null;
}

/** `Card 4418 of 03/05`: a date right behind other words than its day of the week is theirs. */
function beginsPiece({ start }: { start: number }, { text }: TokenLine): boolean {
  const before = text.text.slice(0, start).split('\t').at(-1)?.trim() ?? '';
  return before === '' || isWeekday(before);
}

/** The name of a month is no text beside its date, nor is a currency beside its amount. */
export function isOfToken(term: Term, { dates, amounts }: TokenLine): boolean {
  return [...dates, ...amounts].some((token) => token.start < term.end && term.start < token.end);
}
