import { dateTokenOf } from '../date-texts.ts';
import { type Cell, cellAt, type Grid } from './grid.ts';
import { fitColumns } from './fit-columns.ts';
import { readSerialDates } from './serial-dates.ts';
import { tableWithoutHeading } from './table-without-heading.ts';
import { headingRole, headingRoles } from './heading-role.ts';
import { type GridTable, isDateRole, isFigureRole, type TableColumn } from './table-column.ts';
import { readFigureCell } from './figure-cell.ts';

/** So many rows before a heading are a preamble; more are another table. */
const MOST_ROWS_LOOKED_AT = 3_000;

/** The tables of a grid, in their order: each begins with a heading; without any, the columns' contents tell. */
export function findTables({ rows, is1904 = false }: Grid): GridTable[] {
  const headings = rows.slice(0, MOST_ROWS_LOOKED_AT).flatMap((_, index) => {
    const found = headingAt(rows, index);
    return found === null ? [] : [found];
  });
  const distinct = headings
    .filter((heading, at) => (headings[at - 1]?.last ?? -1) < heading.first)
    .filter((heading, at, all) => !isRepeated(rows, heading, all[at - 1]));
  const tables = distinct.flatMap(({ columns, first, last }, at): GridTable[] => {
    const [from, to] = [last + 1, distinct[at + 1]?.first ?? rows.length];
    readSerialDates(rows, columns, { from, to }, is1904);
    const fitted = fitColumns(columns, rows.slice(from, to));
    return isHeading(fitted) && fitted.some(({ role }) => isFigureRole(role))
      ? [{ columns: fitted, heading: first, from, to }]
      : [];
  });
  const bare = tables.length > 0 ? null : tableWithoutHeading(rows.slice(0, MOST_ROWS_LOOKED_AT), rows.length);
  return bare === null ? tables : [bare];
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
  const single = named(columnsOf(row.map(({ text }) => text)), rows.slice(index + 1, index + 1 + MOST_BELOW));
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

/** So many rows below a heading show what a column of an unknown name is. */
const MOST_BELOW = 5;

/** A heading of which the day or the amount has a name that nobody knows: the rows below it tell. */
function named(columns: TableColumn[], below: readonly Cell[][]): TableColumn[] {
  if (score(columns) < 2 || isHeading(columns)) return columns;
  const filled = below.filter((row) => row.length * 2 >= columns.length);
  const isAll = ({ index, role }: TableColumn, counts: (cell: Cell) => boolean) =>
    (role === null || role === 'ignored' || role === 'time') &&
    filled.length > 0 &&
    filled.every((row) => counts(cellAt(row, index)));
  const day = columns.some(({ role }) => isDateRole(role))
    ? undefined
    : columns.find((column) => isAll(column, ({ text }) => dateTokenOf(text)?.strength === 'strong'));
  const amount = columns.some(({ role }) => isFigureRole(role))
    ? undefined
    : columns.find((column) => isAll(column, (cell) => readFigureCell(cell)?.isMoney === true));
  return columns.map((column) => {
    if (column === day) return { ...column, role: 'date' };
    return column === amount ? { ...column, role: 'amount' } : column;
  });
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
  const days = columns.filter(({ role }) => isDateRole(role));
  const day = days.find(({ role }) => role !== 'valueDate') ?? days[0];
  const mayBeFigure = ({ heading, role }: TableColumn) =>
    isFigureRole(role) || headingRoles(heading).roles.some(isFigureRole);
  return day !== undefined && columns.some((column) => column !== day && mayBeFigure(column));
}

function score(columns: readonly TableColumn[]): number {
  return new Set(columns.map(({ role }) => role).filter((role) => role !== null)).size;
}
