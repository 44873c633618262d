import type { AmountToken } from '../tokens/find-amounts.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import type { Heading } from './heading.ts';
import { readRows, type ReadTables } from './read-rows.ts';
import type { Row } from './row.ts';
import { findSegments, type Segment } from './segment.ts';

export type FoundTables = ReadTables & {
  segments: Segment[];
  /** The head or foot of a page, which several pages have at the same place. */
  isFurniture: (line: TokenLine) => boolean;
};

/** The tables of a document with their rows; null where nothing in it is a table of entries. */
export type TableFinder = (
  lines: readonly TokenLine[],
  headings: readonly Heading[],
  /** Whether a figure may be money. */
  counts: (token: AmountToken) => boolean,
) => FoundTables | null;

/** Finds them by their headings, and without one by what stands below each other. */
export const findTables: TableFinder = (lines, headings, counts) => {
  const isFurniture = furnitureOf(lines);
  let segments = findSegments(lines, headings, counts);
  let tables = readRows(segments, isFurniture);
  if (tables.rows.length === 0) {
    // What looks like headings heads other things; the figures' alignment alone shows the table.
    segments = findSegments(lines, [], counts);
    tables = readRows(segments, isFurniture);
  }
  const isTable = segments.some((segment) => segment.heading !== null) || isRepeated(tables.rows);
  return isTable ? { ...tables, segments, isFurniture } : null;
};

/** Without a heading, rows are known by their repetition: a date and an amount in one sentence are no table. */
function isRepeated(rows: readonly Row[]): boolean {
  return rows.filter((row) => row.doubt === null).length >= 2;
}

/** Lines that stand at the same place on several pages are headers and footers. */
function furnitureOf(lines: readonly TokenLine[]): (line: TokenLine) => boolean {
  const atHeight = Map.groupBy(lines, heightOf);
  // Rows are seldom asked for: to compare them all would take longer than to find the rest of the tables.
  const known = new Map<number, ReadonlySet<number>>();
  return (line) => {
    const height = heightOf(line);
    const repeated = known.get(height) ?? repeatedLines(atHeight.get(height) ?? []);
    known.set(height, repeated);
    return repeated.has(line.index);
  };
}

function heightOf({ baseline }: TokenLine): number {
  return Math.round(baseline / 2);
}

/** Lines of one height that say the same on several pages, but for their digits. */
function repeatedLines(lines: readonly TokenLine[]): Set<number> {
  const alike = Map.groupBy(lines, ({ text }) => text.text.replaceAll(/\d/g, '#'));
  const repeated = [...alike.values()].filter(([first, ...others]) => others.some(({ page }) => page !== first?.page));
  return new Set(repeated.flat().map(({ index }) => index));
}
