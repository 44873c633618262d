import type { Worksheet } from 'wasm-xlsxwriter';
import type { CellFormats } from '../../xlsx/cell-formats.ts';
import { cellText } from '../../xlsx/cell-text.ts';
import { shownLines } from '../../xlsx/shown-size.ts';
import { TONE_STYLES } from '../../xlsx/verdict.ts';
import type { Finding } from '../findings.ts';

const LINE_HEIGHT_POINTS = 15;
const SIGNS: Readonly<Record<Finding['tone'], string>> = { bad: '✗', open: '?' };

/** A finding a line, over `lastColumn` columns that are `width` characters wide. Returns the first row free after it. */
export const writeFindings = (
  sheet: Worksheet,
  findings: readonly Finding[],
  firstRow: number,
  { lastColumn, width }: { lastColumn: number; width: number },
  formats: CellFormats,
): number => {
  for (const [index, { tone, sentence }] of findings.entries()) {
    const row = firstRow + index;
    const line = cellText(`${SIGNS[tone]} ${sentence}`);
    const color = TONE_STYLES[tone].color ?? 'ink';
    sheet.mergeRange(row, 0, row, lastColumn, line, formats({ align: 'left', indent: 1, wrap: true, color }));
    sheet.setRowHeight(row, shownLines({ kind: 'text', text: line }, width) * LINE_HEIGHT_POINTS + 3);
  }
  return firstRow + findings.length + (findings.length > 0 ? 1 : 0);
};
