import type { ColumnKey, TableRow } from './blocks.ts';
import { hasBalanceColumn } from './columns.ts';
import { printDate } from './date-notation.ts';
import type { Entry } from './ledger.ts';
import type { Layout } from './layout.ts';
import { printSigned, printUnsigned } from './money-notation.ts';
import type { FigureStyle } from './money-notation.ts';

type RowOptions = { printedBalance: number | null; showsDate: boolean; available?: number; serial?: number };

/** The row of an entry. `printedBalance` is null where the row shows none, `showsDate` false where the date above holds. */
export function entryRow(
  entry: Entry,
  layout: Layout,
  { printedBalance, showsDate, available = 0, serial = 0 }: RowOptions,
): TableRow {
  const { axes, months, words, amountFigure, balanceFigure, datePattern } = layout;
  const { narrative } = entry;
  const date = (pattern: string, day = entry.day) => printDate(day, pattern, months);
  const time = { none: '', 'with-date': ` ${entry.time}`, 'below-date': `\n${entry.time}` }[axes.time];
  const empty = { blank: '', dash: '-', zero: printUnsigned(0, amountFigure) }[axes.emptyCell];
  const debitMinus = axes.debitSign === 'minus' ? -1 : 1;
  const minusFigure: FigureStyle = { ...amountFigure, sign: 'minus' };
  return {
    kind: 'entry',
    cells: {
      serial: String(serial),
      date: showsDate ? date(datePattern) + time : '',
      day: showsDate ? date('DD') : '',
      month: showsDate ? date('MM') : '',
      otherDate: date(datePattern, entry.otherDay),
      method: narrative.method,
      counterparty: narrative.counterparty,
      reference: narrative.reference,
      foreign: narrative.foreign,
      currency: axes.currency,
      fee: entry.kind === 'cash' ? printUnsigned(layout.currency.scale, amountFigure) : '',
      description: titleOf(entry, layout),
      debit: entry.amount < 0 ? printSigned(-entry.amount * debitMinus, minusFigure) : empty,
      credit: entry.amount >= 0 ? printUnsigned(entry.amount, amountFigure) : empty,
      amount:
        axes.amounts === 'sign-column'
          ? printUnsigned(entry.amount, amountFigure)
          : printSigned(entry.amount, amountFigure),
      side: (entry.amount < 0 ? words.debitMark : words.creditMark).trim(),
      balance: printedBalance === null ? '' : printSigned(printedBalance, balanceFigure),
      available: printSigned(available, balanceFigure),
    },
    details: narrative.details,
    amount: entry.amount,
    balance: entry.balance,
  };
}

/** A row that states a balance: opening, closing, brought and carried forward. */
export function balanceRow(label: string, balance: number, layout: Layout, date = ''): TableRow {
  const { axes, balanceFigure } = layout;
  const printed = printSigned(balance, balanceFigure);
  return {
    kind: 'balance',
    cells: {
      date,
      description: label.replaceAll('{currency}', axes.currency),
      [balanceCell(axes, balance)]: printed,
    },
    details: [],
    amount: 0,
    balance,
  };
}

/** Where there is no column for balances they stand in the column of amounts. */
function balanceCell(axes: Layout['axes'], amount: number): ColumnKey {
  if (hasBalanceColumn(axes)) return 'balance';
  const { amounts } = axes;
  if (amounts === 'debit-credit' || amounts === 'credit-debit') return amount < 0 ? 'debit' : 'credit';
  return 'amount';
}

/** Totals of debits and credits, each below its column. */
export function totalRow(label: string, entries: readonly { amount: number }[], layout: Layout): TableRow {
  const { debits, credits } = totals(entries);
  const { axes, amountFigure } = layout;
  const cells: TableRow['cells'] = axes.amounts.includes('debit')
    ? { debit: printUnsigned(debits, amountFigure), credit: printUnsigned(credits, amountFigure) }
    : { amount: printSigned(credits + debits, amountFigure) };
  return { kind: 'total', cells: { description: label, ...cells }, details: [], amount: 0, balance: 0 };
}

export function totals(entries: readonly { amount: number }[]): { debits: number; credits: number } {
  const sum = (side: 1 | -1) => entries.reduce((total, { amount }) => total + (amount * side > 0 ? amount : 0), 0);
  return { debits: sum(-1), credits: sum(1) };
}

function titleOf({ narrative }: Entry, { axes }: Layout): string {
  const hasMethodColumn = axes.extraColumns === 'method' || axes.extraColumns === 'method-first';
  const parts = [
    hasMethodColumn ? '' : narrative.method,
    axes.extraColumns === 'counterparty' ? '' : narrative.counterparty,
    narrative.tail,
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' ') : narrative.method;
}
