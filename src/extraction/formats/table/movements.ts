import { SIGN_WORDS } from '../../vocabulary/signs.ts';
import { phraseBook } from '../../vocabulary/phrase-book.ts';
import type { DecimalMark } from '../../tokens/amount.ts';
import { moneyOf, readFigureCell } from './figure-cell.ts';
import { type Cell, cellAt } from './grid.ts';
import type { TableColumn } from './find-table.ts';

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
  /** The sign is the bank's: what it prints positive is money out. */
  isFlipped: boolean;
  balance: number | null;
  mark: DecimalMark;
  /** How unlikely it is before any arithmetic. */
  cost: number;
};

const sides = phraseBook(SIGN_WORDS);

/** What a row moves, or null where it has no figure; `isSigned` says whether anything tells the direction. */
export function movementOf(row: readonly Cell[], way: Movement): { amount: bigint; isSigned: boolean } | null {
  const figure = (column: number | null) => (column === null ? null : readFigureCell(cellAt(row, column)));
  const fee = figure(way.fee);
  const less = fee === null ? 0n : abs(moneyOf(fee, way.mark));
  const [debit, credit] = [figure(way.debit), figure(way.credit)];
  if (debit !== null || credit !== null) {
    const paid = debit === null ? 0n : moneyOf(debit, way.mark);
    const out = way.isDebitNegative ? -paid : paid;
    const into = credit === null ? 0n : moneyOf(credit, way.mark);
    return { amount: into - out - less, isSigned: true };
  }
  const amount = figure(way.amount);
  if (amount === null) return null;
  const printed = moneyOf(amount, way.mark);
  const word = way.side === null ? null : sideOf(cellAt(row, way.side).text);
  const side = amount.token?.side ?? word;
  if (side !== null) return { amount: (side === 'debit' ? -abs(printed) : abs(printed)) - less, isSigned: true };
  const isSigned = printed < 0n || amount.token?.sign === 'plus';
  return { amount: (way.isFlipped ? -printed : printed) - less, isSigned };
}

export function sideOf(text: string): 'credit' | 'debit' | null {
  if (text === '+') return 'credit';
  if (/^[-\u2010-\u2015\u2212]$/u.test(text)) return 'debit';
  return text === '' ? null : sides.meaningOf(text);
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** The ways to read the columns, likeliest first. A column of balances that a heading names is never passed over. */
export function waysToRead(
  columns: readonly TableColumn[],
  rows: readonly Cell[][],
  marks: readonly DecimalMark[],
): Movement[] {
  const of = (role: TableColumn['role']) => columns.filter((column) => column.role === role).map(({ index }) => index);
  const [debits, credits, amounts, balances, fees] = [
    of('debit'),
    of('credit'),
    of('amount'),
    of('balance'),
    of('fee'),
  ];
  const side = sideColumn(columns, rows);
  const isNamed = columns.some(({ heading }) => heading !== '');
  const ways: Movement[] = [];
  const propose = (way: Partial<Movement>, cost: number, candidates: readonly number[]) => {
    const own = isNamed && candidates.length > 0 ? candidates : [...candidates, null];
    own.forEach((balance, at) => {
      marks.forEach((mark, second) => {
        const added = at * 0.3 + second * 4 + (balance === null ? 2 : 0);
        ways.push({ ...NOTHING, ...way, balance, mark, cost: cost + added });
      });
    });
  };
  const [debit = null, credit = null] = [debits[0], credits[0]];
  if (debit !== null || credit !== null) {
    const isDebitNegative = isMostlyNegative(debit, rows);
    propose({ debit, credit, isDebitNegative }, 0, balances);
    propose({ debit, credit, isDebitNegative: !isDebitNegative }, 3, balances);
  }
  amounts.slice(0, MOST_TRIED).forEach((amount, at) => {
    const others = isNamed ? balances : amounts.filter((other) => other !== amount).toReversed();
    const cost = at + (debits.length > 0 ? 1 : 0);
    for (const isFlipped of [false, true]) {
      propose({ amount, side, isFlipped }, cost + (isFlipped ? 8 : 0), others);
      for (const fee of fees) propose({ amount, side, isFlipped, fee }, cost + (isFlipped ? 8.5 : 0.5), others);
    }
    // Without headings, two columns of which each row fills one are the two sides.
    for (const other of isNamed ? [] : amounts.slice(at + 1, MOST_TRIED)) {
      const rest = amounts.filter((column) => column !== amount && column !== other);
      propose({ debit: amount, credit: other, isDebitNegative: isMostlyNegative(amount, rows) }, 5, rest);
      propose({ debit: other, credit: amount, isDebitNegative: isMostlyNegative(other, rows) }, 6, rest);
    }
  });
  return ways.toSorted((a, b) => a.cost - b.cost);
}

function isMostlyNegative(column: number | null, rows: readonly Cell[][]): boolean {
  if (column === null) return false;
  const values = rows.flatMap((row) => {
    const figure = readFigureCell(cellAt(row, column));
    return figure === null ? [] : [moneyOf(figure, '.')];
  });
  return values.filter((value) => value < 0n).length > values.filter((value) => value > 0n).length;
}

const NOTHING = {
  isDebitNegative: false,
  debit: null,
  credit: null,
  amount: null,
  fee: null,
  side: null,
  isFlipped: false,
};
/** Of more columns of amounts the others are of no concern. */
const MOST_TRIED = 5;

/** The column that says on which side each entry is: a heading names it, or all its cells are words for a side. */
function sideColumn(columns: readonly TableColumn[], rows: readonly Cell[][]): number | null {
  const isAll = ({ index }: TableColumn) => {
    const texts = rows.map((row) => cellAt(row, index).text).filter((text) => text !== '');
    return texts.length >= rows.length * 0.9 && texts.every((text) => sideOf(text) !== null);
  };
  const candidates = columns.filter(
    ({ role }) => role === 'sign' || role === 'type' || role === 'amount' || role === null,
  );
  return (
    candidates.toSorted((a, b) => Number(b.role === 'sign') - Number(a.role === 'sign')).find(isAll)?.index ?? null
  );
}
