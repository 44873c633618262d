import type { DateReading, Milestone } from '../../proof/settle-dates.ts';
import { settleOrder } from '../date-texts.ts';
import type { Ledger } from '../ledger.ts';
import { bareBalance } from './bare-balance.ts';
import { bookedRows } from './booked-rows.ts';
import { moneyOf } from './figure-cell.ts';
import type { GridTable, TableColumn } from './table-column.ts';
import { type Cell, cellAt } from './grid.ts';
import { flagSigns, inferSigns } from './infer-signs.ts';
import { ledgerOf } from './ledger-of-group.ts';
import type { Printed } from './labelled-figure.ts';
import { likelyMarks } from './likely-marks.ts';
import { type Movement, movementOf } from './movements.ts';
import type { Around } from './read-around.ts';
import { bestReading, openingOf } from './read-groups.ts';
import { openingInRows } from './opening-column.ts';
import { fitsAsClosing, nameStanding } from './stated-balances.ts';
import { type TableRow, tableRows } from './table-rows.ts';

/**
 * The accounts in a table: the way to read its columns is the one that its balances bear out best. A row that
 * looks like a total is one where it is the sum of the others.
 */
export function ledgersOfTable(
  grid: readonly Cell[][],
  table: GridTable,
  around: Around,
  warnings: string[],
  { keepsTotals = false } = {},
): Ledger[] {
  const body = tableRows(grid.slice(table.from, table.to), table.columns, { keepsTotals });
  const { rows: dated, printed, dressed, undated, unbooked } = body;
  const bare = table.heading === null ? bareBalance(dated, table.columns) : null;
  const rows = bookedRows(bare === null ? dated : dated.slice(0, -1), table.columns);
  if (rows.length === 0) {
    return dressed.length === 0 ? [] : ledgersOfTable(grid, table, around, warnings, { keepsTotals: true });
  }
  const isCard = around.isCard || table.columns.some(({ heading }) => CARD_HEADING.test(heading));
  const cells = rows.map((row) => row.cells);
  const dates = settleDates(rows, around, table.columns, cells);
  const figures = nameStanding(
    [...around.figures, ...printed, ...dressed, ...(bare === null ? [] : [bare])],
    rows,
    around,
    dates.order,
  );
  const reading = bestReading(table.columns, rows, cells, figures);
  if (!dressed.every(({ figure }) => isSum(moneyOf(figure, reading.way.mark), rows, reading.way))) {
    return ledgersOfTable(grid, table, around, warnings, { keepsTotals: true });
  }
  const notBooked = unbooked + dated.length - rows.length - (bare === null ? 0 : 1);
  if (notBooked > 0) {
    warnings.push(`${notBooked} entries that are pending, declined or taken back were left out.`);
  }
  const isMarkOpen = likelyMarks(table.columns, cells).length > 1 && !hasWholeUnits(table.columns);
  if (isMarkOpen) warnings.push(UNSURE_MARK);
  const { way, groups } = reading;
  const moving = groups.map(({ rows: own }) => own.filter((row) => movementOf(row.cells, way) !== null));
  const lost = undated + rows.length - moving.reduce((sum, own) => sum + own.length, 0);
  if (lost > 0) warnings.push(`${lost} rows of the table have no date or no amount and were left out.`);
  return groups.flatMap((group, at) => {
    const own = { ...group, rows: moving[at] ?? [] };
    const isNewestFirst = reading.walks[at]?.isBackward ?? false;
    const opening = openingOf(groups, figures, way) ?? openingInRows(own.rows, table.columns, way, isNewestFirst);
    const { ledger, unled, isBackward } = ledgerOf(own, table.columns, around, reading, dates, opening);
    const value = (kind: Printed['kind']) => {
      const figure = groups.length > 1 ? undefined : figures.findLast((one) => one.kind === kind)?.figure;
      return figure === undefined ? null : moneyOf(figure, way.mark);
    };
    const [credits, debits] = [value('totalCredits'), value('totalDebits')];
    const standing = value('standing');
    const inTime = isBackward ? ledger.entries.toReversed() : ledger.entries;
    const fits = standing !== null && fitsAsClosing(standing, opening, inTime);
    const stated = {
      ...ledger,
      opening,
      closing: value('closing') ?? (fits ? standing : null),
      statedCredits: credits,
      statedDebits: debits === null || debits < 0n ? debits : -debits,
      // Against the printed signs, arithmetic may be right by accident: a row or two would do.
      hasGaps: ledger.hasGaps || lost > 0 || way.isFlipped || isMarkOpen,
    };
    if (ledger.entries.length === 0) return [];
    const isGuess = way.isGuessed && (reading.walks[at]?.linked ?? 0) === 0;
    const signed = inferSigns(isGuess ? flagSigns(stated) : stated, {
      isFree: reading.isFree,
      unled,
      isCard,
      isTold: way.amount === null || way.side !== null,
    });
    if (signed.entries.some(({ flags }) => flags.includes('sign_inferred'))) warnings.push(UNSURE_SIDES);
    return [signed];
  });
}

/** Whether a figure is what went in, what went out, or both. */
function isSum(figure: bigint, rows: readonly TableRow[], way: Movement): boolean {
  let [credits, debits] = [0n, 0n];
  for (const { cells } of rows) {
    const { amount } = movementOf(cells, way) ?? { amount: 0n };
    if (amount > 0n) credits += amount;
    else debits += amount;
  }
  return [credits, debits, -debits, credits + debits, -credits - debits, credits - debits].includes(figure);
}

/** Currencies whose statements print no decimals: what stands behind a mark are thousands. */
const WHOLE: ReadonlySet<string> = new Set([
  'JPY',
  'KRW',
  'VND',
  'IDR',
  'CLP',
  'PYG',
  'ISK',
  'UGX',
  'XAF',
  'XOF',
  'XPF',
]);
const KANA_OR_HANGUL = /[\u3040-\u30ff\uac00-\ud7af]|金額/u;

function hasWholeUnits(columns: readonly TableColumn[]): boolean {
  return columns.some(({ heading, currency }) => WHOLE.has(currency ?? '') || KANA_OR_HANGUL.test(heading));
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
