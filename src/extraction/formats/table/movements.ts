import type { DecimalMark } from '../../tokens/amount.ts';
import { moneyOf, readFigureCell } from './figure-cell.ts';
import { type Cell, cellAt } from './grid.ts';
import { sideOf } from './side-column.ts';

/** One way to read what a row moves. */
export type Movement = {
  /** The columns with money out and money in, or one with both; `fee` is taken off. */
  debit: number | null;
  credit: number | null;
  amount: number | null;
  fee: number | null;
  /** A column of words or letters for the side. */
  side: number | null;
  /** Money out stands with a minus in its column; where most of it has none, a minus takes back what was paid. */
  isDebitNegative: boolean;
  /** Money in stands with a minus in its column, as on cards whose signs are the bank's. */
  isCreditNegative: boolean;
  /** The sign is the bank's: what it prints positive is money out. */
  isFlipped: boolean;
  /** Which column is money out is a guess that only balances can bear out. */
  isGuessed: boolean;
  balance: number | null;
  /** The balance on a row is the one before it. */
  isBefore: boolean;
  /** A column of letters for the side of the balance. */
  balanceSide: number | null;
  mark: DecimalMark;
  /** How unlikely it is before any arithmetic. */
  cost: number;
};

/** What a row moves, or null where it has no figure; `isSigned` says whether anything tells the direction. */
export function movementOf(row: readonly Cell[], way: Movement): { amount: bigint; isSigned: boolean } | null {
  const figure = (column: number | null) => (column === null ? null : readFigureCell(cellAt(row, column)));
  const fee = figure(way.fee);
  const less = fee === null ? 0n : abs(moneyOf(fee, way.mark));
  const [debit, credit] = [figure(way.debit), figure(way.credit)];
  if (debit !== null || credit !== null) {
    const paid = debit === null ? 0n : moneyOf(debit, way.mark);
    const received = credit === null ? 0n : moneyOf(credit, way.mark);
    const out = way.isDebitNegative ? -paid : paid;
    const into = way.isCreditNegative ? -received : received;
    return { amount: into - out - less, isSigned: true };
  }
  const amount = figure(way.amount);
  if (amount === null) return null;
  const printed = moneyOf(amount, way.mark);
  const word = way.side === null ? null : sideOf(cellAt(row, way.side).text);
  const side = amount.side ?? word;
  if (side !== null) return { amount: (side === 'debit' ? -abs(printed) : abs(printed)) - less, isSigned: true };
  const isSigned = printed < 0n || amount.isPlus;
  return { amount: (way.isFlipped ? -printed : printed) - less, isSigned };
}

/** The balance after a row as its own columns tell it, below zero where its side is a debit; null where they do not. */
export function balanceOf(row: readonly Cell[], way: Movement): bigint | null {
  const { balance, balanceSide, mark } = way;
  const figure = balance === null ? null : readFigureCell(cellAt(row, balance));
  if (figure === null) return null;
  const printed = moneyOf(figure, mark);
  const side = figure.side ?? (balanceSide === null ? null : sideOf(cellAt(row, balanceSide).text));
  const value = side === 'debit' ? -abs(printed) : printed;
  return way.isBefore ? value + (movementOf(row, way)?.amount ?? 0n) : value;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
