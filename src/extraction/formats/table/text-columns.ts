import { isStateHeading } from './booked-rows.ts';
import { readFigureCell } from './figure-cell.ts';
import { cellAt } from './grid.ts';
import type { Movement } from './movements.ts';
import type { TableColumn } from './table-column.ts';
import type { TableRow } from './table-rows.ts';

/** The columns that a row's words are taken from, by what they are for. */
export type TextColumns = { descriptions: number[]; references: number[] };

/** Numbers of banks and accounts are no words about an entry. */
const CODES = /(?<!\p{L})(?:bic|swift|iban|blz|bank code|sort code)(?!\p{L})/iu;
/** Fewer rows may have the same text by chance. */
const LEAST_ROWS = 3;

/**
 * Which columns describe the rows of a table: those of descriptions, else all without a role that have words, else those
 * of kinds. What stands in all rows alike tells of the account, and the word for the side is told by the sign.
 */
export function textColumns(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  { side }: Movement,
): TextColumns {
  const of = (role: TableColumn['role']) => columns.filter((column) => column.role === role);
  const candidates = [of('description'), of(null).filter(({ index }) => hasWords(rows, index)), of('type')];
  const telling = candidates
    .map((own) =>
      own.filter(({ index, heading }) => index !== side && !CODES.test(heading) && !isStateHeading(heading)),
    )
    .map((own) => withoutConstants(own, rows));
  const chosen = telling.find((own) => own.length > 0) ?? candidates.find((own) => own.length > 0) ?? [];
  const indices = (own: readonly TableColumn[]) => own.map(({ index }) => index);
  return { descriptions: indices(chosen), references: indices(of('reference')) };
}

function withoutConstants(columns: TableColumn[], rows: readonly TableRow[]): TableColumn[] {
  if (rows.length < LEAST_ROWS) return columns;
  const varied = columns.filter(({ index }) => {
    const first = cellAt(rows[0]?.cells ?? [], index).text;
    return rows.some(({ cells }) => cellAt(cells, index).text !== first);
  });
  return varied.length > 0 ? varied : columns;
}

function hasWords(rows: readonly TableRow[], index: number): boolean {
  return rows.some(({ cells }) => {
    const cell = cellAt(cells, index);
    return /\p{L}/u.test(cell.text) && readFigureCell(cell) === null;
  });
}
