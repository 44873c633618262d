import type { AmountToken } from '../tokens/find-amounts.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import type { FigureKind } from '../vocabulary/figures.ts';
import { listsEntries } from './heading.ts';
import { type DateReader, dateReader, hasDate, isDateLine, type RowDates, usualShape } from './date-columns.ts';
import { describeRow } from './describe-row.ts';
import { groupLines, linesInside } from './group-lines.ts';
import { findLabels, isTelling, labelOfLine, sectionOfLine } from './labels.ts';
import { MOVEMENTS, roleOf } from './line-role.ts';
import type { Doubt, PrintedFigure, Row, Side } from './row.ts';
import { rowBox } from './row-box.ts';
import { extentOf, type Segment } from './segment.ts';

/** A line of a table with what stands in its columns. */
export type TableLine = {
  line: TokenLine;
  role: 'row' | 'figure' | 'section' | 'date' | 'text';
  /** What the line is the label of, for a figure. */
  label: FigureKind | null;
  dates: RowDates;
  cells: Map<string, AmountToken>;
  /** Labels in one line and their figures in the next: a summary that has nothing to do with the table's columns. */
  isSummary?: boolean;
};

/** What the tables of a document hold. `inside` are the lines of text that stand within them, by index. */
export type ReadTables = { rows: Row[]; figures: PrintedFigure[]; inside: Set<number> };

/**
 * Reads the rows of a document's tables, and the figures printed between them, in reading order. A row is a line with a
 * figure in a column of amounts; its date is on the line, or the last one printed before it.
 */
export function readRows(segments: readonly Segment[], isFurniture: (line: TokenLine) => boolean): ReadTables {
  const shape = usualShape(segments.flatMap((segment) => segment.lines));
  const rows: Row[] = [];
  const figures: PrintedFigure[] = [];
  const inside = new Set<number>();
  let latest: RowDates | null = null;
  // Whether a date has been printed since the row before.
  let isFresh = false;
  let section: Side | null = null;
  let table = '';
  const hasHeadings = segments.some((segment) => segment.heading !== null);
  for (const segment of segments) {
    if (segment.heading !== null && !listsEntries(segment.heading)) continue;
    if (hasHeadings && segment.heading === null) {
      section = lastSection(segment.lines) ?? section;
      continue;
    }
    if (segment.table !== table) latest = null;
    table = segment.table;
    const read = readLines(segment, shape, latest !== null);
    const groups = groupLines(read, segment, isFurniture);
    for (const line of linesInside(read, segment)) inside.add(line.index);
    let isEnded = false;
    const rowsBefore = rows.length;
    for (const entry of read) {
      if (entry.role === 'figure' && rows.length > rowsBefore) isEnded ||= endsTable(entry);
      if (entry.role === 'section') isEnded = false;
      if (startsDay(entry, segment)) {
        latest = entry.dates;
        isFresh = true;
      }
      if (entry.role === 'section') section = sectionOfLine(entry.line);
      if (entry.role === 'figure' && !entry.isSummary && !closesDay(entry, rows.at(-1), segment))
        figures.push(...figuresOf(entry, rows.length === 0));
      if (entry.role !== 'row') continue;
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
        isDateAbove: !hasDate(entry.dates),
        value: dates?.value ?? null,
        cells: entry.cells,
        section,
        doubt: doubtOf(entry, isFresh, isEnded),
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
  return { rows, figures, inside };
}

/** So many rows of a table show what all show. */
const NEARLY_ALL = 0.85;

/** A line without date and balance is no row where nearly all rows have a balance. */
function doubtIncomplete(rows: Row[]): void {
  for (const own of Map.groupBy(rows, (row) => row.table).values()) {
    const most = Math.max(...own.map((row) => row.cells.size));
    const full = own.filter((row) => row.cells.size >= Math.min(most, 2));
    if (most < 2 || full.length < own.length * NEARLY_ALL) continue;
    for (const row of own) if (row.cells.size < 2 && row.doubt === 'undated') row.doubt = 'incomplete';
  }
}

function lastSection(lines: readonly TokenLine[]): Side | null {
  for (const line of lines.toReversed()) {
    if (line.amounts.length > 0) continue;
    const side = sectionOfLine(line);
    if (side !== null) return side;
  }
  return null;
}

function readLines(segment: Segment, shape: string | null, dateKnown: boolean): TableLine[] {
  const readDates = dateReader(segment, shape);
  const owners = new Map<AmountToken, string>();
  for (const column of segment.columns) for (const token of column.tokens) owners.set(token, column.key);
  const roles = new Map(segment.columns.map((column) => [column.key, column.role]));
  const isMovement = (key: string) => {
    const role = roles.get(key) ?? null;
    return role === null || MOVEMENTS.has(role);
  };
  let hasKnownDate = dateKnown;
  const summary = summaryLines(segment.lines);
  return segment.lines.map((line, at) => {
    const read = readLine(line, segment, readDates, owners);
    if (summary.has(line)) return { ...read, dates: NO_DATES, role: 'figure', isSummary: true };
    if (hasDate(read.dates)) hasKnownDate = true;
    else read.label ??= labelAbove(segment.lines[at - 1], read);
    read.role = roleOf(read, { isMovement, roles, hasKnownDate });
    return read;
  });
}

const NO_DATES: RowDates = { booking: null, value: null, other: null };

/** Lines of several labels, each with the line of figures below it. */
function summaryLines(lines: readonly TokenLine[]): Set<TokenLine> {
  return new Set(
    lines.flatMap((line, at) => {
      const above = lines[at - 1];
      const figures = line.amounts.filter(({ isMoney }) => isMoney);
      if (above === undefined || figures.length < 2 || line.terms.some((term) => isTelling(term, line))) return [];
      const labels = above.amounts.length === 0 && above.dates.length === 0 ? findLabels(above) : [];
      return labels.length < 2 || line.dates.length > 0 || !isClose(above, line) ? [] : [above, line];
    }),
  );
}

function readLine(
  line: TokenLine,
  segment: Segment,
  readDates: DateReader,
  owners: Map<AmountToken, string>,
): TableLine {
  const dates = readDates(line);
  const own = [dates.booking, dates.value, dates.other];
  const cells = new Map<string, AmountToken>();
  for (const amount of line.amounts) {
    const key = owners.get(amount);
    if (key === undefined || own.some((date) => date !== null && date.start < amount.end && amount.start < date.end))
      continue;
    // Two figures in one cell: the second is what the column aligns.
    cells.set(key, amount);
  }
  return { line, role: 'text', label: labelOfLine(within(line, segment)), dates, cells };
}

/** A line without the words beside the table. */
function within(line: TokenLine, segment: Segment): TokenLine {
  const { from, to } = extentOf(segment);
  const isInside = (term: { left: number; right: number }) => term.right > from && term.left < to;
  return line.terms.every(isInside) ? line : { ...line, terms: line.terms.filter(isInside) };
}

/** A figure without a date may have its label in the line above: a panel of balances and totals, no row. */
function labelAbove(above: TokenLine | undefined, { line, cells }: TableLine): FigureKind | null {
  if (above === undefined || above.amounts.some((amount) => amount.isMoney) || !isClose(above, line)) return null;
  const tokens = [...cells.values()];
  const over = findLabels(above).find((label) =>
    tokens.some((token) => label.left < token.right + LABEL_REACH && label.right > token.left - LABEL_REACH),
  );
  return over?.kind ?? null;
}

function isClose(above: TokenLine, below: TokenLine): boolean {
  return above.page === below.page && below.baseline - above.baseline <= LABEL_DISTANCE * above.size;
}

/** A label stands close over its figure, in shares of its size, and not far beside it, in points. */
const LABEL_DISTANCE = 2.2;
const LABEL_REACH = 90;

/** Whether the rows below without a date have this line's; the head of a page prints dates of its own. */
function startsDay({ role, label, dates, line }: TableLine, { isPageTop }: Segment): boolean {
  if (!hasDate(dates) || (role === 'figure' && label !== 'total')) return false;
  return !isPageTop || role !== 'date' || isDateLine(line);
}

/** A total with a date adds up a day, and the table goes on. */
function endsTable({ label, dates }: TableLine): boolean {
  if (hasDate(dates) && label !== 'closing' && label !== 'opening') return false;
  return (
    label === 'closing' ||
    label === 'opening' ||
    label === 'total' ||
    label === 'totalCredits' ||
    label === 'totalDebits'
  );
}

function doubtOf({ line }: TableLine, isDated: boolean, isEnded: boolean): Doubt | null {
  if (isEnded) return 'after-end';
  if (isDated) return null;
  return labelOfLine(line, 1) === null ? 'undated' : 'labelled';
}

/** Gives a balance on a line of its own to the row before it, as its balance; false where it is no such balance. */
function closesDay({ label, dates, cells }: TableLine, row: Row | undefined, segment: Segment): boolean {
  const [only] = cells;
  if (only === undefined || cells.size > 1 || row === undefined || row.table !== segment.table) return false;
  if ((label !== 'dayEnd' && label !== null) || hasDate(dates)) return false;
  const [key, token] = only;
  const role = segment.columns.find((column) => column.key === key)?.role ?? null;
  if (row.cells.has(key) || (role !== null && MOVEMENTS.has(role))) return false;
  row.cells.set(key, token);
  return true;
}

/** A balance without a label carries on, and before all rows it is where they begin; other words make it another figure. */
function figuresOf({ line, label, cells }: TableLine, isFirst: boolean): PrintedFigure[] {
  const others = line.terms.some((term) => isTelling(term, line));
  return [...cells].map(([column, token]) => ({
    kind: label ?? (isFirst ? 'opening' : others ? 'other' : 'carried'),
    index: line.index,
    page: line.page,
    column,
    isExact: true,
    token,
  }));
}
