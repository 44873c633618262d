import {
  Chart,
  ChartFont,
  ChartFormat,
  ChartLine,
  ChartMarker,
  ChartRange,
  ChartSeries,
  ChartType,
  Color,
} from 'wasm-xlsxwriter';
import { amountFormat } from './cell-formats.ts';
import type { TransactionColumn } from './transaction-columns.ts';
import type { TransactionRow } from './transaction-rows.ts';
import { TABLE_NAME } from './transactions-sheet.ts';

/**
 * The running balance as a line, or null where it would say nothing true: where several accounts share the table, or
 * where not every row prints a balance.
 */
export const balanceChart = (
  rows: readonly TransactionRow[],
  columns: readonly TransactionColumn[],
  statementCount: number,
): Chart | null => {
  const [first] = rows;
  if (!first || rows.length < 2 || statementCount !== 1) return null;
  if (rows.some((row) => row.transaction.balance === null)) return null;

  const columnOf = (header: string): number => columns.findIndex((column) => column.header === header);
  const range = (header: string): ChartRange =>
    ChartRange.newFromRange(TABLE_NAME, 1, columnOf(header), rows.length, columnOf(header));
  const line = new ChartFormat().setLine(new ChartLine().setColor(Color.rgb(0x1f3a5f)).setWidth(2));
  const font = new ChartFont().setSize(9).setColor(Color.rgb(0x667085));

  const chart = new Chart(ChartType.Line).pushSeries(
    new ChartSeries()
      .setName('Balance')
      .setCategories(range('Date'))
      .setValues(range('Balance'))
      .setFormat(line)
      .setMarker(new ChartMarker().setNone()),
  );
  chart
    .title()
    .setName('Running balance')
    .setFont(new ChartFont().setSize(11).setColor(Color.rgb(0x1f3a5f)));
  chart.legend().setHidden();
  chart.xAxis().setFont(font).setNumFormat('d mmm');
  chart.yAxis().setFont(font).setNumFormat(amountFormat(0));
  return chart.setAltText('The running balance after each transaction');
};
