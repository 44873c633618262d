import type { DecimalMark } from '../../tokens/amount.ts';
import { moneyOf, readFigureCell } from './figure-cell.ts';
import type { TableColumn } from './table-column.ts';
import { type Cell, cellAt } from './grid.ts';
import type { Movement } from './movements.ts';
import { netColumn } from './net-column.ts';
import { sideColumn, sideOf } from './side-column.ts';

const NOTHING: Omit<Movement, 'mark' | 'cost'> = {
  debit: null,
  credit: null,
  amount: null,
  fee: null,
  side: null,
  isDebitNegative: false,
  isCreditNegative: false,
  isFlipped: false,
  isGuessed: false,
  balance: null,
  isBefore: false,
  balanceSide: null,
};
/** Of more columns of amounts the others are of no concern. */
const MOST_TRIED = 5;

/** The ways to read the columns, likeliest first. A column of balances that a heading names is never passed over. */
export function waysToRead(
  columns: readonly TableColumn[],
  rows: readonly Cell[][],
  marks: readonly DecimalMark[],
): Movement[] {
  const of = (role: TableColumn['role']) => columns.filter((column) => column.role === role).map(({ index }) => index);
  const [debits, credits, balances, fees] = [of('debit'), of('credit'), of('balance'), of('fee')];
  const amounts = withNetFirst(of('amount'), fees, rows);
  const isNamed = columns.some(({ heading }) => heading !== '');
  const ways: Movement[] = [];
  const propose = (way: Partial<Movement>, cost: number, candidates: readonly number[]) => {
    const own = isNamed && candidates.length > 0 ? candidates : [...candidates, null];
    own.forEach((balance, at) => {
      marks.forEach((mark, second) => {
        const added = at * 0.3 + second * 4 + (balance === null ? 2 : 0);
        const balanceSide = balance === null || balance + 1 === way.side ? null : sideBeside(balance, rows);
        const read = { ...NOTHING, ...way, balance, balanceSide, mark, cost: cost + added };
        ways.push(read);
        if (balance !== null && !isNamed) ways.push({ ...read, isBefore: true, cost: read.cost + 1 });
      });
    });
  };
  const withFees = (way: Partial<Movement>, cost: number, candidates: readonly number[]) => {
    propose(way, cost, candidates);
    for (const fee of fees) propose({ ...way, fee }, cost + 0.5, candidates);
  };
  const [debit = null, credit = null] = [debits[0], credits[0]];
  if (debit !== null || credit !== null) {
    const isDebitNegative = isMostlyNegative(debit, rows);
    const isCreditNegative = isMostlyNegative(credit, rows);
    withFees({ debit, credit, isDebitNegative, isCreditNegative }, 0, balances);
    withFees({ debit, credit, isDebitNegative: !isDebitNegative, isCreditNegative }, 3, balances);
    if (isCreditNegative) withFees({ debit, credit, isDebitNegative }, 3, balances);
  }
  amounts.slice(0, MOST_TRIED).forEach((amount, at) => {
    const others = isNamed ? balances : amounts.filter((other) => other !== amount).toReversed();
    const side = sideColumn(columns, rows, amount);
    const cost = at + (debits.length > 0 ? 1 : 0);
    for (const isFlipped of [false, true]) withFees({ amount, side, isFlipped }, cost + (isFlipped ? 8 : 0), others);
    // Without headings, two columns of which each row fills one are the two sides.
    for (const other of isNamed ? [] : amounts.slice(at + 1, MOST_TRIED)) {
      const rest = amounts.filter((column) => column !== amount && column !== other);
      const first = fillEachOther(amount, other, rows) ? 0.5 : 5;
      const guess = { isGuessed: true };
      propose({ ...guess, debit: amount, credit: other, isDebitNegative: isMostlyNegative(amount, rows) }, first, rest);
      propose(
        { ...guess, debit: other, credit: amount, isDebitNegative: isMostlyNegative(other, rows) },
        first + 1,
        rest,
      );
    }
  });
  return ways.toSorted((a, b) => a.cost - b.cost);
}

function withNetFirst(amounts: number[], fees: readonly number[], rows: readonly Cell[][]): number[] {
  const net = netColumn(amounts, fees, rows);
  return net === null ? amounts : [net, ...amounts.filter((column) => column !== net)];
}

/** Each row has money in one of two columns, and nothing or a zero in the other; either has its rows. */
function fillEachOther(one: number, other: number, rows: readonly Cell[][]): boolean {
  const fills = (row: readonly Cell[], column: number) => {
    const figure = readFigureCell(cellAt(row, column));
    return figure !== null && moneyOf(figure, '.') !== 0n;
  };
  return (
    rows.every((row) => fills(row, one) !== fills(row, other)) &&
    rows.some((row) => fills(row, one)) &&
    rows.some((row) => fills(row, other))
  );
}

/** The column right of the balances, if it says on which side each of them is. */
function sideBeside(balance: number, rows: readonly Cell[][]): number | null {
  const texts = rows.map((row) => cellAt(row, balance + 1).text).filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => sideOf(text) !== null) ? balance + 1 : null;
}

function isMostlyNegative(column: number | null, rows: readonly Cell[][]): boolean {
  if (column === null) return false;
  let negative = 0;
  let positive = 0;
  for (const row of rows) {
    const figure = readFigureCell(cellAt(row, column));
    const value = figure === null ? 0n : moneyOf(figure, '.');
    if (value < 0n) negative++;
    else if (value > 0n) positive++;
  }
  return negative > positive;
}
