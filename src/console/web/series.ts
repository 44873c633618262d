import type { Statement, Transaction } from './answers.ts';
import { exactSum } from './exact-sum.ts';

/** The balance at the end of a day on which something moved. */
export type DayBalance = { day: string; balance: string };

/**
 * The running balance by days, oldest first: as printed, or counted on from the printed opening balance where rows print
 * none. Empty where there is neither.
 */
export function balanceByDay({ transactions, openingBalance }: Statement): DayBalance[] {
  const byDay = new Map<string, string>();
  let balance = openingBalance;
  for (const row of oldestFirst(transactions)) {
    balance = row.balance ?? (balance === null ? null : exactSum([balance, row.amount]));
    if (balance !== null) byDay.set(row.date, balance);
  }
  return [...byDay].map(([day, at]) => ({ day, balance: at })).sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** Statements print the oldest row first or the newest; within a day the order is theirs. */
function oldestFirst(rows: readonly Transaction[]): readonly Transaction[] {
  const first = rows[0]?.date ?? '';
  const last = rows.at(-1)?.date ?? '';
  return first > last ? rows.toReversed() : rows;
}

/** Money in and out of a month or a day, both as decimal strings; out is negative. */
export type Movement = { start: string; in: string; out: string };

/** By months where there are more than two of them, else by days. */
export function movements(transactions: readonly Transaction[]): { by: 'month' | 'day'; movements: Movement[] } {
  const months = new Set(transactions.map(({ date }) => date.slice(0, 7)));
  const by = months.size > 2 ? 'month' : 'day';
  const groups = Map.groupBy(transactions, ({ date }) => (by === 'month' ? `${date.slice(0, 7)}-01` : date));
  const found = [...groups].map(([start, rows]) => ({
    start,
    in: exactSum(rows.flatMap(({ amount }) => (amount.startsWith('-') ? [] : [amount]))),
    out: exactSum(rows.flatMap(({ amount }) => (amount.startsWith('-') ? [amount] : []))),
  }));
  return { by, movements: found.sort((one, other) => (one.start < other.start ? -1 : 1)) };
}

export type CategorySum = { category: string; rows: number; sum: string };

/** Sums by category on one side of the account, the largest first. */
export function sumsByCategory(transactions: readonly Transaction[], side: 'in' | 'out'): CategorySum[] {
  const rows = transactions.filter(({ amount }) => amount.startsWith('-') === (side === 'out'));
  return [...Map.groupBy(rows, ({ category }) => category)]
    .map(([category, members]) => ({
      category,
      rows: members.length,
      sum: exactSum(members.map(({ amount }) => amount)),
    }))
    .sort((one, other) => Math.abs(Number(other.sum)) - Math.abs(Number(one.sum)));
}
