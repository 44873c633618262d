import { Table, TableColumn, TableStyle, type Worksheet } from 'wasm-xlsxwriter';
import type { CellFormats, CellStyle } from './cell-formats.ts';
import { setUpPage } from './page-set-up.ts';
import { shownLines, shownWidth } from './shown-size.ts';
import type { TransactionColumn } from './transaction-columns.ts';
import type { TransactionRow } from './transaction-rows.ts';
import { createCellWriter } from './write-cell.ts';

/** The sheet's name and the table's: formulas say `Transactions[Amount]`. */
export const TABLE_NAME = 'Transactions';

const HEADER_STYLE: CellStyle = { bold: true, color: 'white', fill: 'navy' };
const HEADER_HEIGHT_POINTS = 24;
const LINE_HEIGHT_POINTS = 15;
const ROW_PADDING_POINTS = 3;
/** Excel's limit. */
const ROW_HEIGHT_MAX_POINTS = 409;
/** In characters: the indent of a cell, and the button of the filter beside a heading. */
const INDENT_WIDTH = 3;
const FILTER_BUTTON_WIDTH = 5;

/**
 * Every transaction of the document as one Excel table that starts in the first cell of the sheet, so that a program
 * which looks for a table finds it. Marked rows are filled, and say why in their last column.
 */
export const writeTransactionsSheet = (
  sheet: Worksheet,
  rows: readonly TransactionRow[],
  columns: readonly TransactionColumn[],
  formats: CellFormats,
  title: string,
): void => {
  const writeCell = createCellWriter(sheet, formats);
  const widths = columns.map((column) => columnWidth(column, rows));
  for (const [columnIndex, width] of widths.entries()) sheet.setColumnWidth(columnIndex, width);

  for (const [index, row] of rows.entries()) {
    const rowStyle: CellStyle = row.note === '' ? { line: 'hairline' } : { line: 'hairline', fill: 'amberFill' };
    let lines = 1;
    for (const [columnIndex, column] of columns.entries()) {
      const cell = column.cell(row);
      writeCell(index + 1, columnIndex, cell, { ...rowStyle, ...column.style });
      if (column.style.wrap) lines = Math.max(lines, shownLines(cell, (widths[columnIndex] ?? 0) - INDENT_WIDTH));
    }
    sheet.setRowHeight(index + 1, Math.min(lines * LINE_HEIGHT_POINTS + ROW_PADDING_POINTS, ROW_HEIGHT_MAX_POINTS));
  }

  const table = new Table()
    .setName(TABLE_NAME)
    .setStyle(TableStyle.Light1)
    .setBandedRows(false)
    .setColumns(
      columns.map(({ header, style }) =>
        new TableColumn().setHeader(header).setHeaderFormat(formats({ ...HEADER_STYLE, ...headerPlace(style) })),
      ),
    );
  // A table without a row is none to Excel: where there is no transaction it has an empty one.
  sheet.addTable(0, 0, Math.max(rows.length, 1), columns.length - 1, table);
  sheet.setRowHeight(0, HEADER_HEIGHT_POINTS).setFreezePanes(1, 0).setRepeatRows(0, 0);
  setUpPage(sheet, title);
};

const columnWidth = ({ header, cell, widthMax }: TransactionColumn, rows: readonly TransactionRow[]): number => {
  const headerWidth = header.length + FILTER_BUTTON_WIDTH;
  const contentWidth = rows.reduce((widest, row) => Math.max(widest, shownWidth(cell(row))), 0) + INDENT_WIDTH;
  return Math.max(headerWidth, Math.min(contentWidth, widthMax));
};

/** A heading stands as its cells do; above figures it leaves room for the filter's button at the right. */
const headerPlace = ({ align, indent }: CellStyle): CellStyle =>
  align === 'right' ? { align, indent: 2 } : { align: align ?? 'left', indent: indent ?? 0 };
