import type { TokenLine } from '../tokens/read-tokens.ts';
import { dateHabits } from './date-columns.ts';
import { listsEntries } from './heading.ts';
import type { PrintedFigure, Row } from './row.ts';
import { doubtIncomplete } from './row-doubts.ts';
import { RowReader } from './row-reader.ts';
import type { Segment } from './segment.ts';

/**
 * What the tables of a document hold. `inside` are the lines of text that stand within them, `pending` those of what is
 * not booked yet, by index.
 */
export type ReadTables = { rows: Row[]; figures: PrintedFigure[]; inside: Set<number>; pending: Set<number> };

/**
 * Reads the rows of a document's tables, and the figures printed between them, in reading order. A row is a line with a
 * figure in a column of amounts; its date is on the line, or the last one printed before it.
 */
export function readRows(segments: readonly Segment[], isFurniture: (line: TokenLine) => boolean): ReadTables {
  const reader = new RowReader(dateHabits(segments.flatMap((segment) => segment.lines)), isFurniture);
  const hasHeadings = segments.some((segment) => segment.heading !== null);
  for (const segment of segments) {
    // Where tables have headings, what stands below none is text around them.
    if (segment.heading === null && hasHeadings) reader.titles.passText(segment.lines);
    else if (segment.heading === null || listsEntries(segment.heading)) reader.readTable(segment);
  }
  doubtIncomplete(reader.rows);
  const { rows, figures, inside, pending } = reader;
  return { rows, figures, inside, pending };
}
