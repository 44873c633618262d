import { canonicalDecimal } from '../../decimal.ts';
import { amountFormat } from '../../xlsx/cell-formats.ts';
import type { Cell } from '../../xlsx/held-cell.ts';
import type { CurrencyBooks } from '../currency-books.ts';

/**
 * A figure as a live formula, rounded to the currency's decimals because Excel adds in binary; the exact figure stands
 * beside it for viewers that do not calculate. Where Excel cannot hold the figures, the figure itself.
 */
export const liveFigure = (
  formula: string,
  figure: string,
  { decimals, isExactInExcel }: Pick<CurrencyBooks, 'decimals' | 'isExactInExcel'>,
  numberFormat = amountFormat(decimals),
): Cell =>
  isExactInExcel
    ? { kind: 'formula', formula: `=ROUND(${formula},${decimals})`, result: canonicalDecimal(figure), numberFormat }
    : { kind: 'amount', figure, decimals };

export const liveCount = (formula: string, count: number): Cell => ({
  kind: 'formula',
  formula: `=${formula}`,
  result: String(count),
  numberFormat: '#,##0',
});
