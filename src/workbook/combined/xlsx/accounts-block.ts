import type { Worksheet } from 'wasm-xlsxwriter';
import { signOfDecimal, subtractDecimals, sumDecimals } from '../../decimal.ts';
import { amountFormat, type CellStyle, differenceFormat } from '../../xlsx/cell-formats.ts';
import { columnName } from '../../xlsx/column-name.ts';
import { type Cell, date, text } from '../../xlsx/held-cell.ts';
import { TONE_STYLES, type Verdict } from '../../xlsx/verdict.ts';
import type { WriteCell } from '../../xlsx/write-cell.ts';
import type { CombinedAccount } from '../combined.ts';
import type { CurrencyBooks } from '../currency-books.ts';
import { accountFindings } from '../findings.ts';
import { liveCount, liveFigure } from './live-figure.ts';
import { FIGURE_HEADING, HEADING, LABEL, TOTAL, TOTAL_LABEL, VALUE } from './sheet-styles.ts';

/** Two lines. */
const HEADER_HEIGHT_POINTS = 34;
const ROW_HEIGHT_POINTS = 20;

type Place = { books: CurrencyBooks; sheetRow: number };

type AccountColumn = {
  header: string;
  width: number;
  cell: (account: CombinedAccount, place: Place) => Cell;
  style?: CellStyle;
  /** What the column comes to over all accounts of the currency; null where one of them is not known. */
  total?: (accounts: readonly CombinedAccount[]) => string | null;
};

const NOT_FOUND: Cell = { kind: 'text', text: 'not found' };
const OF_ACCOUNT = 'Transactions[Amount],Transactions[Counted],1,Transactions[Account]';

const printed = (figure: string | null, { books }: Place): Cell =>
  figure === null ? NOT_FOUND : { kind: 'amount', figure, decimals: books.decimals };

const live = (formula: string, figure: string | null, { books }: Place, numberFormat?: string): Cell =>
  figure === null ? NOT_FOUND : liveFigure(formula, figure, books, numberFormat ?? amountFormat(books.decimals));

const allOf = (figures: readonly (string | null)[]): string | null => {
  const known = figures.filter((figure) => figure !== null);
  return known.length === figures.length ? sumDecimals(['0.00', ...known]) : null;
};

const differenceOf = ({ closingPrinted, closingComputed }: CombinedAccount): string | null =>
  closingPrinted === null || closingComputed === null ? null : subtractDecimals(closingPrinted, closingComputed);

const countRows = (isCounted: boolean, { rows }: CombinedAccount): number =>
  rows.filter(({ duplicateOf }) => (duplicateOf === null) === isCounted).length;

/** Formulas name columns by these letters: the order is held by `letterOf`. */
const ACCOUNT_COLUMNS: readonly AccountColumn[] = [
  { header: 'Account', width: 34, cell: ({ label }) => text(label), style: { ...LABEL, bold: true, wrap: true } },
  { header: 'Number', width: 32, cell: ({ accountNumber }) => text(accountNumber), style: { ...LABEL, wrap: true } },
  { header: 'From', width: 13, cell: ({ statements }) => date(statements[0]?.firstDay ?? null), style: LABEL },
  { header: 'To', width: 13, cell: ({ statements }) => date(lastDayOf(statements)), style: LABEL },
  {
    header: 'Opening balance',
    width: 17,
    cell: (account, place) => printed(account.openingBalance, place),
    total: (accounts) => allOf(accounts.map(({ openingBalance }) => openingBalance)),
  },
  {
    header: 'Money in',
    width: 17,
    cell: (account, place) =>
      live(`SUMIFS(${OF_ACCOUNT},$A${place.sheetRow},Transactions[Amount],">0")`, account.moneyIn, place),
    style: { ...VALUE, color: 'green' },
    total: (accounts) => allOf(accounts.map(({ moneyIn }) => moneyIn)),
  },
  {
    header: 'Money out',
    width: 17,
    cell: (account, place) =>
      live(`SUMIFS(${OF_ACCOUNT},$A${place.sheetRow},Transactions[Amount],"<0")`, account.moneyOut, place),
    style: { ...VALUE, color: 'red' },
    total: (accounts) => allOf(accounts.map(({ moneyOut }) => moneyOut)),
  },
  {
    header: 'Missing between statements',
    width: 17,
    cell: (account, place) =>
      live(
        `SUMIFS(Statements[Unexplained],Statements[Account],$A${place.sheetRow})`,
        account.unaccounted,
        place,
        differenceFormat(place.books.decimals),
      ),
    total: (accounts) => allOf(accounts.map(({ unaccounted }) => unaccounted)),
  },
  {
    header: 'Closing balance, computed',
    width: 17,
    cell: (account, place) =>
      live(
        ['Opening balance', 'Money in', 'Money out', 'Missing between statements']
          .map((header) => `${letterOf(header)}${place.sheetRow}`)
          .join('+'),
        account.closingComputed,
        place,
      ),
    style: { ...VALUE, bold: true },
    total: (accounts) => allOf(accounts.map(({ closingComputed }) => closingComputed)),
  },
  {
    header: 'Closing balance, printed',
    width: 17,
    cell: (account, place) => printed(account.closingPrinted, place),
    total: (accounts) => allOf(accounts.map(({ closingPrinted }) => closingPrinted)),
  },
  {
    header: 'Difference',
    width: 14,
    cell: (account, place) =>
      live(
        `${letterOf('Closing balance, printed')}${place.sheetRow}-${letterOf('Closing balance, computed')}${place.sheetRow}`,
        differenceOf(account),
        place,
        differenceFormat(place.books.decimals),
      ),
    style: { ...VALUE, bold: true, color: 'green' },
  },
  {
    header: 'Rows',
    width: 11,
    cell: (account, { sheetRow }) =>
      liveCount(`COUNTIFS(Transactions[Account],$A${sheetRow},Transactions[Counted],1)`, countRows(true, account)),
  },
  {
    header: 'Duplicates',
    width: 13,
    cell: (account, { sheetRow }) =>
      liveCount(`COUNTIFS(Transactions[Account],$A${sheetRow},Transactions[Counted],0)`, countRows(false, account)),
  },
  { header: 'Verdict', width: 19, cell: (account) => text(accountVerdict(account).words) },
];

export const ACCOUNT_WIDTHS = ACCOUNT_COLUMNS.map(({ width }) => width);

const letterOf = (header: string): string =>
  columnName(ACCOUNT_COLUMNS.findIndex((column) => column.header === header));

const lastDayOf = (statements: CombinedAccount['statements']): string | null =>
  statements
    .flatMap(({ lastDay }) => lastDay ?? [])
    .sort()
    .at(-1) ?? null;

const accountVerdict = (account: CombinedAccount): Verdict => {
  const found = accountFindings(account);
  const difference = differenceOf(account);
  if (found.some(({ tone }) => tone === 'bad') || (difference !== null && signOfDecimal(difference) !== 0)) {
    return { words: '✗ Does not add up', tone: 'bad' };
  }
  return found.length > 0 ? { words: '? See findings', tone: 'open' } : { words: '✓ Proven', tone: 'good' };
};

/** The accounts of one currency, a line each, and what they come to. Returns the first row free after them. */
export const writeAccountsBlock = (
  books: CurrencyBooks,
  headerRow: number,
  sheet: Worksheet,
  writeCell: WriteCell,
): number => {
  const { accounts } = books;
  sheet.setRowHeight(headerRow, HEADER_HEIGHT_POINTS);
  for (const [column, { header, style }] of ACCOUNT_COLUMNS.entries()) {
    writeCell(headerRow, column, text(header), style?.align === 'left' ? HEADING : FIGURE_HEADING);
  }
  for (const [index, account] of accounts.entries()) {
    const row = headerRow + 1 + index;
    sheet.setRowHeight(row, ROW_HEIGHT_POINTS);
    for (const [column, { header, cell, style }] of ACCOUNT_COLUMNS.entries()) {
      const tone = header === 'Verdict' ? TONE_STYLES[accountVerdict(account).tone] : {};
      writeCell(row, column, cell(account, { books, sheetRow: row + 1 }), { ...VALUE, ...style, ...tone });
    }
  }
  const totalRow = headerRow + 1 + accounts.length;
  if (accounts.length < 2) return totalRow + 1;
  for (const [column, { header, total }] of ACCOUNT_COLUMNS.entries()) {
    const name = columnName(column);
    const sum = total?.(accounts) ?? null;
    const formula = `SUM(${name}${headerRow + 2}:${name}${totalRow})`;
    if (header === 'Account') writeCell(totalRow, column, text('Total'), TOTAL_LABEL);
    else if (sum === null) writeCell(totalRow, column, text(null), TOTAL);
    else writeCell(totalRow, column, liveFigure(formula, sum, books), TOTAL);
  }
  return totalRow + 2;
};
