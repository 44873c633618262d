import { CURRENCY_CODES } from '../../vocabulary/currencies.ts';
import { readFigureCell } from './figure-cell.ts';
import { type Cell, cellAt } from './grid.ts';
import { type GridTable, isFigureRole, type TableColumn } from './table-column.ts';

/** A table, and the rows of its grid: what is not its own is empty there. */
export type OwnTable = { rows: readonly Cell[][]; table: GridTable };

/**
 * A table of two wallets side by side, `EUR Amount  USD Amount`, is one of each currency. Where no wallet moves without
 * the other, the second column may say again what the first does, in other money: such a table stays as it is.
 */
export function partWallets(rows: readonly Cell[][], table: GridTable): OwnTable[] {
  const body = rows.slice(table.from, table.to);
  const wallets = walletsOf(table.columns, body);
  const fills = (row: readonly Cell[], own: readonly TableColumn[]) =>
    own.some((column) => isFigureRole(column.role) && readFigureCell(cellAt(row, column.index)) !== null);
  const fillsOthers = (row: readonly Cell[], currency: string) =>
    [...wallets].some(([other, columns]) => other !== currency && fills(row, columns));
  const movesAlone = ([currency, own]: [string, TableColumn[]]) =>
    body.some((row) => fills(row, own) && !fillsOthers(row, currency));
  if (wallets.size < 2 || ![...wallets].every(movesAlone)) return [{ rows, table }];
  return [...wallets].map(([currency, own]) => ({
    table: { ...table, columns: table.columns.map((column) => columnOf(column, own, currency)) },
    rows: rows.map((row, at) =>
      at >= table.from && at < table.to && !fills(row, own) && fillsOthers(row, currency) ? [] : row,
    ),
  }));
}

/** A column as one wallet has it: the figures and currencies of others are no concern of it. */
function columnOf(column: TableColumn, own: readonly TableColumn[], currency: string): TableColumn {
  if (own.includes(column)) return { ...column, currency };
  return isFigure(column) || isCurrency(column) ? { ...column, role: 'ignored' } : column;
}

/** The figures of each currency; none where some amounts do not say theirs, or a currency has no amounts. */
function walletsOf(columns: readonly TableColumn[], body: readonly Cell[][]): Map<string, TableColumn[]> {
  const wallets = new Map<string, TableColumn[]>();
  for (const column of columns.filter(isFigure)) {
    const currency = column.currency ?? currencyBeside(column, columns, body);
    if (currency === null) return new Map();
    wallets.set(currency, [...(wallets.get(currency) ?? []), column]);
  }
  return [...wallets.values()].every((own) => own.some(({ role }) => isFigureRole(role))) ? wallets : new Map();
}

const isFigure = ({ role }: TableColumn): boolean => isFigureRole(role) || role === 'balance';

/** Of several columns of currencies, all but the first are foreign so far. */
const isCurrency = ({ role }: TableColumn): boolean => role === 'currency' || role === 'foreign';

/** The one code that the column behind the figures says wherever it says something. */
function currencyBeside(
  { index }: TableColumn,
  columns: readonly TableColumn[],
  body: readonly Cell[][],
): string | null {
  const beside = columns.find((column) => column.index === index + 1 && isCurrency(column));
  if (beside === undefined) return null;
  const codes = new Set(body.flatMap((row) => cellAt(row, beside.index).text.toUpperCase() || []));
  const [only = ''] = codes;
  return codes.size === 1 && CURRENCY_CODES.has(only) ? only : null;
}
