import {
  Chart,
  ChartFont,
  ChartFormat,
  ChartLegendPosition,
  ChartLine,
  ChartMarker,
  ChartRange,
  ChartSeries,
  ChartSolidFill,
  ChartType,
  Color,
} from 'wasm-xlsxwriter';
import { amountFormat } from '../../xlsx/cell-formats.ts';
import { currencyName } from './currency-name.ts';
import type { MatrixPlace } from './matrix.ts';
import { MONTHS_NAME, type MonthPlaces } from './months-sheet.ts';

const NAVY = 0x1f3a5f;
const QUIET = 0x667085;
const GREEN = 0x0b6b3a;
const RED = 0xb42318;
/** Told apart on paper without colour by their order and, on screen, by hue. */
const LINES = [NAVY, 0xc2742d, 0x2f7f86, 0x8a4f7d, 0x6b7c2c, 0x4c6fb1];
/** More lines than this are a tangle. */
const ACCOUNTS_MAX = LINES.length;

/** The balances of a currency's accounts at the end of each month, or null where none is known or they are too many. */
export const balanceChart = ({ books, balance }: MonthPlaces): Chart | null => {
  const known = books.accounts
    .map((account, index) => ({ account, column: index + 1 }))
    .filter(({ account }) => account.openingBalance !== null);
  if (known.length === 0 || known.length > ACCOUNTS_MAX || books.months.length < 2) return null;
  const chart = new Chart(ChartType.Line);
  for (const [index, { account, column }] of known.entries()) {
    const line = new ChartLine().setColor(Color.rgb(LINES[index] ?? NAVY)).setWidth(2);
    chart.pushSeries(
      new ChartSeries()
        .setName(account.label)
        .setCategories(monthsOf(balance))
        .setValues(columnOf(balance, column))
        .setFormat(new ChartFormat().setLine(line))
        .setMarker(new ChartMarker().setNone()),
    );
  }
  const name = currencyName(books.currency);
  return dressed(chart, `Balance at the end of each month, ${name}`, name).setAltText('Balances month by month');
};

/** What came in and what went out, all accounts of a currency together. */
export const movementChart = ({ books, moneyIn, moneyOut }: MonthPlaces): Chart | null => {
  if (books.months.length === 0) return null;
  const totalColumn = books.accounts.length > 1 ? books.accounts.length + 1 : 1;
  const chart = new Chart(ChartType.Column);
  for (const [label, place, color] of [
    ['Money in', moneyIn, GREEN],
    ['Money out', moneyOut, RED],
  ] as const) {
    chart.pushSeries(
      new ChartSeries()
        .setName(label)
        .setCategories(monthsOf(place))
        .setValues(columnOf(place, totalColumn))
        .setFormat(new ChartFormat().setSolidFill(new ChartSolidFill().setColor(Color.rgb(color)))),
    );
  }
  const name = currencyName(books.currency);
  return dressed(chart, `Money in and out by month, ${name}`, name).setAltText('Money in and out month by month');
};

const dressed = (chart: Chart, title: string, currency: string): Chart => {
  const small = (): ChartFont => new ChartFont().setSize(9).setColor(Color.rgb(QUIET));
  chart
    .title()
    .setName(title)
    .setFont(new ChartFont().setSize(11).setColor(Color.rgb(NAVY)));
  chart.legend().setPosition(ChartLegendPosition.Bottom);
  chart.xAxis().setName('Month').setNameFont(small()).setFont(small()).setNumFormat('mmm yy');
  chart.yAxis().setName(currency).setNameFont(small()).setFont(small()).setNumFormat(amountFormat(0));
  return chart;
};

const monthsOf = (place: MatrixPlace): ChartRange => columnOf(place, 0);

const columnOf = ({ firstRow, lastRow }: MatrixPlace, column: number): ChartRange =>
  ChartRange.newFromRange(MONTHS_NAME, firstRow, column, lastRow, column);
