import { DATE_FORMAT, MONTH_FORMAT } from './cell-formats.ts';
import type { Cell } from './held-cell.ts';
import { textWidth, wrappedLines } from './text-width.ts';

/** About how many digits wide a cell shows; of a text with several lines, the longest. */
export const shownWidth = (cell: Cell): number => {
  switch (cell.kind) {
    case 'blank':
      return 0;
    case 'text':
      return Math.ceil(Math.max(...linesOf(cell.text).map(textWidth)));
    case 'date':
      return DATE_FORMAT.length;
    case 'month':
      return MONTH_FORMAT.length;
    case 'integer':
      return String(cell.value).length;
    case 'amount':
      return groupedWidth(cell.figure, cell.decimals);
    case 'formula':
      return cell.result.length;
  }
};

/** About how many lines a text takes in a column of that width, wrapped. */
export const shownLines = (cell: Cell, width: number): number =>
  cell.kind === 'text' ? linesOf(cell.text).reduce((lines, line) => lines + wrappedLines(line, width), 0) : 1;

const linesOf = (text: string): string[] => (/[\r\n]/.test(text) ? text.split(/\r\n?|\n/) : [text]);

/** The width of `-1,234,567.50`. */
const groupedWidth = (figure: string, decimals: number): number => {
  const whole = figure.split('.')[0] ?? '';
  return whole.length + Math.floor(whole.length / 3) + (decimals > 0 ? decimals + 1 : 0);
};
