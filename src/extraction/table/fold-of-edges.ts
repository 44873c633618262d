import type { TokenLine } from '../tokens/read-tokens.ts';
import { type Heading, type HeadingCell, isDateRole, isNumericRole } from './heading.ts';

/** Where a table folds: from which line on and before which, at which x, and how far its right column is from its left one. Points. */
export type Fold = { from: number; to: number; at: number; shift: number };

/** Edges that differ by less stand at the same place (points). */
const SAME = 2;
/** A right column without dates is known by so many lines, and by so large a share of those with figures. */
const LEAST_LINES = 4;
const MOST_LINES = 0.4;
/** Between two columns there is a gap. Points. */
const GAP = 4;
/** Two columns are about as wide as each other. */
const AS_WIDE = 0.9;
/** A title stands this close over its heading, in shares of its size. */
const TITLE = 3;

/**
 * A right column that has no heading of its own, or another one: where its dates and figures stand, moved to the left by
 * as much as it begins further right, those below the heading of the left column stand as well.
 */
export function foldOfEdges(lines: readonly TokenLine[], headings: readonly Heading[]): Fold | null {
  for (const shiftOf of [byStart, byFigures]) {
    for (const heading of headings) {
      for (const cells of leftParts(heading)) {
        const fold = foldBeside(lines, { ...heading, cells }, shiftOf);
        if (fold !== null) return withOwnHeading(fold, lines, headings);
      }
    }
  }
  return null;
}

/**
 * The heading, and what of it ends in a figure: words of the right column may stand on its lines. Where they name figures
 * of undated rows, they go on with the heading.
 */
function leftParts({ cells }: Heading): HeadingCell[][] {
  const goesOn = (rest: readonly HeadingCell[]) =>
    rest.some(({ role }) => isNumericRole(role)) && !rest.some(({ role }) => isDateRole(role));
  const ends = cells.flatMap(({ role }, at) =>
    isNumericRole(role) && at > 0 && !goesOn(cells.slice(at + 1)) ? [at + 1] : [],
  );
  const parts = ends.toReversed().map((end) => cells.slice(0, end));
  return ends.at(-1) === cells.length ? parts : [cells, ...parts];
}

function foldBeside(lines: readonly TokenLine[], { cells, first }: Heading, shiftOf: FindShift): Fold | null {
  const [left, right] = [cells[0]?.left, cells.at(-1)?.right];
  if (left === undefined || right === undefined) return null;
  const below = lines.filter((line) => line.index > first);
  const isMiddle = middleOf(lines);
  const edge = Math.max(right, ...below.flatMap(({ amounts }) => rightsOver(amounts, right + GAP)));
  for (const start of startsBehind(lines, edge, left)) {
    if (!isMiddle(start)) continue;
    const edges = below.flatMap(({ amounts }) =>
      amounts.flatMap(({ isMoney, digitsRight }) => (isMoney && digitsRight < start ? [digitsRight] : [])),
    );
    const isEdge = (at: number) => edges.filter((other) => isSame(other, at)).length > 1;
    const withFigures = lines.filter(({ amounts }) =>
      amounts.some(({ isMoney, left: own }) => isMoney && own >= start),
    );
    const rights = withFigures.flatMap(({ amounts }) =>
      amounts.flatMap(({ isMoney, digitsRight }) => (isMoney && digitsRight > start ? [digitsRight] : [])),
    );
    const shift = shiftOf(start - left, rights, edges.filter(isEdge));
    const beside = withFigures.filter(({ amounts }) =>
      amounts.some(({ isMoney, digitsRight }) => isMoney && digitsRight > start && isEdge(digitsRight - shift)),
    );
    const dateCell = cells.find(({ role }) => isDateRole(role));
    const isDated = ({ dates }: TokenLine) =>
      dateCell !== undefined && dates.some((date) => isSame(date.left - shift, dateCell.left));
    const isMany = beside.length >= LEAST_LINES && beside.length >= withFigures.length * MOST_LINES;
    const [top] = beside;
    if (top !== undefined && beside.length > 1 && (isMany || beside.some(isDated)))
      return { from: Math.min(first, top.index), to: Number.POSITIVE_INFINITY, at: start - 3, shift };
  }
  return null;
}

/** How far a right column is from the left one: `expected` by where they begin, and where the figures of both end. */
type FindShift = (expected: number, rights: readonly number[], edges: readonly number[]) => number;

const byStart: FindShift = (expected) => expected;

/** Days may stand in the midst of their column and begin further right than its heading: then the figures tell. */
const byFigures: FindShift = (expected, rights, edges) => {
  const places = [...new Set(edges.map(Math.round))];
  const fits = (shift: number) => rights.filter((right) => places.some((edge) => isSame(right - shift, edge))).length;
  const shifts = rights
    .flatMap((right) => places.map((edge) => right - edge))
    .filter((shift) => Math.abs(shift - expected) < INDENT);
  return shifts.reduce((best, shift) => (fits(shift) > fits(best) ? shift : best), expected);
};

/** Points. */
const INDENT = 6;

/** Whether a place is about halfway between the leftmost and the rightmost words of a page. */
function middleOf(lines: readonly TokenLine[]): (at: number) => boolean {
  const from = Math.min(...lines.map(({ text }) => text.words[0]?.left ?? Number.POSITIVE_INFINITY));
  const to = Math.max(...lines.map(({ text }) => text.words.at(-1)?.right ?? Number.NEGATIVE_INFINITY));
  return (at) => Math.abs(at - (from + to) / 2) < (to - from) * OFF_MIDDLE;
}

const OFF_MIDDLE = 0.08;

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) < SAME;
}

/** Where figures end that begin before a place and reach over it. */
function rightsOver(places: readonly { left: number; right: number }[], to: number): number[] {
  return places.filter(({ left, right }) => left < to && right > to).map(({ right }) => right);
}

/** Where lines go on behind the left column, each place once, from the left. */
function startsBehind(lines: readonly TokenLine[], edge: number, left: number): number[] {
  const starts = lines.flatMap(({ text }) => text.words.find((word) => word.left > edge + GAP)?.left ?? []);
  const places: number[] = [];
  for (const start of starts.toSorted((a, b) => a - b)) {
    if (start - left >= (edge - left) * AS_WIDE && start - (places.at(-1) ?? 0) > SAME) places.push(start);
  }
  // Two columns leave no room for a third.
  return places.filter((start) => start - left < (edge - left) * 2 - GAP);
}

/** From the heading and its title on that stand over the rows of the right column. */
function withOwnHeading(fold: Fold, lines: readonly TokenLine[], headings: readonly Heading[]): Fold {
  const own = headings.find(
    ({ first, cells }) => first < fold.from && cells.filter(({ left }) => left >= fold.at).length > 1,
  );
  if (own === undefined) return fold;
  const [heading, title] = [own.first, own.first - 1].map((index) => lines.find((line) => line.index === index));
  const isTitle =
    title?.page === heading?.page &&
    title?.text.words.every(({ left }) => left >= fold.at) === true &&
    !/\d/.test(title.text.text) &&
    (heading?.baseline ?? 0) - title.baseline < TITLE * title.size;
  return { ...fold, from: isTitle ? own.first - 1 : own.first };
}
