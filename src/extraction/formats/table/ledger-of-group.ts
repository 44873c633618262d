import type { DateReading } from '../../proof/settle-dates.ts';
import type { DateToken } from '../../tokens/find-dates.ts';
import { CURRENCY_CODES } from '../../vocabulary/currencies.ts';
import { readToken } from '../date-texts.ts';
import { emptyLedger, type Ledger, type LedgerEntry } from '../ledger.ts';
import { describeRow } from './describe-row.ts';
import { moneyOf, readFigureCell } from './figure-cell.ts';
import { isDateRole, type TableColumn } from './find-table.ts';
import { cellAt } from './grid.ts';
import type { Movement } from './movements.ts';
import type { Around } from './read-around.ts';
import { type Group, type Reading, walkRows } from './read-groups.ts';
import type { TableRow } from './table-rows.ts';

/** The ledger of one account of a table. `unled` is the row that no balance leads to, or -1. */
export function ledgerOf(
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
