import { dateTokenOf } from '../date-texts.ts';
import { readFigureCell } from './figure-cell.ts';
import { sideOf } from './side-column.ts';
import { isDateRole, isFigureRole, type TableColumn } from './table-column.ts';
import { type Cell, cellAt } from './grid.ts';
import { type ColumnRole, headingRoles } from './heading-role.ts';
import { CURRENCY_CODES } from '../../vocabulary/currencies.ts';
import { isIban } from '../../identity/account-number.ts';

/** So many rows show what stands in a column. */
const SAMPLE = 200;
/** Share of the filled cells that must be of a kind. */
const MOST = 0.6;

/**
 * The columns of a table, by their contents where those rule out what the headings say first: `Saldo nach Buchung` is no
 * booking date where money stands in it, and what is called an account is a currency where all its cells are codes.
 */
export function fitColumns(columns: readonly TableColumn[], body: readonly Cell[][]): TableColumn[] {
  const sample = body.slice(0, SAMPLE).filter((row) => row.some(({ text }) => dateTokenOf(text) !== null));
  const fitted = columns.map((column): TableColumn => {
    const cells = sample.map((row) => cellAt(row, column.index)).filter(({ text }) => text !== '');
    return cells.length === 0 ? column : { ...column, role: fit(column, cells) };
  });
  return withOneCurrency(withContinued(fitted, sample));
}

/** A text in several columns of which only the first has a name. */
function withContinued(columns: TableColumn[], sample: readonly Cell[][]): TableColumn[] {
  const isText = ({ index, heading, role }: TableColumn) =>
    heading === '' && role === null && sample.some((row) => /\p{L}{2}/u.test(cellAt(row, index).text));
  let isContinued = false;
  return columns.map((column) => {
    isContinued = column.role === 'description' || (isContinued && isText(column));
    return isContinued ? { ...column, role: 'description' } : column;
  });
}

function fit({ role, heading }: TableColumn, cells: readonly Cell[]): ColumnRole | null {
  const { roles } = headingRoles(heading);
  const others = roles.filter((other) => other !== role);
  if (cells.every(({ text }) => CURRENCY_CODES.has(text.toUpperCase()))) return 'currency';
  if (role === null && heading === '' && cells.every(({ text }) => isAccount(text, cells[0]?.text))) return 'account';
  if (role !== null && FIGURES.has(role)) {
    // `Receipt No.` is no money in.
    const isText = cells.every((cell) => readFigureCell(cell) === null && /\p{L}/u.test(cell.text));
    // `Af Bij` stands over the words for the sides.
    if (isText && cells.every(({ text }) => sideOf(text) !== null)) return 'sign';
    return isText ? (others.find((other) => !FIGURES.has(other)) ?? null) : role;
  }
  if (!isMostly(cells, isMoney)) return role;
  const figure = others.find((other) => FIGURES.has(other));
  // `Value` is a day on one continent and what something is worth on another.
  return figure ?? (role === 'valueDate' && !isMostly(cells, isDate) ? 'amount' : isDateRole(role) ? null : role);
}

const FIGURES: ReadonlySet<ColumnRole> = new Set(['debit', 'credit', 'amount', 'balance', 'fee', 'foreign']);

/** Of several columns of currencies the one beside the amounts is theirs, unless their heading names it. */
function withOneCurrency(columns: TableColumn[]): TableColumn[] {
  const all = columns.filter(({ role }) => role === 'currency');
  const amount = columns.find(({ role }) => isFigureRole(role));
  if (all.length === 0 || amount === undefined) return columns;
  const isForeign = ({ index }: TableColumn) =>
    columns.some((one) => one.index === index - 1 && one.role === 'foreign');
  const own = all.filter((column) => !isForeign(column));
  const beside =
    own.find(({ index }) => index === amount.index + 1) ?? own.find(({ index }) => index === amount.index - 1);
  const kept = amount.currency === null ? (beside ?? own[0]) : undefined;
  return columns.map((column) =>
    column.role === 'currency' && column !== kept ? { ...column, role: 'foreign' as const } : column,
  );
}

/** An IBAN, or one long number all the way down. */
function isAccount(text: string, first: string | undefined): boolean {
  return isIban(text) || (text === first && /^\d{8,28}$/.test(text) && dateTokenOf(text) === null);
}

function isMostly(cells: readonly Cell[], counts: (cell: Cell) => boolean): boolean {
  return cells.filter(counts).length >= cells.length * MOST;
}

function isMoney(cell: Cell): boolean {
  return readFigureCell(cell)?.isMoney === true && !isDate(cell);
}

function isDate({ text, money }: Cell): boolean {
  return money === null && dateTokenOf(text)?.strength === 'strong';
}
