import type { DateToken } from '../../tokens/find-dates.ts';
import { dateTokenOf } from '../date-texts.ts';
import { isUnbooked } from './booked-rows.ts';
import { readFigureCell } from './figure-cell.ts';
import { isDateRole, isFigureRole, type TableColumn } from './table-column.ts';
import { type Cell, cellAt } from './grid.ts';
import { figureOfRow, type LabelKind, type Printed } from './labelled-figure.ts';

/** A dated row of a table. */
export type TableRow = {
  cells: Cell[];
  date: DateToken;
  value: DateToken | null;
  /** The date is that of the row above. */
  isDateAbove: boolean;
};

/** Balances and totals may stand among the entries, with a date and in the column of amounts. */
const OWN: ReadonlySet<LabelKind> = new Set([
  'opening',
  'closing',
  'carried',
  'dayEnd',
  'totalCredits',
  'totalDebits',
  'total',
]);
/** A shop may be called so: only sums tell. */
const TOTALS: ReadonlySet<LabelKind> = new Set(['totalCredits', 'totalDebits', 'total']);

/** What stands below a heading: rows, what the file states about itself, and how much is neither. */
export type TableBody = {
  rows: TableRow[];
  printed: Printed[];
  /** Totals that stand among the entries as if they were some. */
  dressed: Printed[];
  /** Rows with an amount and words, but no date. */
  undated: number;
  /** Rows that have the word for what is not booked where others have a date. */
  unbooked: number;
};

/** A row with the texts that the next line adds to its descriptions. */
function continued(cells: Cell[], next: readonly Cell[], columns: readonly TableColumn[]): Cell[] {
  return cells.map((cell, index) => {
    const { text } = cellAt(next, index);
    const isText = columns.some((column) => column.index === index && column.role === 'description');
    return isText && text !== '' ? { text: `${cell.text} ${text}`, money: null } : cell;
  });
}

/**
 * The rows of a table and the figures between them. A row without a date has the one above it if it has an amount and
 * words. With `keepsTotals`, rows that look like totals are entries.
 */
export function tableRows(
  body: readonly Cell[][],
  columns: readonly TableColumn[],
  { keepsTotals = false } = {},
): TableBody {
  const dated = columns.filter(({ role }) => isDateRole(role));
  const own = dated.find(({ role }) => role !== 'valueDate') ?? dated[0];
  const value = dated.find((column) => column.role === 'valueDate' && column !== own) ?? null;
  const movements = columns.filter(({ role }) => isFigureRole(role));
  const balance = columns.find(({ role }) => role === 'balance') ?? null;
  const texts = columns.filter(({ role }) => !isFigureRole(role) && role !== 'balance' && !isDateRole(role));
  const named = columns.filter(({ role }) => role === 'description' || role === null);
  const found: TableBody = { rows: [], printed: [], dressed: [], undated: 0, unbooked: 0 };
  const isFilled = (cells: readonly Cell[], column: TableColumn) =>
    readFigureCell(cellAt(cells, column.index)) !== null;
  for (const cells of body) {
    const first = own === undefined ? '' : cellAt(cells, own.index).text;
    const date = first === '' ? null : dateTokenOf(first);
    const valueDate = value === null ? null : dateTokenOf(cellAt(cells, value.index).text);
    const moves = movements.some((column) => isFilled(cells, column));
    // The kind of an entry may be called as a total is.
    const labels = date !== null && moves ? named.map(({ index }) => cellAt(cells, index)) : cells;
    const figure = figureOfRow(cells, labels);
    const isStated = figure !== null && (date === null || !moves || (figure.isWhole && OWN.has(figure.kind)));
    if (isStated && !(keepsTotals && date !== null && moves && TOTALS.has(figure.kind))) {
      (date !== null && moves && TOTALS.has(figure.kind) ? found.dressed : found.printed).push({
        ...figure,
        // The balance of a day in the column of amounts is that of the account.
        kind: figure.kind === 'dayEnd' && moves ? 'standing' : figure.kind,
        day: figure.day ?? date,
      });
      continue;
    }
    const any = date ?? valueDate;
    if (any !== null) {
      // A day with a balance alone is no entry.
      if (!moves && balance !== null && isFilled(cells, balance)) continue;
      found.rows.push({ cells, date: any, value: valueDate, isDateAbove: false });
      continue;
    }
    const hasWords = texts.some(({ index }) => /\p{L}/u.test(cellAt(cells, index).text));
    const before = found.rows.at(-1);
    if (!moves && hasWords && first === '' && before !== undefined && figure === null) {
      before.cells = continued(before.cells, cells, columns);
    }
    if (!moves || !hasWords) continue;
    if (first === '' && before !== undefined) {
      found.rows.push({ cells, date: before.date, value: null, isDateAbove: true });
    } else if (isUnbooked(first)) found.unbooked++;
    else found.undated++;
  }
  return found;
}
