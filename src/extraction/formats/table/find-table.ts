import { dateTokenOf } from '../date-texts.ts';
import { type Cell, cellAt, type Grid } from './grid.ts';
import { type ColumnRole, headingRole } from './heading-role.ts';
import { readFigureCell } from './figure-cell.ts';

export type TableColumn = { index: number; role: ColumnRole | null; heading: string; currency: string | null };

/** A table of entries in a grid: rows `from` to `to` (the latter not included), under a heading or without one. */
export type GridTable = { columns: TableColumn[]; heading: number | null; from: number; to: number };

const DATES: ReadonlySet<ColumnRole | null> = new Set(['date', 'postingDate', 'transactionDate', 'valueDate']);
const FIGURES: ReadonlySet<ColumnRole | null> = new Set(['debit', 'credit', 'amount']);
/** So many rows before a heading are a preamble; more are another table. */
const MOST_ROWS_LOOKED_AT = 3_000;

export const isDateRole = (role: ColumnRole | null): boolean => DATES.has(role);

/** The tables of a grid, in their order: each begins with a heading; without any, the columns' contents tell. */
export function findTables({ rows }: Grid): GridTable[] {
  const headings = rows.slice(0, MOST_ROWS_LOOKED_AT).flatMap((_, index) => {
    const found = headingAt(rows, index);
    return found === null ? [] : [found];
  });
  const distinct = headings
    .filter((heading, at) => (headings[at - 1]?.last ?? -1) < heading.first)
    .filter((heading, at, all) => !isRepeated(rows, heading, all[at - 1]));
  if (distinct.length === 0) {
    const table = tableWithoutHeading(rows);
    return table === null ? [] : [table];
  }
  return distinct.map(({ columns, first, last }, at) => ({
    columns,
    heading: first,
    from: last + 1,
    to: distinct[at + 1]?.first ?? rows.length,
  }));
}

type Heading = { columns: TableColumn[]; first: number; last: number };

/** The heading of the same table once more, right below a row of it, as exports put together page by page have it. */
function isRepeated(rows: readonly Cell[][], { columns, first }: Heading, before: Heading | undefined): boolean {
  const texts = (heading: Heading['columns']) => heading.map(({ heading: text }) => text).join('\u0000');
  return (
    before !== undefined &&
    texts(before.columns) === texts(columns) &&
    (rows[first - 1] ?? []).some(({ text }) => dateTokenOf(text) !== null)
  );
}

/** A heading is one row, or two that are read together (`Amount` over `Debit` and `Credit`). */
function headingAt(rows: readonly Cell[][], index: number): Heading | null {
  const row = rows[index] ?? [];
  if (!mayBeHeading(row)) return null;
  const single = columnsOf(row.map(({ text }) => text));
  const below = rows[index + 1] ?? [];
  if (mayBeHeading(below)) {
    const width = Math.max(row.length, below.length);
    const texts = Array.from({ length: width }, (_, at) => `${cellAt(row, at).text} ${cellAt(below, at).text}`.trim());
    const double = columnsOf(texts);
    // The second row must add to the first, and be no heading of its own.
    if (isHeading(double) && score(double) > score(single) && !isHeading(columnsOf(below.map(({ text }) => text))))
      return { columns: double, first: index, last: index + 1 };
  }
  return isHeading(single) ? { columns: single, first: index, last: index } : null;
}

function mayBeHeading(row: readonly Cell[]): boolean {
  const filled = row.filter(({ text }) => text !== '');
  return (
    filled.length >= 2 &&
    filled.every(({ text, money }) => money === null && text.length < 80 && dateTokenOf(text) === null) &&
    filled.filter(({ text }) => readFigureCell({ text, money: null }) !== null).length === 0
  );
}

function columnsOf(texts: readonly string[]): TableColumn[] {
  return texts.map((text, index) => ({ index, heading: text, ...headingRole(text) }));
}

function isHeading(columns: readonly TableColumn[]): boolean {
  const roles = columns.map(({ role }) => role);
  return roles.some(isDateRole) && roles.some((role) => FIGURES.has(role));
}

function score(columns: readonly TableColumn[]): number {
  return new Set(columns.map(({ role }) => role).filter((role) => role !== null)).size;
}

/** Share of a column's filled cells that must be dates or figures; rows over and under the table have neither. */
const MOST = 0.6;

/** Columns by what stands in them: the first of dates, all of figures; the rest is text. */
function tableWithoutHeading(rows: readonly Cell[][]): GridTable | null {
  const width = Math.max(0, ...rows.slice(0, MOST_ROWS_LOOKED_AT).map((row) => row.length));
  const sample = rows.slice(0, 200);
  const share = (column: number, counts: (cell: Cell) => boolean) => {
    const filled = sample.map((row) => cellAt(row, column)).filter(({ text }) => text !== '');
    return filled.length === 0 ? 0 : filled.filter(counts).length / filled.length;
  };
  const columns = Array.from({ length: width }, (_, index): TableColumn => {
    const isDate = share(index, ({ text }) => dateTokenOf(text) !== null) >= MOST;
    return { index, heading: '', currency: null, role: isDate ? 'date' : null };
  });
  const isFigure = ({ index, role }: TableColumn) =>
    role === null && share(index, (cell) => readFigureCell(cell)?.isMoney === true) >= MOST;
  const figures = columns.filter(isFigure);
  if (rows.length < 2 || figures.length === 0 || !columns.some(({ role }) => role === 'date')) return null;
  for (const column of figures) column.role = 'amount';
  return { columns, heading: null, from: 0, to: rows.length };
}
