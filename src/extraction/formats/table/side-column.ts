import { phraseBook } from '../../vocabulary/phrase-book.ts';
import { SIGN_WORDS } from '../../vocabulary/signs.ts';
import { moneyOf, readFigureCell } from './figure-cell.ts';
import type { TableColumn } from './table-column.ts';
import { type Cell, cellAt } from './grid.ts';

const sides = phraseBook(SIGN_WORDS);
const MINUS = /^[-\u2010-\u2015\u2212]$/u;
/** Share of the rows whose side must be told. */
const MOST = 0.9;
const MAY_TELL: ReadonlySet<TableColumn['role']> = new Set(['sign', 'type', 'amount', 'description', null]);

/** The side that a cell's word or letter names, if it says nothing else. */
export function sideOf(text: string): 'credit' | 'debit' | null {
  if (text === '+') return 'credit';
  if (MINUS.test(text)) return 'debit';
  return text === '' ? null : sides.meaningOf(text);
}

/**
 * The column that says on which side each entry is: a heading names it, or all its cells are words for a side. A column
 * of one word alone tells nothing about amounts that have signs, nor does one that contradicts them.
 */
export function sideColumn(
  columns: readonly TableColumn[],
  rows: readonly Cell[][],
  amount: number | null,
): number | null {
  const candidates = columns.filter(({ role, index }) => MAY_TELL.has(role) && index !== amount);
  const named = candidates.toSorted((a, b) => Number(b.role === 'sign') - Number(a.role === 'sign'));
  return named.find(({ index, role }) => tellsSides(index, role === 'sign', rows, amount))?.index ?? null;
}

function tellsSides(index: number, isNamed: boolean, rows: readonly Cell[][], amount: number | null): boolean {
  let told = 0;
  let contradicted = 0;
  let minus = 0;
  const found = new Set<string>();
  for (const row of rows) {
    const { text } = cellAt(row, index);
    const figure = amount === null ? null : readFigureCell(cellAt(row, amount));
    const isOut = figure !== null && moneyOf(figure, '.') < 0n;
    if (isOut) minus++;
    if (text === '') continue;
    const side = sideOf(text);
    if (side === null) return false;
    told++;
    found.add(side);
    if (isOut && side === 'credit') contradicted++;
  }
  if (told < rows.length * MOST) return false;
  if (found.size === 1 && !isNamed) return minus === 0 && rows.length > 1 ? isWord(rows, index) : minus === rows.length;
  // Where signs and sides differ in every row, the signs are of another view; the sides are in words.
  return contradicted === 0 || contradicted === minus;
}

/** `no` and `s` are sides in some language, but a column that says nothing else is none. */
function isWord(rows: readonly Cell[][], index: number): boolean {
  return rows.every((row) => cellAt(row, index).text.length > 2);
}
