import { Table, TableColumn as LibraryColumn, TableStyle, type Worksheet } from 'wasm-xlsxwriter';
import type { CellFormats, CellStyle } from './cell-formats.ts';
import { setUpPage } from './page-set-up.ts';
import type { TablePlan } from './table-plan.ts';

const HEADER_STYLE: CellStyle = { bold: true, color: 'white', fill: 'navy' };
const HEADER_HEIGHT_POINTS = 24;

/**
 * Lays out the sheet of a table that starts in its first cell: columns, heading, filter, printing, but no row. In the
 * place of the rows stands one empty cell of each style that they need, in the order of `plan.styles`, from which
 * `tableSheetXml` learns the numbers of the styles before it puts the rows there. What `fillTable` gives completes it.
 */
export const layTable = <Row>(sheet: Worksheet, plan: TablePlan<Row>, formats: CellFormats, title: string): void => {
  for (const [index, width] of plan.widths.entries()) sheet.setColumnWidth(index, width);
  for (const [index, style] of [...plan.styles.values()].entries()) sheet.writeBlank(index + 1, 0, formats(style));

  const table = new Table()
    .setName(plan.name)
    .setStyle(TableStyle.Light1)
    .setBandedRows(false)
    .setColumns(
      plan.columns.map(({ header, style }) =>
        new LibraryColumn().setHeader(header).setHeaderFormat(formats({ ...HEADER_STYLE, ...headerPlace(style) })),
      ),
    );
  // Of one row, however many there are: the library takes half a kilobyte for each. `tableRangeXml` mends the range.
  sheet.addTable(0, 0, 1, plan.columns.length - 1, table);
  sheet.setRowHeight(0, HEADER_HEIGHT_POINTS).setFreezePanes(1, 0).setRepeatRows(0, 0);
  const printedColumns = plan.columns.filter(({ isScreenOnly }) => !isScreenOnly).length;
  const printedRows = plan.printedRowCount ?? plan.rows.length;
  sheet.setPrintArea(0, 0, Math.max(printedRows, 1), printedColumns - 1);
  setUpPage(sheet, title);
};

/** A heading stands as its cells do; above figures it leaves room for the filter's button at the right. */
const headerPlace = ({ align, indent }: CellStyle): CellStyle =>
  align === 'right' ? { align, indent: 2 } : { align: align ?? 'left', indent: indent ?? 0 };
