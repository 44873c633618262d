import type { Worksheet } from 'wasm-xlsxwriter';
import type { CellFormats } from '../../xlsx/cell-formats.ts';
import { text } from '../../xlsx/held-cell.ts';
import { setUpPage } from '../../xlsx/page-set-up.ts';
import { createCellWriter } from '../../xlsx/write-cell.ts';
import type { CurrencyBooks } from '../currency-books.ts';
import { currencyName } from './currency-name.ts';
import { type Matrix, monthHeads, writeMatrix } from './matrix.ts';
import { QUIET, TITLE } from './sheet-styles.ts';

const FIRST_ROW = 3;
const ROWS_BETWEEN = 2;
const LABEL_WIDTH = 30;
const FIGURE_WIDTH = 15;
const OTHER = 'Other categories';
const ZERO = '0.00';

/** Categories down, months across, a block a currency: what each category brought in or cost. */
export const writeCategoriesSheet = (
  sheet: Worksheet,
  allBooks: readonly CurrencyBooks[],
  formats: CellFormats,
  title: string,
): void => {
  const writeCell = createCellWriter(sheet, formats);
  writeCell(0, 0, text('Categories'), TITLE);
  sheet.setRowHeight(0, 30);
  writeCell(
    1,
    0,
    text('Change a category in Transactions, or of a rule in Rules, and the sums follow. Money out is negative.'),
    QUIET,
  );
  let row = FIRST_ROW;
  for (const books of allBooks) {
    row = writeMatrix(matrixOf(books), row, books, sheet, writeCell).endRow + 1 + ROWS_BETWEEN;
  }
  const widest = Math.max(0, ...allBooks.map(({ months }) => months.length)) + 1;
  sheet.setColumnWidth(0, LABEL_WIDTH).setColumnRangeWidth(1, widest, FIGURE_WIDTH).setFreezePanes(0, 1);
  setUpPage(sheet, title);
};

/** The last line takes up what a person puts into a category that no other line names, so that the total stays whole. */
const matrixOf = ({ currency, categories, months, inCategory }: CurrencyBooks): Matrix => {
  const name = currencyName(currency);
  const counted = `Transactions[Amount],Transactions[Counted],1,Transactions[Currency],"${name}"`;
  return {
    title: `${name} · By category and month`,
    corner: 'Category',
    rows: [...categories, OTHER].map((label) => ({ label })),
    columns: monthHeads(months),
    formula: ({ row, column }, { index, above }) => {
      const inMonth = `Transactions[Date],">="&${column},Transactions[Date],"<="&EOMONTH(${column},0)`;
      if (index < categories.length) return `SUMIFS(${counted},Transactions[Category],${row},${inMonth})`;
      const listed = categories.length === 0 ? '' : `-SUM(${above})`;
      return `SUMIFS(${counted},${inMonth})${listed}`;
    },
    figure: (row, column) => {
      const [category, month] = [categories[row], months[column]];
      return category === undefined || month === undefined ? ZERO : inCategory(category, month);
    },
    isAdded: true,
  };
};
