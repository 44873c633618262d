import type { AmountToken } from '../tokens/find-amounts.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { phraseBook } from '../vocabulary/phrase-book.ts';
import { SIGN_WORDS } from '../vocabulary/signs.ts';
import { type Column, findColumns } from './columns.ts';
import { followOn, inherit } from './follow-on.ts';
import { type Heading, isNumericRole } from './heading.ts';
import { partSides } from './part-sides.ts';

/** A part of a table on one page: the lines under one heading, or those of a page that goes on without one. */
export type Segment = {
  page: number;
  lines: TokenLine[];
  heading: Heading | null;
  columns: Column[];
  /** The same for all parts of one table. */
  table: string;
  /** Lines over the heading of their page: mostly the page's own head. */
  isPageTop: boolean;
  /** Its heading stands below another table on the same page: what is between them is its title. */
  isTitled?: boolean;
};

/** Cuts the document's lines at headings and pages, and finds the columns of each part. */
export function findSegments(
  lines: readonly TokenLine[],
  headings: readonly Heading[],
  counts: (token: AmountToken) => boolean,
): Segment[] {
  const segments: Segment[] = [];
  let heading: Heading | null = null;
  let next = 0;
  let current: TokenLine[] = [];
  let previous: Segment | null = null;
  const close = () => {
    const [first] = current;
    if (first !== undefined) {
      const own = heading?.page === first.page ? heading : null;
      const segment = makeSegment(current, own, previous, counts);
      segments.push(segment);
      previous = previous?.table === segment.table ? withColumns(segment, previous.columns) : segment;
    }
    current = [];
  };
  for (const line of lines) {
    if (line.isAside) continue;
    const upcoming = headings[next];
    if (upcoming !== undefined && line.index >= upcoming.first) {
      if (line.index === upcoming.first) close();
      if (line.index === upcoming.last) {
        heading = upcoming;
        next++;
      }
      continue;
    }
    if (current[0] !== undefined && current[0].page !== line.page) close();
    current.push(line);
  }
  close();
  segments.forEach((segment, at) => {
    const next = segments[at + 1];
    const before = segments[at - 1];
    segment.isTitled =
      segment.heading?.page === segment.page &&
      before?.page === segment.page &&
      before.heading !== null &&
      !before.isPageTop &&
      !isRowLike(before.lines.at(-1));
    segment.isPageTop = next?.page === segment.page && segment.heading?.page !== segment.page;
  });
  return nameByOthers(segments);
}

/** As the page after it is to see it: a column that has no figures on this page may have some on the next. */
function withColumns(segment: Segment, before: readonly Column[]): Segment {
  const missing = before.filter(({ key }) => segment.columns.every((column) => column.key !== key));
  return missing.length === 0
    ? segment
    : { ...segment, columns: [...segment.columns, ...missing].toSorted((a, b) => a.right - b.right) };
}

/** Right behind a row there is no title: the heading is that of the right half of a page. */
function isRowLike(line: TokenLine | undefined): boolean {
  return line !== undefined && line.dates[0]?.start === 0 && line.amounts.some(({ isMoney }) => isMoney);
}

/** A column whose heading is hidden on one page is known by the same column on another. */
function nameByOthers(segments: Segment[]): Segment[] {
  const namedCount = ({ columns }: Segment) => columns.filter((column) => column.role !== null).length;
  const models = segments.toSorted((a, b) => namedCount(b) - namedCount(a));
  const named = models.flatMap((model) => model.columns).filter((column) => column.role !== null);
  return segments.map((segment) => {
    if (segment.columns.every((column) => column.role !== null)) return segment;
    const model = models.find((other) => namesMore(other.columns, segment.columns));
    if (model === undefined) return { ...segment, columns: nameByPlace(segment.columns, named) };
    return { ...segment, columns: segment.columns.map((column, index) => inherit(column, model.columns[index])) };
  });
}

/** Gives columns without a name that of a column at the very same place on another page. */
function nameByPlace(columns: readonly Column[], named: readonly Column[]): Column[] {
  const taken = new Set(columns.map((column) => column.key));
  return columns.map((column) => {
    if (column.role !== null) return column;
    return inherit(
      column,
      named.find((other) => Math.abs(other.right - column.right) < SAME_PLACE && !taken.has(other.key)),
    );
  });
}

/** Points. */
const SAME_PLACE = 1.5;

/** Whether a model has the same columns in the same order, and knows one that the others do not. */
function namesMore(model: readonly Column[], columns: readonly Column[]): boolean {
  if (model.length !== columns.length) return false;
  const agrees = columns.every((column, index) => column.role === null || column.role === model[index]?.role);
  return agrees && columns.some((column, index) => column.role === null && model[index]?.role !== null);
}

function makeSegment(
  lines: TokenLine[],
  whole: Heading | null,
  previous: Segment | null,
  counts: (token: AmountToken) => boolean,
): Segment {
  const page = lines[0]?.page ?? 0;
  const heading = whole === null ? null : partSides(whole, lines);
  const columns = findColumns(lines, heading, counts);
  if (heading !== null) {
    const table = heading.cells.map((cell) => cell.text.toLowerCase()).join('|');
    return { page, lines, heading, columns, table, isPageTop: false };
  }
  const continues =
    previous !== null && previous.page !== page && previous.columns.some((column) => column.tokens.length > 0);
  if (!continues || previous === null)
    return { page, lines, heading, columns, table: `page-${page}`, isPageTop: false };
  return {
    page,
    lines,
    heading: previous.heading,
    columns: followOn(columns, previous.columns, previous.heading),
    table: previous.table,
    isPageTop: false,
  };
}

/** From where to where a table reaches; what stands beside it is another matter. Open on a side that does not tell. */
export function extentOf(segment: Segment): Extent {
  const extent = extents.get(segment) ?? measureExtent(segment);
  extents.set(segment, extent);
  return extent;
}

type Extent = { from: number; to: number };

/** Each line of a segment asks for it. */
const extents = new WeakMap<Segment, Extent>();

const marks = phraseBook(SIGN_WORDS);
/** How far behind its figure the mark of a side may stand, in points. */
const MARK_REACH = 60;

/** Where the marks end that most figures of the last column have behind them, in a column without a heading. */
function marksRight(lines: readonly TokenLine[], right: number, columns: readonly Column[]): number {
  const last = new Set(columns.filter((column) => column.right >= right - 1).flatMap(({ tokens }) => tokens));
  const figured = lines.filter((line) => line.amounts.some((token) => last.has(token)));
  const behind = figured.flatMap(({ text }) => {
    const words = text.words.filter((word) => word.left >= right - 1);
    const [mark] = words;
    const isMark = mark !== undefined && words.length === 1 && mark.left < right + MARK_REACH;
    return isMark && marks.meaningOf(mark.text) !== null ? [mark.right] : [];
  });
  return behind.length > figured.length / 2 ? Math.max(...behind) : right;
}

function measureExtent({ heading, columns, page, lines }: Segment): Extent {
  const first = heading?.cells[0];
  const last = heading?.cells.at(-1);
  if (first === undefined || last === undefined) {
    return { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  }
  const right = Math.max(last.right, ...columns.map((column) => column.right));
  return {
    from: heading?.page === page ? first.left - 12 : Number.NEGATIVE_INFINITY,
    to: isNumericRole(last.role) ? marksRight(lines, right, columns) + 6 : Number.POSITIVE_INFINITY,
  };
}
