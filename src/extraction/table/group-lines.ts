import type { Word } from '../layout/word.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { HEADINGS } from '../vocabulary/headings.ts';
import { phraseBook } from '../vocabulary/phrase-book.ts';
import { hasDate, type RowDates } from './date-columns.ts';
import { isYear } from './describe-row.ts';
import { startsWithTotal } from './row-doubts.ts';
import type { TableLine } from './table-line.ts';
import { extentOf, type Segment } from './segment.ts';

/** A gap this much wider than the narrowest one parts two rows. */
const PARTING = 1.15;
/** Text further below a row than this share of its size is no part of it. */
const FARTHEST = 2.1;
/** Sizes of letters that differ by less are one, in points. */
const SAME_SIZE = 0.5;
/** Texts of one column begin within so many points. */
const MARGIN = 4;

/**
 * Gives each row the lines of text around it. Text belongs to the row that it is nearest to; where lines stand evenly,
 * to the row above, unless the row's date or amount comes after its text.
 */
export function groupLines(
  read: readonly TableLine[],
  segment: Segment,
  isFurniture: (line: TokenLine) => boolean,
): Map<TableLine, TableLine[]> {
  const groups = new Map<TableLine, TableLine[]>();
  const left = textLeft(read, segment);
  const { from, to } = extentOf(segment);
  const isBeside = ({ line }: TableLine) => line.text.words.every((word) => word.right < from || word.left > to);
  const beginsAtText = ({ text }: TokenLine) => Math.abs((text.words[0]?.left ?? 0) - left - MARGIN) < MARGIN;
  const firstRow = read.findIndex(({ role }) => role === 'row');
  const lastRow = read.findLastIndex(({ role }) => role === 'row');
  // The texts of rows may be alike at the same place of several pages; heads and feet stand outside of the rows.
  const isBetween = ({ size }: TokenLine, at: number) =>
    at > firstRow && at < lastRow && Math.abs(size - (read[firstRow]?.line.size ?? 0)) < SAME_SIZE;
  const isText = (entry: TableLine, at: number) => {
    const { line, role, dates } = entry;
    if (role !== 'text' && role !== 'date') return false;
    if (isFurniture(line) && !isBetween(line, at)) return false;
    if (isLabelled(entry) && (at > lastRow || !beginsAtText(line))) return false;
    if (isHeadingAlone(line) && !beginsAtText(line)) return false;
    return hasTextIn(line, dates, left, to);
  };
  let run: TableLine[] = [];
  let above: TableLine | null = null;
  for (const [at, entry] of read.entries()) {
    if (entry.role === 'row') {
      share(run, above, entry, groups);
      above = entry;
      run = [];
    } else if (isText(entry, at)) {
      run.push(entry);
    } else if (!isBeside(entry)) {
      share(run, above, null, groups);
      above = null;
      run = [];
    }
  }
  share(run, above, null, groups);
  return groups;
}

const figureHeadings = phraseBook({ figure: [...HEADINGS.amount, ...HEADINGS.balance] });

/** `Amount` on a line of its own heads figures, and tells of no row unless it stands among the rows' texts. */
function isHeadingAlone({ terms, amounts }: TokenLine): boolean {
  const [match] = figureHeadings.findIn(terms);
  return amounts.length === 0 && match !== undefined && match.start === 0 && match.end === terms.length;
}

/** `Closing balance  306,850.02`, whose figure stands in no column: a summary behind the table. */
function isLabelled({ label, line }: TableLine): boolean {
  const isLabel = (label !== null && label !== 'dayEnd') || startsWithTotal(line);
  return isLabel && line.amounts.some(({ isMoney }) => isMoney);
}

/** Lines among the rows that begin where the rows' text does: descriptions, whatever they speak of. */
export function linesInside(read: readonly TableLine[], segment: Segment): TokenLine[] {
  const first = read.findIndex((entry) => entry.role === 'row');
  if (first < 0) return [];
  const last = read.findLastIndex((entry) => entry.role === 'row') - first - 1;
  const left = textLeft(read, segment);
  const isRowText = ({ line }: TableLine) =>
    (line.text.words[0]?.left ?? 0) >= left && line.text.words[0] !== undefined;
  // Behind the figure that ends a table stand notes about all of it.
  const lastFigure = read.findLastIndex(({ role }) => role === 'figure');
  const end = lastFigure > read.findLastIndex(({ role }) => role === 'row') ? lastFigure : read.length;
  return read
    .slice(first + 1, end)
    .filter((entry, at) => entry.role === 'text' && isRowText(entry) && !(at > last && isLabelled(entry)))
    .map(({ line }) => line);
}

/** Where the text of rows begins; what begins further left is no part of them. */
function textLeft(read: readonly TableLine[], { heading }: Segment): number {
  const described = heading?.cells.filter(
    (cell) => cell.role === 'description' || cell.role === 'type' || cell.role === 'reference',
  );
  const cells = described?.map((cell) => cell.left) ?? [];
  const words = read.flatMap(({ role, line, dates }) => {
    if (role !== 'row') return [];
    const own = Math.max(dates.booking?.end ?? 0, dates.value?.end ?? 0, dates.other?.end ?? 0);
    const index = line.text.offsets.findIndex((offset) => offset >= own);
    const word = line.text.words[index];
    return word === undefined ? [] : [word.left];
  });
  return Math.min(...cells, ...words, Number.POSITIVE_INFINITY) - MARGIN;
}

/** Whether the words beside a line's own dates begin where the rows' text does. */
function hasTextIn({ text }: TokenLine, dates: RowDates, left: number, right: number): boolean {
  const own = [dates.booking, dates.value, dates.other].filter((date) => date !== null);
  const isOwn = (start: number) => own.some((date) => date.start <= start && start < date.end);
  // Before the dates stand other columns, such as the account's.
  const behind = Math.max(0, ...own.map(({ end }) => end));
  const isOfDate = (word: Word) => word.left < left && (isYear(word.text) || (own.length > 0 && isNumber(word)));
  const words = text.words.filter(
    (word, at) => word.left >= left - 60 && !isOwn(text.offsets[at] ?? 0) && !isOfDate(word),
  );
  const first = words.find((word) => (text.offsets[text.words.indexOf(word)] ?? 0) >= behind) ?? words[0];
  return first !== undefined && first.left >= left && first.left < right;
}

/** `29.03.2025 180459`: a time or a number beside a date stands in its column. */
function isNumber({ text }: Word): boolean {
  return /^[\d:]+$/.test(text);
}

/** Parts the lines between two rows. */
function share(
  run: TableLine[],
  above: TableLine | null,
  below: TableLine | null,
  groups: Map<TableLine, TableLine[]>,
): void {
  const at = above === null ? 0 : splitAt(run, above, below);
  if (above !== null) {
    const own = groups.get(above) ?? [above];
    own.push(...run.slice(0, at));
    groups.set(above, own);
  }
  if (below !== null) groups.set(below, [...nearestTo(below, run.slice(at)), below]);
}

/** How many lines of the run belong to the row above. */
function splitAt(run: TableLine[], above: TableLine, below: TableLine | null): number {
  // A date begins the next row, wherever that row's amount is printed.
  const dated = run.findIndex((entry) => hasDate(entry.dates));
  if (dated >= 0 && below !== null && !hasDate(below.dates)) return dated;
  const all = below === null ? [above, ...run] : [above, ...run, below];
  const gaps = all.slice(1).map((entry, index) => entry.line.baseline - (all[index]?.line.baseline ?? 0));
  if (below === null) {
    const narrow = Math.min(...gaps);
    const end = gaps.findIndex((gap, index) => gap > narrow * 1.5 || gap > FARTHEST * (run[index]?.line.size ?? 1));
    return end < 0 ? run.length : end;
  }
  const widest = Math.max(...gaps);
  return widest > Math.min(...gaps) * PARTING ? gaps.lastIndexOf(widest) : run.length;
}

/** The lines right above a row; text before a wide gap belongs to nothing. */
function nearestTo(row: TableLine, run: TableLine[]): TableLine[] {
  const kept: TableLine[] = [];
  let next = row;
  for (const entry of run.toReversed()) {
    if (next.line.baseline - entry.line.baseline > FARTHEST * entry.line.size) break;
    kept.unshift(entry);
    next = entry;
  }
  return kept;
}
