import type { Check } from '../../extraction/statement.ts';
import { isDecimal } from '../decimal.ts';
import { checkName } from '../plain-words.ts';
import type { CellStyle } from './cell-formats.ts';
import type { StatementView } from './statement-grid.ts';
import { TONE_STYLES } from './verdict.ts';
import { type Cell, text } from './held-cell.ts';
import { type WriteCell } from './write-cell.ts';

const HEADERS = ['Check', 'Printed', 'From the rows', 'Result', 'Statement'];
const LABEL_PLACE: CellStyle = { align: 'left', indent: 1 };
const FIGURE_PLACE: CellStyle = { align: 'right', indent: 1 };
const HEADING: CellStyle = { bold: true, color: 'white', fill: 'navy' };
const LABEL: CellStyle = { ...LABEL_PLACE, color: 'quiet', line: 'hairline' };
const FIGURE: CellStyle = { ...FIGURE_PLACE, line: 'hairline' };

/** Every check that was tried, a line each, and from the first row on. Returns the first row free after it. */
export const writeCheckList = (firstRow: number, views: readonly StatementView[], writeCell: WriteCell): number => {
  const checks = views.flatMap((view) => view.statement.checks.map((check) => ({ check, view })));
  if (checks.length === 0) return firstRow;

  for (const [column, header] of HEADERS.entries()) {
    writeCell(firstRow, column, text(header), { ...HEADING, ...(column === 0 ? LABEL_PLACE : FIGURE_PLACE) });
  }
  for (const [index, { check, view }] of checks.entries()) {
    const row = firstRow + 1 + index;
    const tone = TONE_STYLES[check.ok ? 'good' : 'bad'];
    writeCell(row, 0, text(checkName(check.name)), LABEL);
    writeCell(row, 1, checkedFigure(check, 'expected', view), FIGURE);
    writeCell(row, 2, checkedFigure(check, 'found', view), FIGURE);
    writeCell(row, 3, text(check.ok ? '✓ agrees' : '✗ differs'), { ...FIGURE, ...tone });
    writeCell(row, 4, { kind: 'integer', value: view.statementNumber }, FIGURE);
  }
  return firstRow + checks.length + 2;
};

/** Money has decimals; a count has none and is shown as it is. */
const checkedFigure = (check: Check, side: 'expected' | 'found', { decimals }: StatementView): Cell => {
  const figure = check[side];
  if (!isDecimal(figure)) return text(figure);
  return { kind: 'amount', figure, decimals: figure.includes('.') ? decimals : 0 };
};
