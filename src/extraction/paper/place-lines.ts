import type { FoundTables } from '../table/find-tables.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';

/** Which lines are a table's, and which say something about the statement beside it. Each in reading order. */
export type Places = {
  /** Whether a line is a row's, a figure or a text between rows, or a heading. */
  isInTable: (line: { index: number }) => boolean;
  /** All others. */
  around: TokenLine[];
  /** Those, and the headings: what looks like one may be a label with its value, `Valuta EUR`. */
  aroundRows: TokenLine[];
  /** Those, and what stands in tables that list no rows: `Account  Currency  Old balance` over a line of values. */
  aboutAccount: TokenLine[];
};

/** Parts the lines of the tables from those around them. */
export function placeLines(lines: readonly TokenLine[], { rows, figures, inside, segments }: FoundTables): Places {
  const ofRows = new Set([...inside, ...rows.flatMap((row) => row.lines), ...figures.map(({ index }) => index)]);
  const ofRowLines = new Set(rows.map(({ index }) => index));
  const ofSummaries = new Set(
    segments
      .filter(({ heading, lines: own }) => heading !== null && !own.some(({ index }) => ofRowLines.has(index)))
      .flatMap((segment) => segment.lines),
  );
  const ofTables = new Set(ofRows);
  for (const { heading } of segments) {
    if (heading === null) continue;
    for (let index = heading.first; index <= heading.last; index++) ofTables.add(index);
  }
  return {
    isInTable: ({ index }) => ofTables.has(index),
    around: lines.filter(({ index }) => !ofTables.has(index)),
    aroundRows: lines.filter(({ index }) => !ofRows.has(index)),
    aboutAccount: lines.filter((line) => !ofRows.has(line.index) || ofSummaries.has(line)),
  };
}
