import type { Check } from '../../extraction/statement.ts';
import { isDecimal } from '../decimal.ts';
import { checkName } from '../plain-words.ts';
import type { CellStyle } from './cell-formats.ts';
import { type Cell, text } from './held-cell.ts';
import { TONE_STYLES } from './verdict.ts';
import type { WriteCell } from './write-cell.ts';

/** A check, and which statement it is about. */
export type ListedCheck = { check: Check; decimals: number; where: Cell };

const HEADERS = ['Check', 'Printed', 'From the rows', 'Result', 'Statement'];
const LABEL_PLACE: CellStyle = { align: 'left', indent: 1 };
const FIGURE_PLACE: CellStyle = { align: 'right', indent: 1 };
const HEADING: CellStyle = { bold: true, color: 'white', fill: 'navy' };
const LABEL: CellStyle = { ...LABEL_PLACE, color: 'quiet', line: 'hairline' };
const FIGURE: CellStyle = { ...FIGURE_PLACE, line: 'hairline' };

/**
 * Every check that was tried, a line each, and from the first row on. `columns` are the places of the five cells of a
 * line. Returns the first row free after it.
 */
export const writeCheckList = (
  firstRow: number,
  checks: readonly ListedCheck[],
  writeCell: WriteCell,
  columns: readonly [number, number, number, number, number] = [0, 1, 2, 3, 4],
): number => {
  if (checks.length === 0) return firstRow;

  const [checkColumn, printedColumn, foundColumn, resultColumn, whereColumn] = columns;
  for (const [index, header] of HEADERS.entries()) {
    writeCell(firstRow, columns[index] ?? index, text(header), {
      ...HEADING,
      ...(index === 0 ? LABEL_PLACE : FIGURE_PLACE),
    });
  }
  for (const [index, listed] of checks.entries()) {
    const row = firstRow + 1 + index;
    const { check, where } = listed;
    const tone = TONE_STYLES[check.ok ? 'good' : 'bad'];
    writeCell(row, checkColumn, text(checkName(check.name)), LABEL);
    writeCell(row, printedColumn, checkedFigure(listed, 'expected'), FIGURE);
    writeCell(row, foundColumn, checkedFigure(listed, 'found'), FIGURE);
    writeCell(row, resultColumn, text(check.ok ? '✓ agrees' : '✗ differs'), { ...FIGURE, ...tone });
    writeCell(row, whereColumn, where, FIGURE);
  }
  return firstRow + checks.length + 2;
};

/** Money has decimals; a count has none and is shown as it is. */
const checkedFigure = ({ check, decimals }: ListedCheck, side: 'expected' | 'found'): Cell => {
  const figure = check[side];
  if (!isDecimal(figure)) return text(figure);
  return { kind: 'amount', figure, decimals: figure.includes('.') ? decimals : 0 };
};
