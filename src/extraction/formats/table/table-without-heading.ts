import { dateTokenOf } from '../date-texts.ts';
import { readFigureCell } from './figure-cell.ts';
import type { GridTable, TableColumn } from './table-column.ts';
import { fitColumns } from './fit-columns.ts';
import { type Cell, cellAt } from './grid.ts';

/** Share of a column's filled cells that must be dates or figures; rows over and under the table have neither. */
const MOST = 0.6;
const SAMPLE = 200;

/**
 * A table by what stands in its columns: the first of days, all of figures; the rest is text. `rows` is its beginning,
 * `length` how many rows there are. Null where no column has days, or none has money.
 */
export function tableWithoutHeading(rows: readonly Cell[][], length: number): GridTable | null {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const sample = rows.slice(0, SAMPLE);
  const share = (column: number, counts: (cell: Cell) => boolean, own: readonly Cell[][] = sample) => {
    const filled = own.map((row) => cellAt(row, column)).filter(({ text }) => text !== '');
    return filled.length === 0 ? 0 : filled.filter(counts).length / filled.length;
  };
  const blank = Array.from({ length: width }, (_, index): TableColumn => {
    return { index, heading: '', currency: null, role: null };
  });
  const ofDays = blank.filter(({ index }) => share(index, isDay) >= MOST);
  // Digits that may be days are numbers of something, where another column has days beyond doubt.
  const sure = ofDays.filter(({ index }) => share(index, isSureDay) >= MOST);
  const days = new Set(sure.length > 0 ? sure : ofDays);
  const dated = sample.filter((row) => [...days].some(({ index }) => isDay(cellAt(row, index))));
  const ofMoney = (counts: (cell: Cell) => boolean) =>
    blank.filter((column) => !days.has(column) && share(column.index, counts, dated) >= MOST);
  const money = ofMoney((cell) => readFigureCell(cell)?.isMoney === true);
  const figures = new Set(
    money.length > 0
      ? money
      : whole(
          ofMoney((cell) => readFigureCell(cell) !== null),
          dated,
        ),
  );
  const from = sample.findIndex((row) => [...days].some(({ index }) => isDay(cellAt(row, index))));
  if (rows.length < 2 || figures.size === 0 || days.size === 0) return null;
  const columns = blank.map((column): TableColumn => {
    if (days.has(column)) return { ...column, role: 'date' };
    return figures.has(column) ? { ...column, role: 'amount' } : column;
  });
  return { columns: fitColumns(columns, sample), heading: null, from: Math.max(0, from), to: length };
}

/** Whole numbers are money where one column is the balance that the other leads to, all the way. */
function whole(columns: TableColumn[], sample: readonly Cell[][]): TableColumn[] {
  const values = (column: TableColumn) => sample.map((row) => readFigureCell(cellAt(row, column.index))?.dot ?? 0n);
  for (const amount of columns) {
    const moved = values(amount);
    if (moved.length < 3 || moved.every((value) => value >= 0n)) continue;
    const balance = columns.find((column) => {
      const balances = values(column);
      const leads = (step: number) =>
        balances.every(
          (value, at) =>
            at === 0 || value - (balances[at - 1] ?? 0n) === (step > 0 ? (moved[at] ?? 0n) : -(moved[at - 1] ?? 0n)),
        );
      return column !== amount && (leads(1) || leads(-1));
    });
    if (balance !== undefined) return [amount, balance];
  }
  return [];
}

function isDay({ text }: Cell): boolean {
  return dateTokenOf(text) !== null;
}

function isSureDay({ text }: Cell): boolean {
  return dateTokenOf(text) !== null && (/\D/.test(text) || text.length === 8);
}
