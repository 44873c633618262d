import type { Random } from '../../random.ts';
import type { Table, TableRow } from '../blocks.ts';
import { entryColumns } from '../columns.ts';
import { partsOf } from '../calendar.ts';
import { hasYear, printDate } from '../date-notation.ts';
import type { Account, Entry } from '../ledger.ts';
import type { Layout } from '../layout.ts';
import { balanceRow, entryRow, totalRow } from '../rows.ts';
import { transactionTruth } from '../truth.ts';
import type { TransactionTruth } from '../truth.ts';

/** The table of an account's entries as the axes want it, with the truth of each row in printed order. */
export function entryTable(
  account: Account,
  layout: Layout,
  random: Random,
  faultyIndex = -1,
): { table: Table; transactions: TransactionTruth[] } {
  const { axes, words } = layout;
  const entries = printedOrder(account, layout, random);
  const transactions: TransactionTruth[] = [];
  const rows: TableRow[] = [];
  entries.forEach((entry, index) => {
    const isNewDay = entries[index - 1]?.day !== entry.day;
    const endsDay = entries[index + 1]?.day !== entry.day;
    if (axes.datePrinted === 'day-heading' && isNewDay) rows.push(dayHeading(entry, entries, layout));
    if (axes.yearRow === 'yes') rows.push(...yearRow(entries[index - 1], entry, layout));
    const showsBalance = axes.balance === 'row' || axes.balance === 'two' || (axes.balance === 'day-end' && endsDay);
    const printedBalance = showsBalance ? entry.balance + (index === faultyIndex ? misprint(layout, random) : 0) : null;
    rows.push(
      entryRow(entry, layout, {
        printedBalance,
        showsDate: axes.datePrinted === 'every-row' || isNewDay,
        serial: index + 1,
        available: entry.balance - (index % 3 === 0 ? layout.currency.scale * 3 : 0),
      }),
    );
    transactions.push(transactionTruth(entry, printedBalance, layout));
    if (axes.balance === 'day-row' && endsDay) {
      rows.push(
        balanceRow(words.balance, entry.balance, layout, printDate(entry.day, layout.datePattern, layout.months)),
      );
    }
    if (axes.interruptions === 'notes' && index % 9 === 5) rows.push(noteRow(layout));
  });
  return {
    table: { columns: entryColumns(layout), rows: framed(rows, account, layout), ...carry(layout) },
    transactions,
  };

  /** Opening, closing and total rows within the table. */
  function framed(inner: TableRow[], { opening, closing }: Account, { months, datePattern }: Layout): TableRow[] {
    const hasBalanceRows = axes.summary === 'rows' || axes.summary === 'rows-and-top';
    const date = (day: number) =>
      random.chance(0.5) && axes.time === 'none' ? printDate(day, datePattern, months) : '';
    const first = hasBalanceRows ? [balanceRow(words.opening, opening, layout, date(account.start))] : [];
    const last = hasBalanceRows ? [balanceRow(words.closing, closing, layout, date(account.end))] : [];
    const total = axes.totals === 'row' ? [totalRow(words.total, account.entries, layout)] : [];
    return axes.order === 'newest-first'
      ? [...last, ...inner, ...first, ...total]
      : [...first, ...inner, ...total, ...last];
  }
}

function printedOrder({ entries, opening }: Account, { axes }: Layout, random: Random): Entry[] {
  if (axes.order === 'newest-first') return entries.toReversed();
  if (axes.order === 'oldest-first') return entries;
  // Unsorted: neighbours change places, and the balance runs down the page as it is printed.
  const swapped = [...entries];
  for (let index = 1; index < swapped.length; index += 1) {
    const [one, other] = [swapped[index - 1], swapped[index]];
    if (one && other && random.chance(0.3)) swapped.splice(index - 1, 2, other, one);
  }
  let balance = opening;
  return swapped.map((entry) => ({ ...entry, balance: (balance += entry.amount) }));
}

function dayHeading(entry: Entry, entries: Entry[], layout: Layout): TableRow {
  const { axes, months, words, datePattern } = layout;
  const date = printDate(entry.day, datePattern, months);
  const total = totalRow(
    `${date}   ${words.total}`,
    entries.filter(({ day }) => day === entry.day),
    layout,
  );
  const heading: TableRow = { kind: 'day-heading', cells: { description: date }, details: [], amount: 0, balance: 0 };
  return axes.dayTotals === 'yes' ? { ...total, kind: 'day-heading' } : heading;
}

/** Where the dates have no year, a row of its own says it when it begins. */
function yearRow(previous: Entry | undefined, entry: Entry, { datePattern }: Layout): TableRow[] {
  const year = (day: number) => String(partsOf(day).year);
  if (hasYear(datePattern) || (previous && year(previous.day) === year(entry.day))) return [];
  const cells = { date: year(entry.day), day: year(entry.day) };
  return [{ kind: 'day-heading', cells, details: [], amount: 0, balance: 0 }];
}

function noteRow({ pack }: Layout): TableRow {
  return { kind: 'note', cells: { description: pack.notes.at(-1) ?? '' }, details: [], amount: 0, balance: 0 };
}

function carry(layout: Layout): Pick<Table, 'carryIn' | 'carryOut'> {
  const { axes, words } = layout;
  if (axes.carry === 'none') return { carryIn: null, carryOut: null };
  if (axes.carry === 'page-totals') {
    return { carryIn: null, carryOut: (_last, onThisPage) => totalRow(words.pageTotal, onThisPage, layout) };
  }
  return {
    carryIn: (last) => balanceRow(words.brought, last.balance, layout),
    carryOut: (last) => balanceRow(words.carried, last.balance, layout),
  };
}

/** An amount by which a printed figure is wrong: two digits changed places, or one was lost. */
export function misprint({ currency }: Layout, random: Random): number {
  return random.pick([9, 90, 900, -9, -90, 1, 100]) * (currency.decimals === 0 ? 1 : random.pick([1, 10]));
}
