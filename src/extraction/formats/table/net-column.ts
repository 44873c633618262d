import { moneyOf, readFigureCell } from './figure-cell.ts';
import { type Cell, cellAt } from './grid.ts';

/**
 * The column of amounts that is another one less the fees, in every row: it is what the account moves. Null where the
 * file has none, or no fee was ever taken.
 */
export function netColumn(amounts: readonly number[], fees: readonly number[], rows: readonly Cell[][]): number | null {
  for (const fee of fees) {
    for (const gross of amounts) {
      const net = amounts.find((column) => column !== gross && isNet(column, gross, fee, rows));
      if (net !== undefined) return net;
    }
  }
  return null;
}

function isNet(net: number, gross: number, fee: number, rows: readonly Cell[][]): boolean {
  let taken = 0;
  for (const row of rows) {
    const [left, full, less] = [net, gross, fee].map((column) => {
      const figure = readFigureCell(cellAt(row, column));
      return figure === null ? null : moneyOf(figure, '.');
    });
    if (left == null || full == null) return false;
    const cost = less ?? 0n;
    // Fees are printed as what they cost, or as what they move.
    if (left !== full - cost && left !== full + cost) return false;
    if (cost !== 0n) taken++;
  }
  return taken > 0;
}
