import type { TokenLine } from '../tokens/read-tokens.ts';
import { blankDates } from './blank-dates.ts';
import { hasDate, type RowDates } from './date-columns.ts';
import { usualShape } from './date-lines.ts';
import { bookingAbove, headsDay, sideOfTotal, startsDay } from './days.ts';
import { describeRow } from './describe-row.ts';
import { groupLines, linesInside } from './group-lines.ts';
import { listsEntries } from './heading.ts';
import { isPendingTitle, isTotal, sectionOfLine } from './labels.ts';
import { closesDay, endsTable, figuresOf } from './printed-figures.ts';
import type { PrintedFigure, Row, Side } from './row.ts';
import { rowBox } from './row-box.ts';
import { doubtIncomplete, doubtOf } from './row-doubts.ts';
import type { Segment } from './segment.ts';
import { readTableLines } from './table-line.ts';
import { withoutTextsLikeTitles } from './texts-like-titles.ts';

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
  const shape = usualShape(segments.flatMap((segment) => segment.lines));
  const rows: Row[] = [];
  const figures: PrintedFigure[] = [];
  const inside = new Set<number>();
  const pending = new Set<number>();
  let latest: RowDates | null = null;
  // Whether a date has been printed since the row before.
  let isFresh = false;
  let section: Side | null = null;
  // Whether the rows below are not booked yet.
  let isPending = false;
  let isPendingKnown = false;
  // Whether its title was printed since the last row.
  let isSectionKnown = false;
  let table = '';
  let isEnded = false;
  const hasHeadings = segments.some((segment) => segment.heading !== null);
  for (const segment of segments) {
    if (segment.heading !== null && !listsEntries(segment.heading)) continue;
    if (hasHeadings && segment.heading === null) {
      const title = lastSection(segment.lines);
      isPending = segment.lines.some(isPendingTitle) || (isPending && title === null);
      section = title ?? section;
      isSectionKnown ||= title !== null;
      continue;
    }
    if (segment.table !== table) latest = null;
    const read = withoutTextsLikeTitles(readTableLines(segment, { shape, dateKnown: latest !== null, isFurniture }));
    const blank = blankDates(read);
    const groups = groupLines(read, segment, isFurniture);
    for (const line of linesInside(read, segment)) inside.add(line.index);
    isEnded &&= segment.heading?.page !== segment.page && segment.table === table;
    table = segment.table;
    const rowsBefore = rows.length;
    // A title that is not understood ends the section above it all the same.
    if (segment.isTitled && !isSectionKnown) section = null;
    if (segment.isTitled && !isPendingKnown) isPending = false;
    isPendingKnown = false;
    isSectionKnown = false;
    let added = rows.length;
    for (const [at, entry] of read.entries()) {
      if (isTotal(entry.label) && headsDay(entry, read.slice(at + 1))) {
        latest = entry.dates;
        isFresh = true;
        section = sideOfTotal(entry) ?? section;
        continue;
      }
      if (entry.role === 'figure' && rows.length > rowsBefore) isEnded ||= endsTable(entry);
      if (entry.role === 'section') isEnded = false;
      const dayAbove = bookingAbove(entry.dates, latest);
      if (dayAbove !== null) entry.dates = { ...entry.dates, booking: dayAbove };
      if (startsDay(entry, segment)) {
        latest = entry.dates;
        isFresh = true;
      }
      if (entry.role === 'section' || isPendingTitle(entry.line)) {
        isPending = isPendingTitle(entry.line);
        isPendingKnown = isPending;
      }
      if (isPending) {
        pending.add(entry.line.index);
        continue;
      }
      if (entry.role === 'section') {
        section = sectionOfLine(entry.line);
        isSectionKnown = true;
        added = rows.length;
      }
      if (entry.role === 'figure' && isTotal(entry.label)) {
        const side = sideOfTotal(entry);
        if (side !== null && section === null) for (const row of rows.slice(added)) row.section = side;
        added = rows.length;
      }
      if (entry.role === 'figure' && !entry.isSummary && !closesDay(entry, rows.at(-1), segment))
        figures.push(...figuresOf(entry, rows.length === 0));
      if (entry.role !== 'row') continue;
      isSectionKnown = false;
      const dates: RowDates | null = hasDate(entry.dates) ? entry.dates : latest;
      const group = groups.get(entry) ?? [entry];
      const text = describeRow(group, segment);
      rows.push({
        kind: 'row',
        index: entry.line.index,
        page: entry.line.page,
        table: segment.table,
        lines: group.map(({ line }) => line.index),
        booking: dates?.booking ?? null,
        isDateAbove: !hasDate(entry.dates) || dayAbove !== null,
        value: dates?.value ?? null,
        cells: entry.cells,
        section,
        doubt: doubtOf(entry, { isDated: isFresh, isBlank: blank.has(entry), isEnded }),
        ...text,
        box: rowBox(
          entry.line,
          group.map(({ line }) => line),
          segment,
        ),
      });
      isFresh = false;
    }
  }
  doubtIncomplete(rows);
  return { rows, figures, inside, pending };
}

function lastSection(lines: readonly TokenLine[]): Side | null {
  for (const line of lines.toReversed()) {
    if (line.amounts.length > 0) continue;
    const side = sectionOfLine(line);
    if (side !== null) return side;
  }
  return null;
}
