import type { Worksheet } from 'wasm-xlsxwriter';
import type { CellFormats } from '../../xlsx/cell-formats.ts';
import { text } from '../../xlsx/held-cell.ts';
import { setUpPage } from '../../xlsx/page-set-up.ts';
import { INDENT_WIDTH } from '../../xlsx/table-plan.ts';
import { textWidth } from '../../xlsx/text-width.ts';
import { createCellWriter } from '../../xlsx/write-cell.ts';
import { sumDecimals } from '../../decimal.ts';
import type { CurrencyBooks } from '../currency-books.ts';
import { currencyName } from './currency-name.ts';
import { type Matrix, type MatrixHeads, type MatrixPlace, monthHeads, writeMatrix } from './matrix.ts';
import { QUIET, TITLE } from './sheet-styles.ts';

export const MONTHS_NAME = 'Months';

/** Where the matrices of one currency stand, for its charts. */
export type MonthPlaces = { books: CurrencyBooks; moneyIn: MatrixPlace; moneyOut: MatrixPlace; balance: MatrixPlace };

const FIRST_ROW = 3;
const ROWS_BETWEEN = 2;
const LABEL_WIDTH = 14;
const FIGURE_WIDTH = 18;
const NAME_WIDTH_MAX = 34;

const OF_ACCOUNT = 'Transactions[Amount],Transactions[Counted],1,Transactions[Account]';
const inMonth = (month: string): string =>
  `Transactions[Date],">="&${month},Transactions[Date],"<="&EOMONTH(${month},0)`;

/** Months down, accounts across, a block a measure: money in, money out, what is left of them, balance at the end. */
export const writeMonthsSheet = (
  sheet: Worksheet,
  allBooks: readonly CurrencyBooks[],
  formats: CellFormats,
  title: string,
): MonthPlaces[] => {
  const writeCell = createCellWriter(sheet, formats);
  writeCell(0, 0, text('Months'), TITLE);
  sheet.setRowHeight(0, 30);
  writeCell(1, 0, text('Every figure is a formula over the sheet Transactions. Duplicates are not counted.'), QUIET);

  let row = FIRST_ROW;
  const places = allBooks.map((books): MonthPlaces => {
    const [moneyIn, moneyOut, , balance] = matricesOf(books).map((matrix) => {
      const place = writeMatrix(matrix, row, books, sheet, writeCell);
      row = place.endRow + 1 + ROWS_BETWEEN;
      return place;
    });
    if (!moneyIn || !moneyOut || !balance) throw new Error('A measure of the months is missing');
    return { books, moneyIn, moneyOut, balance };
  });

  const widest = Math.max(0, ...allBooks.map(({ accounts }) => accounts.length)) + 1;
  for (let column = 1; column <= widest; column += 1) {
    const names = allBooks.map(({ accounts }) => textWidth(accounts[column - 1]?.label ?? '') + INDENT_WIDTH);
    sheet.setColumnWidth(column, Math.min(NAME_WIDTH_MAX, Math.max(FIGURE_WIDTH, ...names)));
  }
  sheet.setColumnWidth(0, LABEL_WIDTH).setFreezePanes(0, 1);
  setUpPage(sheet, title);
  return places;
};

const matricesOf = (books: CurrencyBooks): Matrix[] => {
  const { accounts, months, currency, moneyIn, moneyOut, balance } = books;
  const common = {
    corner: 'Month',
    rows: monthHeads(months),
    columns: accounts.map(({ label }) => ({ label })),
    isAdded: true,
  };
  const figureOf =
    (measure: (account: CurrencyBooks['accounts'][number], month: string) => string | null): Matrix['figure'] =>
    (row, column) => {
      const [account, month] = [accounts[column], months[row]];
      return account === undefined || month === undefined ? null : measure(account, month);
    };
  const name = currencyName(currency);
  return [
    {
      ...common,
      title: `${name} · Money in`,
      color: 'green',
      formula: ({ row, column }) => `SUMIFS(${OF_ACCOUNT},${column},Transactions[Amount],">0",${inMonth(row)})`,
      figure: figureOf(moneyIn),
    },
    {
      ...common,
      title: `${name} · Money out`,
      color: 'red',
      formula: ({ row, column }) => `SUMIFS(${OF_ACCOUNT},${column},Transactions[Amount],"<0",${inMonth(row)})`,
      figure: figureOf(moneyOut),
    },
    {
      ...common,
      title: `${name} · Net change`,
      formula: ({ row, column }) => `SUMIFS(${OF_ACCOUNT},${column},${inMonth(row)})`,
      figure: figureOf((account, month) => sumDecimals([moneyIn(account, month), moneyOut(account, month)])),
    },
    {
      ...common,
      title: `${name} · Balance at the end of the month`,
      formula: balanceFormula,
      figure: figureOf(balance),
      isAdded: false,
    },
  ];
};

/** From the first opening balance of the account on: what moved until the month's end, and the jumps between statements. */
const balanceFormula = ({ row, column }: MatrixHeads): string =>
  [
    `INDEX(Statements[Opening],MATCH(${column},Statements[Account],0))`,
    `SUMIFS(${OF_ACCOUNT},${column},Transactions[Date],"<="&EOMONTH(${row},0))`,
    `SUMIFS(Statements[Unexplained],Statements[Account],${column},Statements[From],"<="&EOMONTH(${row},0))`,
  ].join('+');
