import { columnName } from './column-name.ts';
import { type Cell, type HeldCell, holdCell } from './held-cell.ts';
import { shownLines } from './shown-size.ts';
import { INDENT_WIDTH, styleKey, type TablePlan } from './table-plan.ts';

const LINE_HEIGHT_POINTS = 15;
const ROW_PADDING_POINTS = 3;
/** Excel's limit. */
const ROW_HEIGHT_MAX_POINTS = 409;
/** Long enough that a part costs little, short enough that a part is nothing to hold. */
const PART_LENGTH = 1 << 16;

/**
 * The sheet that `layTable` laid out, with its rows (ECMA-376 part 1, 18.3.1.73 "row", 18.3.1.4 "c"), in parts. The
 * library that writes the rest of the workbook holds every cell in its own memory and takes 70 µs for each: 100,000
 * rows would take two minutes and more than half a gigabyte.
 */
export function* tableSheetXml<Row>(laidOut: string, plan: TablePlan<Row>): Generator<string> {
  const headEnd = laidOut.indexOf('</row>') + '</row>'.length;
  const tailStart = laidOut.indexOf('</sheetData>');
  const styleNumbers = readStyleNumbers(laidOut, plan);
  const lastCell = `${columnName(plan.columns.length - 1)}${Math.max(plan.rows.length, 1) + 1}`;
  const names = plan.columns.map((_, index) => columnName(index));

  let part = laidOut.slice(0, headEnd).replace(/<dimension ref="[^"]*"/, `<dimension ref="A1:${lastCell}"`);
  for (const [rowIndex, row] of plan.rows.entries()) {
    const rowNumber = rowIndex + 2;
    const rowStyle = plan.rowStyle(row);
    let lines = 1;
    let cells = '';
    for (let index = 0; index < plan.columns.length; index += 1) {
      const column = plan.columns[index];
      if (!column) continue;
      const cell = column.cell(row);
      const held = holdCell(cell);
      const style = styleNumbers.get(styleKey(index, held.form.key, rowStyle)) ?? 0;
      cells += cellXml(`${names[index]}${rowNumber}`, held, cell, style);
      if (column.style.wrap) lines = Math.max(lines, shownLines(cell, (plan.widths[index] ?? 0) - INDENT_WIDTH));
    }
    const height = Math.min(lines * LINE_HEIGHT_POINTS + ROW_PADDING_POINTS, ROW_HEIGHT_MAX_POINTS);
    part += `<row r="${rowNumber}" ht="${height}" customHeight="1">${cells}</row>`;
    if (part.length > PART_LENGTH) {
      yield part;
      part = '';
    }
  }
  yield part + laidOut.slice(tailStart);
}

/** The library numbers the styles; the cells that `layTable` left tell which is which. */
const readStyleNumbers = <Row>(laidOut: string, plan: TablePlan<Row>): Map<string, number> => {
  const numbers = new Map(
    Array.from(laidOut.matchAll(/<c r="A(\d+)" s="(\d+)"\/>/g), ([, row, style]) => [Number(row), Number(style)]),
  );
  return new Map([...plan.styles.keys()].map((key, index) => [key, numbers.get(index + 2) ?? 0]));
};

const cellXml = (address: string, { value, formula }: HeldCell, cell: Cell, style: number): string => {
  const start = `<c r="${address}" s="${style}"`;
  if (formula !== null) {
    const isText = cell.kind === 'formula' && cell.isText === true;
    return `${start}${isText ? ' t="str"' : ''}><f>${escapeXml(formula.replace(/^=/, ''))}</f><v>${escapeXml(String(value))}</v></c>`;
  }
  if (value === null) return `${start}/>`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`;
};

/** `_x0041_` names a character by its code (22.9.2.19): a text that has such a thing says its underscore by code. */
const escapeText = (text: string): string => escapeXml(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

const escapeXml = (text: string): string =>
  /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;
