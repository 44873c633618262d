import { type AmountToken, findAmounts } from '../../tokens/find-amounts.ts';
import { plain } from '../../tokens/line-text.ts';
import { dateTokenOf } from '../date-texts.ts';
import type { DecimalMark } from '../../tokens/amount.ts';
import { MONEY_DECIMALS, readMoney } from '../money.ts';
import type { Cell } from './grid.ts';

/** A cell with a figure and nothing else but its sign, its side and its currency. */
export type FigureCell = { token: AmountToken | null; money: bigint | null; isMoney: boolean };

/** Thousandths, in which figures of text are counted, to the unit of money. */
const TO_MONEY = 10n ** BigInt(MONEY_DECIMALS - 3);

export function readFigureCell(cell: Cell): FigureCell | null {
  let figure = known.get(cell);
  if (figure === undefined) {
    figure = read(cell);
    known.set(cell, figure);
  }
  return figure;
}

/** Every way to read a table looks at the same cells. */
const known = new WeakMap<Cell, FigureCell | null>();

function read({ text, money }: Cell): FigureCell | null {
  if (money !== null) return { token: null, money, isMoney: true };
  const compact = plain(text).trim();
  if (compact === '' || compact.length > 40 || !/\d/.test(compact)) return null;
  const [token, second] = findAmounts({ text: compact, words: [], offsets: [] });
  if (token !== undefined && second === undefined && token.start === 0 && token.end === compact.length) {
    if (!token.isMoney && dateTokenOf(compact) !== null && compact.length > 5) return null;
    return { token, money: null, isMoney: token.isMoney };
  }
  // More decimals than people write, as programs print them.
  const exact = /^[+-]?\d*[.,]\d{4,}$/.test(compact) ? readMoney(compact) : null;
  return exact === null ? null : { token: null, money: exact, isMoney: true };
}

/** The figure's size with the sign that stands at it, or null where that mark makes no sense. */
export function moneyOf({ token, money }: FigureCell, mark: DecimalMark): bigint {
  if (token === null) return money ?? 0n;
  const reading = token.readings[mark] ?? token.readings[mark === '.' ? ',' : '.'];
  const size = (reading?.value ?? 0n) * TO_MONEY;
  return token.sign === 'minus' ? -size : size;
}
