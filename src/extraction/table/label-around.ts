import type { TokenLine } from '../tokens/read-tokens.ts';
import type { FigureKind } from '../vocabulary/figures.ts';
import { hasDate } from './date-columns.ts';
import { findLabels, isBareLabel, isTelling, labelOfLine } from './labels.ts';
import type { TableLine } from './table-line.ts';

/** The two lines above a line, and the one below. */
type Around = { before: TokenLine | undefined; above: TokenLine | undefined; below: TokenLine | undefined };

/** What a figure is by the label on the line above it, or below: a panel of balances and totals, no row. */
export function labelAround(read: TableLine, { before, above, below }: Around): FigureKind | null {
  if (read.cells.size === 0) return null;
  if (hasDate(read.dates)) return isBare(read.line) ? labelBelow(below, read.line) : null;
  const ofDay = isBare(read.line) ? labelOfDay(above, read.line) : null;
  const isTaken =
    before !== undefined && startsWithDate(before) && isBare(before) && labelBelow(above, before) !== null;
  return ofDay ?? (isTaken ? null : labelAbove(above, read));
}

/** It has figures and dates, and no words. */
function isBare(line: TokenLine): boolean {
  return line.amounts.length > 0 && !line.terms.some((term) => isTelling(term, line));
}

function startsWithDate({ dates }: TokenLine): boolean {
  return dates.some(({ start }) => start === 0);
}

/** `01/02/2023  Balance`, and nothing but its figure on the next line. */
function labelOfDay(above: TokenLine | undefined, line: TokenLine): FigureKind | null {
  const isLabel = above !== undefined && startsWithDate(above) && isBareLabel(above);
  return isLabel && isOwn(above, line) ? labelOfLine(above) : null;
}

/** `01.04.2017  1,340.08  0.00`, and nothing but `Total` on the next line: a narrow column breaks the text there. */
function labelBelow(below: TokenLine | undefined, line: TokenLine): FigureKind | null {
  const isText = below !== undefined && below.dates.length === 0 && below.terms.length > 0;
  return isText && isBareLabel(below) && isOwn(line, below) ? labelOfLine(below) : null;
}

/** Two lines close to each other, one of them with all the figures. */
function isOwn(above: TokenLine, below: TokenLine): boolean {
  return isClose(above, below) && [above, below].some(({ amounts }) => amounts.every(({ isMoney }) => !isMoney));
}

function labelAbove(above: TokenLine | undefined, { line, cells }: TableLine): FigureKind | null {
  if (above === undefined || above.amounts.some((amount) => amount.isMoney) || !isClose(above, line)) return null;
  // A line that begins with a date begins a row.
  if (startsWithDate(above)) return null;
  const tokens = [...cells.values()];
  const over = findLabels(above).find((label) =>
    tokens.some((token) => label.left < token.right + LABEL_REACH && label.right > token.left - LABEL_REACH),
  );
  return over?.kind ?? null;
}

export function isClose(above: TokenLine, below: TokenLine): boolean {
  return above.page === below.page && below.baseline - above.baseline <= LABEL_DISTANCE * above.size;
}

/** A label stands close over its figure, in shares of its size, and not far beside it, in points. */
const LABEL_DISTANCE = 2.2;
const LABEL_REACH = 90;
