import { signOfDecimal, sumDecimals } from '../decimal.ts';
import { excelDate, isExactInExcel } from '../xlsx/excel-number.ts';
import type { Combined, CombinedAccount } from './combined.ts';

/** The accounts of one currency, month by month. Only rows that count are in it; figures are exact. */
export type CurrencyBooks = {
  currency: string | null;
  accounts: CombinedAccount[];
  decimals: number;
  /** `2026-01`, from the first to the last, those between included. */
  months: string[];
  moneyIn: (account: CombinedAccount, month: string) => string;
  moneyOut: (account: CombinedAccount, month: string) => string;
  /** What the account is left with when the month ends; null where no opening balance is known. */
  balance: (account: CombinedAccount, month: string) => string | null;
  /** The categories that occur, in alphabetical order, what is uncategorised last. */
  categories: string[];
  inCategory: (category: string, month: string) => string;
  /** Whether Excel's own arithmetic can come to the same figures. */
  isExactInExcel: boolean;
};

/** Beyond this, months without a row are left out: a wrong year would give hundreds of them. */
const MONTHS_IN_A_ROW_MAX = 120;
const ZERO = '0.00';

/** One set of books a currency: figures of different currencies are never added. */
export const currencyBooks = ({ accounts }: Combined): CurrencyBooks[] =>
  [...Map.groupBy(accounts, ({ currency }) => currency)].map(([currency, group]) => booksOf(currency, group));

const booksOf = (currency: string | null, accounts: CombinedAccount[]): CurrencyBooks => {
  const amounts = new Map<string, string[]>();
  const add = (key: readonly string[], amount: string): void => {
    const name = key.join('\n');
    const list = amounts.get(name);
    if (list) list.push(amount);
    else amounts.set(name, [amount]);
  };
  const months = new Set<string>();
  const categories = new Set<string>();
  for (const account of accounts) {
    for (const { transaction, duplicateOf, category } of account.rows) {
      if (duplicateOf !== null || excelDate(transaction.date) === null) continue;
      const month = transaction.date.slice(0, 7);
      months.add(month);
      categories.add(category.category);
      add([signOfDecimal(transaction.amount) > 0 ? 'in' : 'out', account.label, month], transaction.amount);
      add(['category', category.category, month], transaction.amount);
    }
  }
  const sums = new Map(Array.from(amounts, ([name, list]) => [name, sumDecimals([ZERO, ...list])]));
  const sumOf = (...key: string[]): string => sums.get(key.join('\n')) ?? ZERO;
  const allMonths = filled([...months].sort());

  const moneyIn = (account: CombinedAccount, month: string): string => sumOf('in', account.label, month);
  const moneyOut = (account: CombinedAccount, month: string): string => sumOf('out', account.label, month);
  const balances = new Map(accounts.map((account) => [account, monthEnds(account, allMonths, moneyIn, moneyOut)]));
  return {
    currency,
    accounts,
    decimals: Math.max(...accounts.map(({ decimals }) => decimals)),
    months: allMonths,
    moneyIn,
    moneyOut,
    balance: (account, month) => balances.get(account)?.get(month) ?? null,
    categories: [...categories].sort(byName),
    inCategory: (category, month) => sumOf('category', category, month),
    isExactInExcel: accounts.every(isExactAccount),
  };
};

const monthEnds = (
  account: CombinedAccount,
  months: readonly string[],
  moneyIn: CurrencyBooks['moneyIn'],
  moneyOut: CurrencyBooks['moneyOut'],
): Map<string, string> => {
  const ends = new Map<string, string>();
  if (account.openingBalance === null) return ends;
  const jumps = account.statements.flatMap(({ seam, firstDay }) =>
    seam.jump === null || firstDay === null ? [] : [{ month: firstDay.slice(0, 7), figure: seam.jump }],
  );
  let moved = account.openingBalance;
  for (const month of months) {
    moved = sumDecimals([moved, moneyIn(account, month), moneyOut(account, month)]);
    const jumped = jumps.filter((jump) => jump.month <= month).map(({ figure }) => figure);
    ends.set(month, sumDecimals([moved, ...jumped]));
  }
  return ends;
};

const filled = (months: string[]): string[] => {
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return [];
  const all: string[] = [];
  for (let month = first; month <= last && all.length <= MONTHS_IN_A_ROW_MAX; month = nextMonth(month)) all.push(month);
  return all.length > MONTHS_IN_A_ROW_MAX ? months : all;
};

const nextMonth = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
};

const byName = (one: string, other: string): number => {
  const isLast = (name: string): number => Number(name === 'Uncategorised');
  return isLast(one) - isLast(other) || (one < other ? -1 : 1);
};

const isExactAccount = ({ rows, statements, openingBalance, moneyIn, moneyOut, closingComputed }: CombinedAccount) =>
  [openingBalance, moneyIn, moneyOut, closingComputed].every((figure) => figure === null || isExactInExcel(figure)) &&
  statements.every(({ statement }) => statement.closingBalance === null || isExactInExcel(statement.closingBalance)) &&
  rows.every(({ transaction }) => isExactInExcel(transaction.amount));
