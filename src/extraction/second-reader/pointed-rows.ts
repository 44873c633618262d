import { describeRow } from '../table/describe-row.ts';
import { sectionOfLine } from '../table/labels.ts';
import type { TableLine } from '../table/table-line.ts';
import { rowBox } from '../table/row-box.ts';
import type { Row, Side } from '../table/row.ts';
import type { Segment } from '../table/segment.ts';
import type { AmountToken } from '../tokens/find-amounts.ts';
import type { DateToken } from '../tokens/find-dates.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import type { Place, PointedRow } from './answer.ts';
import { BALANCE, pointedColumns, type PointedColumns, type PointedFigure } from './pointed-columns.ts';

type Figured = PointedFigure & { row: PointedRow; main: TokenLine; date: DateToken };
type Surroundings = {
  lines: readonly TokenLine[];
  counts: (token: AmountToken) => boolean;
  /** The part of a page's table that a line stands in. */
  segmentOf: (line: TokenLine) => Segment;
  /** Rows that were found without being pointed at. */
  found: readonly Row[];
};

/** The rows that were pointed at, made of what is printed there; null where something else is, or nothing. */
export function pointedRows(
  rows: readonly PointedRow[],
  around: Surroundings,
): { rows: Row[]; columns: PointedColumns['columns'] } | null {
  const figured = rows.map((row) => figuresOf(row, around)).filter((row) => row !== null);
  if (figured.length < rows.length || !areDistinct(rows)) return null;
  const { columns, keyOf } = pointedColumns(figured);
  const sections = sectionsOf(around.lines);
  return { columns, rows: figured.map((each) => makeRow(each, keyOf(each.amount), sections, around)) };
}

function figuresOf(row: PointedRow, { lines, counts }: Surroundings): Figured | null {
  const { amountAt, balanceAt, dateAt } = row;
  const main = lines[amountAt.line];
  const token = tokenAt(main?.amounts.filter(counts), lines, amountAt);
  const date = tokenAt(lines[dateAt.line]?.dates, lines, dateAt);
  const balance = balanceAt && tokenAt(lines[balanceAt.line]?.amounts.filter(counts), lines, balanceAt);
  if (main === undefined || token === null || date === null || (balanceAt !== null && balance === null)) return null;
  // A row's figures stand on one line, below or beside its date.
  if ((balanceAt !== null && balanceAt.line !== amountAt.line) || dateAt.line > amountAt.line) return null;
  return token === balance ? null : { row, amount: row.amount, main, token, balance, date };
}

/** What is printed at a word. */
export function tokenAt<Token extends { start: number; end: number }>(
  tokens: readonly Token[] | undefined,
  lines: readonly TokenLine[],
  { line, word }: Place,
): Token | null {
  const { words = [], offsets = [] } = lines[line]?.text ?? {};
  const [start, text] = [offsets[word], words[word]?.text];
  if (start === undefined || text === undefined) return null;
  return tokens?.find((token) => token.start < start + text.length && start < token.end) ?? null;
}

/** From the top of the document to its end, one row a line, and no line in two rows. */
function areDistinct(rows: readonly PointedRow[]): boolean {
  const owned = rows.flatMap(({ lines, amountAt }) => [...new Set([...lines, amountAt.line])]);
  const isInOrder = rows.every(({ amountAt }, at) => amountAt.line > (rows[at - 1]?.amountAt.line ?? -1));
  return isInOrder && new Set(owned).size === owned.length;
}

/** The direction that the last title above each line gives to the amounts below it. */
function sectionsOf(lines: readonly TokenLine[]): (Side | null)[] {
  let section: Side | null = null;
  return lines.map((line) => {
    if (line.amounts.length === 0) section = sectionOfLine(line) ?? section;
    return section;
  });
}

function makeRow(
  { row, main, token, balance, date }: Figured,
  key: string,
  sections: readonly (Side | null)[],
  { lines, segmentOf, found }: Surroundings,
): Row {
  const { index, page } = main;
  const segment = segmentOf(main);
  const own = [...new Set([...row.lines, index])].toSorted((a, b) => a - b).flatMap((at) => lines[at] ?? []);
  const same = found.find((other) => other.index === index && other.booking === date);
  const value = same?.value ?? null;
  const cells = new Map([[key, token], ...(balance === null ? [] : [[BALANCE, balance] as const])]);
  const described = own.map((line): TableLine => {
    const booking = line.index === row.dateAt.line ? date : null;
    const isMain = line === main;
    return {
      line,
      role: isMain ? 'row' : 'text',
      label: null,
      dates: { booking, value: isMain ? value : null, other: null },
      cells: isMain ? cells : new Map(),
    };
  });
  return {
    kind: 'row',
    index,
    page,
    table: 'pointed',
    lines: own.map((line) => line.index),
    booking: date,
    isDateAbove: row.dateAt.line !== index,
    value,
    cells,
    section: sections[index] ?? null,
    doubt: null,
    ...describeRow(described, segment),
    box: rowBox(main, own, segment),
  };
}
