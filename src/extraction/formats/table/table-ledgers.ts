import type { DateReading, Milestone } from '../../proof/settle-dates.ts';
import { settleOrder } from '../date-texts.ts';
import type { Ledger } from '../ledger.ts';
import { bookedRows } from './booked-rows.ts';
import { moneyOf } from './figure-cell.ts';
import type { GridTable, TableColumn } from './find-table.ts';
import { type Cell, cellAt } from './grid.ts';
import { inferSigns } from './infer-signs.ts';
import { ledgerOf } from './ledger-of-group.ts';
import { likelyMarks } from './likely-marks.ts';
import { movementOf } from './movements.ts';
import type { Around } from './read-around.ts';
import { bestReading, isUnsigned, openingOf } from './read-groups.ts';
import { type Printed, type TableRow, tableRows } from './table-rows.ts';

/** The accounts in a table: the way to read its columns is the one that its balances bear out best. */
export function ledgersOfTable(
  grid: readonly Cell[][],
  table: GridTable,
  around: Around,
  warnings: string[],
): Ledger[] {
  const { rows: dated, printed, undated } = tableRows(grid.slice(table.from, table.to), table.columns);
  const rows = bookedRows(dated, table.columns);
  if (rows.length === 0) return [];
  if (rows.length < dated.length) {
    warnings.push(`${dated.length - rows.length} entries that are pending, declined or taken back were left out.`);
  }
  const isCard = around.isCard || table.columns.some(({ heading }) => CARD_HEADING.test(heading));
  const figures = [...around.figures, ...printed];
  const cells = rows.map((row) => row.cells);
  const reading = bestReading(table.columns, rows, cells, figures);
  const isMarkOpen = likelyMarks(table.columns, cells).length > 1;
  if (isMarkOpen) warnings.push(UNSURE_MARK);
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
      hasGaps: ledger.hasGaps || lost > 0 || way.isFlipped || isMarkOpen,
    };
    const isFree = isUnsigned(own.rows, way);
    if (ledger.entries.length === 0) return [];
    const signed = inferSigns(stated, { isFree, unled, isCard });
    if (signed.entries.some(({ flags }) => flags.includes('sign_inferred'))) warnings.push(UNSURE_SIDES);
    return [signed];
  });
}

const UNSURE_MARK =
  'The file does not say for certain whether figures like 1.234 are thousands or have three decimals: check the amounts.';
const UNSURE_SIDES =
  'The file does not say for certain which amounts are money in and which are money out: check the flagged rows.';

/** Columns that only the export of a card has. */
const CARD_HEADING = /^card ?(?:member|no|number)|^kartennummer|^numero de carte/i;

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
