import type { DateToken } from '../../tokens/find-dates.ts';
import type { FigureKind } from '../../vocabulary/figures.ts';
import { dateTokenOf } from '../date-texts.ts';
import { type FigureCell, readFigureCell } from './figure-cell.ts';
import { isDateRole, type TableColumn } from './find-table.ts';
import { type Cell, cellAt } from './grid.ts';
import { figureOfRow } from './read-around.ts';

/** A dated row of a table. */
export type TableRow = {
  cells: Cell[];
  date: DateToken;
  value: DateToken | null;
  /** The date is that of the row above. */
  isDateAbove: boolean;
};

/** A figure that the file states about itself. */
export type Printed = { kind: FigureKind; figure: FigureCell };

/** Balances and totals may stand among the entries, with a date and in the column of amounts. */
const OWN: ReadonlySet<FigureKind> = new Set(['opening', 'closing', 'carried', 'totalCredits', 'totalDebits', 'total']);
const isOwn = (kind: FigureKind): boolean => OWN.has(kind);

const MOVEMENTS: ReadonlySet<TableColumn['role']> = new Set(['debit', 'credit', 'amount']);

/**
 * The rows of a table and the figures between them. A row without a date has the one above it if it has an amount and
 * words; `undated` counts those that have none.
 */
export function tableRows(
  body: readonly Cell[][],
  columns: readonly TableColumn[],
): { rows: TableRow[]; printed: Printed[]; undated: number } {
  const dated = columns.filter(({ role }) => isDateRole(role));
  const own = dated.find(({ role }) => role !== 'valueDate') ?? dated[0];
  const value = dated.find((column) => column.role === 'valueDate' && column !== own) ?? null;
  const movements = columns.filter(({ role }) => MOVEMENTS.has(role));
  const texts = columns.filter(({ role }) => !MOVEMENTS.has(role) && role !== 'balance' && !isDateRole(role));
  const rows: TableRow[] = [];
  const printed: Printed[] = [];
  let undated = 0;
  for (const cells of body) {
    const date = own === undefined ? null : dateTokenOf(cellAt(cells, own.index).text);
    const valueDate = value === null ? null : dateTokenOf(cellAt(cells, value.index).text);
    const moves = movements.some(({ index }) => readFigureCell(cellAt(cells, index)) !== null);
    const figure = figureOfRow(cells);
    if (figure !== null && (date === null || !moves || (figure.isWhole && isOwn(figure.kind)))) {
      printed.push(figure);
      continue;
    }
    const any = date ?? valueDate;
    if (any !== null) {
      rows.push({ cells: [...cells], date: any, value: valueDate, isDateAbove: false });
      continue;
    }
    const hasWords = texts.some(({ index }) => /\p{L}/u.test(cellAt(cells, index).text));
    const before = rows.at(-1);
    const isBlank = own === undefined || cellAt(cells, own.index).text === '';
    if (moves && hasWords && isBlank && before !== undefined) {
      rows.push({ cells: [...cells], date: before.date, value: null, isDateAbove: true });
    } else if (moves && hasWords) undated++;
  }
  return { rows, printed, undated };
}
