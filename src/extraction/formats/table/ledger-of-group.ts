import type { Period } from '../../proof/period.ts';
import type { DateReading } from '../../proof/settle-dates.ts';
import type { CalendarDate, DateOrder } from '../../tokens/calendar-date.ts';
import type { DateToken } from '../../tokens/find-dates.ts';
import { type CompleteDay, completeDay, readToken } from '../date-texts.ts';
import { emptyLedger, type Ledger, type LedgerEntry } from '../ledger.ts';
import { describeRow } from './describe-row.ts';
import { readFigureCell } from './figure-cell.ts';
import { isDateRole, type TableColumn } from './table-column.ts';
import { cellAt } from './grid.ts';
import { currencyOfSign } from './heading-currency.ts';
import { balanceOf, type Movement } from './movements.ts';
import type { Around } from './read-around.ts';
import { type Group, type Reading, walkRows } from './read-groups.ts';
import type { TableRow } from './table-rows.ts';
import { textColumns } from './text-columns.ts';

/** Days that are remembered: files whose days have times never repeat one. */
const MOST_KNOWN = 10_000;

/** The ledger of one account of a table. `unled` is the row that no balance leads to, or -1; `isBackward`: the newest comes first. */
export function ledgerOf(
  { rows }: Group,
  columns: readonly TableColumn[],
  around: Around,
  { way, isFree, groups }: Reading,
  dates: DateReading,
  opening: bigint | null,
): { ledger: Ledger; unled: number; isBackward: boolean } {
  const walked = walkRows(rows, way, opening, isFree);
  const lastInTime = walked.isBackward ? 0 : rows.length - 1;
  const constant = (role: TableColumn['role']) =>
    constantOf(
      rows,
      columns.find((column) => column.role === role),
    );
  const named = columns.find(({ index }) => index === way.amount || index === way.debit)?.currency ?? null;
  const currencyColumn = columns.find(({ role }) => role === 'currency');
  const currency = currencyOfSign(constant('currency')) ?? named ?? around.currency ?? tokenCurrency(rows, way);
  const texts = textColumns(
    columns,
    groups.flatMap((group) => group.rows),
    way,
  );
  let gaps = 0;
  const period = periodOf(around, dates.order);
  let before: CalendarDate | null = null;
  const known = new Map<DateToken, CompleteDay | null>();
  const dayOf = (token: DateToken) => {
    let day = known.get(token);
    // Rows share the tokens of their days; a year that is missing is another one further down.
    if (day !== undefined && day?.isYearOpen !== true) return day;
    day = completeDay(token, dates.order, { period, statementDay: null, previous: before });
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(token, day);
    return day;
  };
  const entries = rows.flatMap((row, at): LedgerEntry[] => {
    const day = dayOf(row.date);
    const date = day?.date ?? null;
    before = day?.whole ?? before;
    const amount = walked.amounts[at];
    if (day === null || date === null || amount === undefined) {
      gaps++;
      return [];
    }
    const own = currencyColumn === undefined ? null : cellAt(row.cells, currencyColumn.index).text;
    return [
      {
        date,
        valueDate: readToken(row.value, dates.order),
        ...describeRow(row.cells, texts),
        amount,
        // The balance before the next row is printed there.
        balance: way.isBefore && at === lastInTime ? null : balanceOf(row.cells, way),
        currency: currencyOfSign(own),
        flags: [
          ...(dates.isSure ? [] : ['date_ambiguous']),
          ...(row.isDateAbove || day.isYearOpen ? ['date_inferred'] : []),
        ],
      },
    ];
  });
  const ledger = {
    ...emptyLedger(),
    bank: constant('bank'),
    accountNumber: around.accountNumber ?? accountOf(rows, columns),
    accountHolder: around.accountHolder,
    currency,
    periodStart: around.period === null ? null : readToken(around.period[0], dates.order),
    periodEnd: around.period === null ? null : readToken(around.period[1], dates.order),
    hasGaps: gaps > 0 || entries.some((entry) => entry.currency !== null && entry.currency !== currency),
    entries,
  };
  return { ledger, unled: walked.unled, isBackward: walked.isBackward };
}

function periodOf({ period }: Around, order: DateOrder): Period | null {
  const [start, end] = (period ?? []).map((token) => token.readings[order]);
  return start?.year == null || end?.year == null
    ? null
    : { start: { ...start, year: start.year }, end: { ...end, year: end.year } };
}

/** What the columns of accounts say in all rows: a number rather than a name. */
function accountOf(rows: readonly TableRow[], columns: readonly TableColumn[]): string | null {
  const texts = columns.filter(({ role }) => role === 'account').flatMap((column) => constantOf(rows, column) ?? []);
  return texts.find((text) => /\d{3}/.test(text)) ?? texts[0] ?? null;
}

/** What a column says in all its rows, or null. */
function constantOf(rows: readonly TableRow[], column: TableColumn | undefined): string | null {
  if (column === undefined || isDateRole(column.role)) return null;
  const texts = new Set(rows.map(({ cells }) => cellAt(cells, column.index).text));
  const [only = ''] = texts;
  return texts.size === 1 && only !== '' ? only : null;
}

/** A code that stands at all the figures. */
function tokenCurrency(rows: readonly TableRow[], way: Movement): string | null {
  const codes = new Set(
    rows.flatMap(({ cells }) =>
      [way.amount, way.debit, way.credit, way.balance].flatMap((column) =>
        column === null ? [] : (readFigureCell(cellAt(cells, column))?.currency ?? []),
      ),
    ),
  );
  const [only = null] = codes;
  return codes.size === 1 ? currencyOfSign(only) : null;
}
