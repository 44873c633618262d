import { Table, TableColumn, TableStyle, type Worksheet } from 'wasm-xlsxwriter';
import type { CellFormats, CellStyle } from './cell-formats.ts';
import { setUpPage } from './page-set-up.ts';
import type { TransactionColumn } from './transaction-columns.ts';
import type { TransactionRow } from './transaction-rows.ts';
import { createCellWriter, shownLength } from './write-cell.ts';

/** The sheet's name and the table's: formulas say `Transactions[Amount]`. */
export const TABLE_NAME = 'Transactions';

const HEADER_STYLE: CellStyle = { bold: true, color: 'white', fill: 'navy', verticalCenter: true };
const HEADER_HEIGHT_POINTS = 24;
/** The filter's button covers the end of a heading. */
const FILTER_BUTTON_WIDTH = 4;
const PADDING_WIDTH = 2;

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
  const widths = columns.map((column) => column.header.length + FILTER_BUTTON_WIDTH);

  for (const [index, row] of rows.entries()) {
    const rowStyle: CellStyle = row.note === '' ? { line: 'hairline' } : { line: 'hairline', fill: 'amberFill' };
    for (const [columnIndex, column] of columns.entries()) {
      const cell = column.cell(row);
      writeCell(index + 1, columnIndex, cell, { ...rowStyle, ...column.style });
      const width = Math.min(shownLength(cell) + PADDING_WIDTH, column.widthMax);
      widths[columnIndex] = Math.max(widths[columnIndex] ?? 0, width);
    }
  }

  const table = new Table()
    .setName(TABLE_NAME)
    .setStyle(TableStyle.Light1)
    .setBandedRows(false)
    .setColumns(
      columns.map(({ header, isFigure }) =>
        new TableColumn()
          .setHeader(header)
          .setHeaderFormat(formats({ ...HEADER_STYLE, align: isFigure ? 'right' : 'left' })),
      ),
    );
  // A table without a row is none to Excel: where there is no transaction it has an empty one.
  sheet.addTable(0, 0, Math.max(rows.length, 1), columns.length - 1, table);

  for (const [columnIndex, width] of widths.entries()) sheet.setColumnWidth(columnIndex, width);
  sheet.setRowHeight(0, HEADER_HEIGHT_POINTS).setFreezePanes(1, 0).setRepeatRows(0, 0);
  setUpPage(sheet, title);
};
