import { type DateReading, type Milestone } from '../../proof/settle-dates.ts';
import { walk, type Walk } from '../../proof/walk.ts';
import type { DateToken } from '../../tokens/find-dates.ts';
import { CURRENCY_CODES } from '../../vocabulary/currencies.ts';
import { readToken, settleOrder } from '../date-texts.ts';
import { emptyLedger, type Ledger, type LedgerEntry } from '../ledger.ts';
import { describeRow } from './describe-row.ts';
import { moneyOf, readFigureCell } from './figure-cell.ts';
import { type GridTable, isDateRole, type TableColumn } from './find-table.ts';
import { type Cell, cellAt } from './grid.ts';
import { inferSigns } from './infer-signs.ts';
import { type Movement, movementOf, waysToRead } from './movements.ts';
import type { Around } from './read-around.ts';
import { type Printed, type TableRow, tableRows } from './table-rows.ts';
import { likelyMarks } from './likely-marks.ts';

/** Rows of one account in one currency. */
type Group = { key: string; rows: TableRow[] };

/** What the groups of a table are under one way to read it. */
type Reading = { way: Movement; groups: Group[]; walks: RowWalk[]; score: number };

/** The accounts in a table: the way to read its columns is the one that its balances bear out best. */
export function ledgersOfTable(
  grid: readonly Cell[][],
  table: GridTable,
  around: Around,
  warnings: string[],
): Ledger[] {
  const { rows, printed, undated } = tableRows(grid.slice(table.from, table.to), table.columns);
  if (rows.length === 0) return [];
  const isCard = around.isCard || table.columns.some(({ heading }) => CARD_HEADING.test(heading));
  const figures = [...around.figures, ...printed];
  const cells = rows.map((row) => row.cells);
  const reading = bestReading(table.columns, rows, cells, figures);
  const dates = settleDates(rows, around, table.columns, cells);
  const { way, groups } = reading;
  const moving = groups.map(({ rows: own }) => own.filter((row) => movementOf(row.cells, way) !== null));
  const lost = undated + rows.length - moving.reduce((sum, own) => sum + own.length, 0);
  if (lost > 0) warnings.push(`${lost} rows of the table have no date or no amount and were left out.`);
  return groups.flatMap((group, at) => {
    const own = { ...group, rows: moving[at] ?? [] };
    const opening = openingOf(groups, figures, way);
    const { ledger, unled } = ledgerOf(own, table.columns, around, reading, dates, opening);
    const value = (kind: Printed['kind']) => {
      const figure = groups.length > 1 ? undefined : figures.findLast((one) => one.kind === kind)?.figure;
      return figure === undefined ? null : moneyOf(figure, way.mark);
    };
    const [credits, debits] = [value('totalCredits'), value('totalDebits')];
    const stated = {
      ...ledger,
      opening,
      closing: value('closing'),
      statedCredits: credits,
      statedDebits: debits === null || debits < 0n ? debits : -debits,
      // Against the printed signs, arithmetic may be right by accident: a row or two would do.
      hasGaps: ledger.hasGaps || lost > 0 || way.isFlipped,
    };
    const isFree = isUnsigned(own.rows, way);
    return ledger.entries.length === 0 ? [] : [inferSigns(stated, { isFree, unled, isCard })];
  });
}

/** Columns that only the export of a card has. */
const CARD_HEADING = /^card ?(?:member|no|number)|^kartennummer|^numero de carte/i;

function bestReading(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  cells: readonly Cell[][],
  figures: readonly Printed[],
): Reading {
  const groupings = [groupsOf(rows, columns, true), groupsOf(rows, columns, false)];
  const distinct = (groupings[0]?.length ?? 0) > (groupings[1]?.length ?? 0) ? groupings : groupings.slice(0, 1);
  let best: Reading | null = null;
  for (const way of waysToRead(columns, cells, likelyMarks(columns, cells))) {
    distinct.forEach((groups, at) => {
      const reading = readIn(way, groups, figures, at);
      if (best === null || reading.score > best.score) best = reading;
    });
  }
  if (best === null) throw new Error('A table has a column of figures');
  return best;
}

function readIn(way: Movement, groups: Group[], figures: readonly Printed[], merged: number): Reading {
  const walks = groups.map(({ rows }) => walkRows(rows, way, openingOf(groups, figures, way)));
  const linked = walks.reduce((sum, own) => sum + own.linked, 0);
  const broken = walks.reduce((sum, own) => sum + own.broken.length, 0);
  const missed = groups.flatMap(({ rows }) => rows).filter((row) => movementOf(row.cells, way) === null).length;
  const isLed = groups.length === 1 && leadsToClosing(walks[0], way, figures);
  return { way, groups, walks, score: 2 * linked - 3 * broken - missed + (isLed ? 6 : 0) - way.cost - merged };
}

function leadsToClosing(own: Walk | undefined, way: Movement, figures: readonly Printed[]): boolean {
  const of = (kind: Printed['kind']) => figures.findLast((figure) => figure.kind === kind)?.figure;
  const [opening, closing] = [of('opening'), of('closing')];
  if (opening === undefined || closing === undefined || own === undefined) return false;
  const total = own.amounts.reduce((sum, amount) => sum + amount, 0n);
  return moneyOf(opening, way.mark) + total === moneyOf(closing, way.mark);
}

/** `unled` is the row that no balance leads to: the first in time, unless the opening balance is known; else -1. */
type RowWalk = Walk & { unled: number };

/** Follows the rows in the order that breaks fewer balances; amounts are given in the order of the rows. */
function walkRows(rows: readonly TableRow[], way: Movement, opening: bigint | null): RowWalk {
  const isFree = isUnsigned(rows, way);
  const steps = rows.flatMap(({ cells }, row) => {
    const movement = movementOf(cells, way);
    if (movement === null) return [];
    const figure = way.balance === null ? null : readFigureCell(cellAt(cells, way.balance));
    const balance = figure === null ? null : moneyOf(figure, way.mark);
    return [{ row, amount: movement.amount, isSigned: !isFree, balance }];
  });
  const forward = { ...walk(steps, opening), unled: opening === null ? 0 : -1 };
  if (forward.broken.length === 0 && !isFree) return forward;
  const backward = walk(steps.toReversed(), opening);
  return backward.broken.length < forward.broken.length ||
    (backward.broken.length === forward.broken.length && backward.linked > forward.linked)
    ? { ...backward, amounts: backward.amounts.toReversed(), unled: opening === null ? steps.length - 1 : -1 }
    : forward;
}

/** No figure says its direction: neither a sign, nor a side, nor a column. */
function isUnsigned(rows: readonly TableRow[], way: Movement): boolean {
  return rows.every(({ cells }) => movementOf(cells, way)?.isSigned !== true);
}

/** By account, and by currency where amounts are in several; never by columns that have gaps. */
function groupsOf(rows: readonly TableRow[], columns: readonly TableColumn[], byCurrency: boolean): Group[] {
  const keys = columns.filter(({ index, role }) => {
    if (role !== 'group' && role !== 'account' && !(byCurrency && role === 'currency')) return false;
    const texts = rows.map(({ cells }) => cellAt(cells, index).text);
    const distinct = new Set(texts).size;
    if (role === 'currency' && !texts.every((text) => CURRENCY_CODES.has(text))) return false;
    return !texts.includes('') && (role !== 'account' || distinct <= Math.max(1, rows.length / 4));
  });
  const grouped = Map.groupBy(rows, ({ cells }) => keys.map(({ index }) => cellAt(cells, index).text).join('\u0000'));
  return [...grouped].map(([key, own]) => ({ key, rows: own }));
}

function ledgerOf(
  { rows }: Group,
  columns: readonly TableColumn[],
  around: Around,
  { way }: Reading,
  dates: DateReading,
  opening: bigint | null,
): { ledger: Ledger; unled: number } {
  const walked = walkRows(rows, way, opening);
  const constant = (role: TableColumn['role']) =>
    constantOf(
      rows,
      columns.find((column) => column.role === role),
    );
  const named = columns.find(({ index }) => index === way.amount || index === way.debit)?.currency ?? null;
  const currencyColumn = columns.find(({ role }) => role === 'currency');
  const currency = knownCurrency(constant('currency')) ?? named ?? around.currency ?? tokenCurrency(rows, way);
  let gaps = 0;
  const entries = rows.flatMap((row, at): LedgerEntry[] => {
    const date = readToken(row.date, dates.order) ?? anyReading(row.date);
    const amount = walked.amounts[at];
    if (date === null || amount === undefined) {
      gaps++;
      return [];
    }
    const figure = way.balance === null ? null : readFigureCell(cellAt(row.cells, way.balance));
    const own = currencyColumn === undefined ? null : cellAt(row.cells, currencyColumn.index).text;
    return [
      {
        date,
        valueDate: readToken(row.value, dates.order),
        ...describeRow(row.cells, columns),
        amount,
        balance: figure === null ? null : moneyOf(figure, way.mark),
        currency: own === null ? null : knownCurrency(own),
        flags: [...(dates.isSure ? [] : ['date_ambiguous']), ...(row.isDateAbove ? ['date_inferred'] : [])],
      },
    ];
  });
  const ledger = {
    ...emptyLedger(),
    bank: constant('bank'),
    accountNumber: around.accountNumber ?? constant('account'),
    accountHolder: around.accountHolder,
    currency,
    periodStart: around.period === null ? null : readToken(around.period[0], dates.order),
    periodEnd: around.period === null ? null : readToken(around.period[1], dates.order),
    hasGaps: gaps > 0 || entries.some((entry) => entry.currency !== null && entry.currency !== currency),
    entries,
  };
  return { ledger, unled: walked.unled };
}

/** The stated opening balance; of one account in a file of several nobody knows whose it is. */
function openingOf(groups: readonly Group[], figures: readonly Printed[], { mark }: Movement): bigint | null {
  const figure = figures.findLast(({ kind }) => kind === 'opening')?.figure;
  return figure === undefined || groups.length > 1 ? null : moneyOf(figure, mark);
}

function settleDates(
  rows: readonly TableRow[],
  around: Around,
  columns: readonly TableColumn[],
  cells: readonly Cell[][],
): DateReading {
  const currency = columns.find(({ role }) => role === 'currency');
  const isAmerican =
    columns.some((column) => column.currency === 'USD') ||
    (currency !== undefined && cells.every((row) => cellAt(row, currency.index).text === 'USD'));
  const milestones: Milestone[] = (around.period ?? []).map((token) => ({ index: 0, token }));
  return settleOrder(
    rows.map(({ date }) => date),
    isAmerican ? 'month-first' : 'day-first',
    milestones,
  );
}

function anyReading(token: DateToken): string | null {
  return readToken(token, 'day-first') ?? readToken(token, 'month-first') ?? readToken(token, 'year-first');
}

/** What a column says in all its rows, or null. */
function constantOf(rows: readonly TableRow[], column: TableColumn | undefined): string | null {
  if (column === undefined || isDateRole(column.role)) return null;
  const texts = new Set(rows.map(({ cells }) => cellAt(cells, column.index).text));
  const [only = ''] = texts;
  return texts.size === 1 && only !== '' ? only : null;
}

function knownCurrency(text: string | null): string | null {
  return text !== null && CURRENCY_CODES.has(text.toUpperCase()) ? text.toUpperCase() : null;
}

/** A code that stands at all the figures. */
function tokenCurrency(rows: readonly TableRow[], way: Movement): string | null {
  const codes = new Set(
    rows.flatMap(({ cells }) =>
      [way.amount, way.debit, way.credit].flatMap((column) =>
        column === null ? [] : (readFigureCell(cellAt(cells, column))?.token?.currency ?? []),
      ),
    ),
  );
  const [only = null] = codes;
  return codes.size === 1 ? knownCurrency(only) : null;
}
