import type { TokenLine } from '../tokens/read-tokens.ts';
import { blankDates } from './blank-dates.ts';
import { type DateHabits, hasDate, type RowDates } from './date-columns.ts';
import { bookingAbove, headsDay, sideOfTotal, startsDay, totalsOverRows } from './days.ts';
import { describeRow } from './describe-row.ts';
import { groupLines, linesInside } from './group-lines.ts';
import { isTotal } from './labels.ts';
import { closesDay, endsTable, figuresOf } from './printed-figures.ts';
import type { PrintedFigure, Row } from './row.ts';
import { rowBox } from './row-box.ts';
import { doubtOf } from './row-doubts.ts';
import type { Segment } from './segment.ts';
import { movesNothing, readTableLines, type TableLine } from './table-line.ts';
import { withoutTextsLikeTitles } from './texts-like-titles.ts';
import { Titles } from './titles.ts';

/** A part of a table that is being read: which texts belong to each row, and which blanks mean the date above. */
type Part = {
  segment: Segment;
  groups: Map<TableLine, TableLine[]>;
  ofRows: ReadonlySet<TableLine>;
  blank: ReadonlySet<TableLine>;
  firstRow: number;
};

/** Goes through tables in reading order: a day or a title that is printed holds for the rows below it, until the next. */
export class RowReader {
  readonly rows: Row[] = [];
  readonly figures: PrintedFigure[] = [];
  readonly inside = new Set<number>();
  readonly pending = new Set<number>();
  readonly titles = new Titles();
  /** The last dates printed, and whether no row has stood below them yet. */
  #day: { dates: RowDates; isFresh: boolean } | null = null;
  #table = '';
  #isEnded = false;
  #hasTotalsOverRows = false;
  /** The first row below the last title or total. */
  #added = 0;
  readonly #habits: DateHabits;
  readonly #isFurniture: (line: TokenLine) => boolean;

  constructor(habits: DateHabits, isFurniture: (line: TokenLine) => boolean) {
    this.#habits = habits;
    this.#isFurniture = isFurniture;
  }

  readTable(segment: Segment): void {
    if (segment.table !== this.#table) this.#day = null;
    const around = { habits: this.#habits, dateKnown: this.#day !== null, isFurniture: this.#isFurniture };
    const read = withoutTextsLikeTitles(readTableLines(segment, around));
    for (const line of linesInside(read, segment)) this.inside.add(line.index);
    this.#isEnded &&= segment.heading?.page !== segment.page && segment.table === this.#table;
    this.#table = segment.table;
    this.titles.enterTable(segment);
    const groups = groupLines(read, segment, this.#isFurniture);
    const part: Part = {
      segment,
      groups,
      ofRows: new Set([...groups.values()].flat()),
      blank: blankDates(read, groups),
      firstRow: this.rows.length,
    };
    this.#added = this.rows.length;
    const overRows = totalsOverRows(read, this.#hasTotalsOverRows);
    this.#hasTotalsOverRows ||= overRows.size > 0;
    for (const [at, entry] of read.entries()) {
      if (overRows.has(entry)) this.titles.side = sideOfTotal(entry);
      else if (isTotal(entry.label) && headsDay(entry, read.slice(at + 1))) this.#headDay(entry);
      else this.#readLine(entry, part);
    }
  }

  #headDay(entry: TableLine): void {
    this.#day = { dates: entry.dates, isFresh: true };
    this.titles.side = sideOfTotal(entry) ?? this.titles.side;
  }

  #readLine(entry: TableLine, part: Part): void {
    if (entry.role !== 'row' && this.rows.length > part.firstRow) this.#isEnded ||= endsTable(entry);
    if (entry.role === 'section' || this.#beginsAnew(entry)) this.#isEnded = false;
    const dayAbove = bookingAbove(entry.dates, this.#day?.dates ?? null);
    if (dayAbove !== null) entry.dates = { ...entry.dates, booking: dayAbove };
    if (startsDay(entry, part.segment, part.ofRows.has(entry))) this.#day = { dates: entry.dates, isFresh: true };
    this.titles.passLine(entry);
    if (this.titles.isPending) this.pending.add(entry.line.index);
    else if (entry.role === 'section') this.#added = this.rows.length;
    else if (entry.role === 'figure') this.#readFigure(entry, part);
    else if (entry.role === 'row') this.#readRow(entry, part, dayAbove !== null);
  }

  /** Where tables have no headings, an opening balance in a column of a later page is that of another account. */
  #beginsAnew({ role, label, cells, line }: TableLine): boolean {
    const isLater = this.rows.at(-1)?.page !== line.page;
    return role === 'figure' && label === 'opening' && cells.size > 0 && isLater;
  }

  #readFigure(entry: TableLine, { segment }: Part): void {
    if (isTotal(entry.label)) this.#endSection(entry);
    if (entry.isSummary || closesDay(entry, this.rows.at(-1), segment)) return;
    this.figures.push(...figuresOf(entry, this.rows.length === 0, segment));
  }

  /** Rows without a title above have that of the total below them. */
  #endSection(total: TableLine): void {
    const side = sideOfTotal(total);
    if (side !== null && this.titles.side === null) {
      for (const row of this.rows.slice(this.#added)) row.section = side;
    }
    this.#added = this.rows.length;
  }

  #readRow(entry: TableLine, { segment, groups, blank }: Part, hasDayAbove: boolean): void {
    const isDated = hasDate(entry.dates);
    // Where rows bear their own dates, what is printed without one behind the table's end and moves nothing is none.
    if (this.#isEnded && !isDated && movesNothing(entry) && !this.rows.some((row) => row.isDateAbove)) return;
    const dates = isDated ? entry.dates : this.#day?.dates;
    const group = groups.get(entry) ?? [entry];
    const lines = group.map(({ line }) => line);
    const { sign, ...text } = describeRow(group, segment);
    const reasons = { isDated: this.#day?.isFresh === true, isBlank: blank.has(entry), isEnded: this.#isEnded };
    this.rows.push({
      kind: 'row',
      index: entry.line.index,
      page: entry.line.page,
      table: segment.table,
      lines: lines.map(({ index }) => index),
      booking: dates?.booking ?? null,
      isDateAbove: !isDated || hasDayAbove,
      value: dates?.value ?? null,
      cells: sign === null ? entry.cells : withSign(entry.cells, sign, segment),
      section: this.titles.side,
      doubt: doubtOf(entry, reasons),
      ...text,
      box: rowBox(entry.line, lines, segment),
    });
    if (this.#day !== null) this.#day.isFresh = false;
  }
}

/** A sign in a column of its own is that of the one figure which moves the account. */
function withSign(cells: TableLine['cells'], sign: 'plus' | 'minus', { columns }: Segment): TableLine['cells'] {
  const balances = new Set(columns.filter(({ role }) => role === 'balance').map(({ key }) => key));
  const [moving, ...others] = [...cells].filter(([key]) => !balances.has(key));
  if (moving === undefined || others.length > 0) return cells;
  const [key, token] = moving;
  return token.sign === null && token.side === null ? new Map(cells).set(key, { ...token, sign }) : cells;
}
