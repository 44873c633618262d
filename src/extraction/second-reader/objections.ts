import type { Column } from '../table/columns.ts';
import { dateOf, type PrintedFigure, type Row } from '../table/row.ts';
import type { AmountToken } from '../tokens/find-amounts.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';

/** Edges that differ by less stand below each other (points). */
const ALIGNED = 2.5;
/** If a larger share of rows prints a second date at one place, there are two columns of dates. */
const COLUMN = 0.3;

/**
 * Whether the dates pointed at are the rows' own. Sums prove no days, so that of two columns of dates the headings have
 * to say which one is meant: where a row was found by them, too, it must have the same date.
 */
export function areDatesOwn(rows: readonly Row[], found: readonly Row[], lines: readonly TokenLine[]): boolean {
  const known = new Map(found.map((row) => [row.index, dateOf(row)]));
  const unconfirmed = rows.filter((row) => known.get(row.index) == null);
  const isContradicted = rows.some((row) => (known.get(row.index) ?? dateOf(row)) !== dateOf(row));
  if (isContradicted) return false;
  const others = unconfirmed.flatMap((row) =>
    (lines[row.index]?.dates ?? []).filter((date) => date.strength === 'strong' && date !== dateOf(row)),
  );
  const atOnePlace = (place: number) => others.filter(({ left }) => Math.abs(left - place) < ALIGNED).length;
  return others.every(({ left }) => atOnePlace(left) <= Math.max(1, unconfirmed.length * COLUMN));
}

/**
 * Whether every figure that stands in a column of rows, between the first row and the last one, is a row's or printed
 * beside the label of a balance or total. Two rows left out may cancel each other, and a balance that nobody looks at
 * contradicts nothing.
 */
export function isNothingPassedOver(
  { rows, columns }: { rows: readonly Row[]; columns: readonly Column[] },
  figures: readonly PrintedFigure[],
  lines: readonly TokenLine[],
  isMoney: (token: AmountToken, line: TokenLine) => boolean,
): boolean {
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? 0;
  const labelled = new Set(figures.map(({ index }) => index));
  const read = new Set(rows.flatMap(({ cells }) => [...cells.values()]));
  const isInColumn = (token: AmountToken) =>
    columns.some(({ left, right }) => Math.abs(token.right - right) < ALIGNED || Math.abs(token.left - left) < ALIGNED);
  return lines
    .slice(first, last + 1)
    .filter((line) => !labelled.has(line.index))
    .every((line) => !line.amounts.some((token) => isMoney(token, line) && !read.has(token) && isInColumn(token)));
}
