import type { DecimalMark } from '../../tokens/amount.ts';
import { type AmountToken, findAmounts } from '../../tokens/find-amounts.ts';
import { plain } from '../../tokens/line-text.ts';
import { dateTokenOf } from '../date-texts.ts';
import { MONEY_DECIMALS, readMoney } from '../money.ts';
import type { Cell } from './grid.ts';

/**
 * A cell with a figure and nothing else but its sign, its side and its currency. `dot` and `comma` are what it is with
 * either decimal mark, its sign included; null where that mark makes no sense. Long tables have many: it is kept small.
 */
export type FigureCell = {
  dot: bigint | null;
  comma: bigint | null;
  /** It has decimals or groups of digits, or is a number of a spreadsheet. */
  isMoney: boolean;
  /** A sign says that it is above zero. */
  isPlus: boolean;
  side: AmountToken['side'];
  currency: string | null;
  /** Its decimal mark is that of a text, and no spreadsheet's. */
  isPrinted: boolean;
};

/** Thousandths, in which figures of text are counted, to the unit of money. */
const TO_MONEY = 10n ** BigInt(MONEY_DECIMALS - 3);

/** `12,20 EUR-`: the sign stands behind the currency. */
const MINUS_BEHIND = /^([\d.,' \u2009\u202f]*\d) ?(\p{Sc}|[A-Z]{3}) ?-$/u;

export function readFigureCell(cell: Cell): FigureCell | null {
  if (cell.figure === undefined) cell.figure = read(cell);
  return cell.figure;
}

function read({ text, money }: Cell): FigureCell | null {
  if (money !== null) return exactFigure(money);
  const compact = plain(text).trim().replace(MINUS_BEHIND, '-$1 $2');
  if (compact === '' || compact.length > 40 || !/\d/.test(compact)) return null;
  const [token, second] = findAmounts({ text: compact, words: [], offsets: [] });
  if (token !== undefined && second === undefined && token.start === 0 && token.end === compact.length) {
    if (!token.isMoney && dateTokenOf(compact) !== null && compact.length > 5) return null;
    return printedFigure(token);
  }
  // More decimals than people write, as programs print them.
  const exact = /^[+-]?\d*[.,]\d{4,}$/.test(compact) ? readMoney(compact) : null;
  return exact === null ? null : exactFigure(exact);
}

function exactFigure(money: bigint): FigureCell {
  return { dot: money, comma: money, isMoney: true, isPlus: false, side: null, currency: null, isPrinted: false };
}

function printedFigure({ readings, isMoney, sign, side, currency }: AmountToken): FigureCell {
  const signed = (mark: DecimalMark) => {
    const reading = readings[mark];
    return reading === null ? null : reading.value * (sign === 'minus' ? -TO_MONEY : TO_MONEY);
  };
  const [dot, comma] = [signed('.'), signed(',')];
  return {
    dot,
    comma: comma === dot ? dot : comma,
    isMoney,
    isPlus: sign === 'plus',
    side,
    currency,
    isPrinted: true,
  };
}

/** What the figure is with that mark, or with the other one where it makes no sense. */
export function moneyOf({ dot, comma }: FigureCell, mark: DecimalMark): bigint {
  return (mark === '.' ? (dot ?? comma) : (comma ?? dot)) ?? 0n;
}
