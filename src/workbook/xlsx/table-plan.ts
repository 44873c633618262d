import type { CellStyle } from './cell-formats.ts';
import { formedStyle, holdCell } from './held-cell.ts';
import { shownWidth } from './shown-size.ts';
import type { TableColumn } from './table-column.ts';

/** A table before it is written: what its columns measure and which styles its cells need. */
export type TablePlan<Row> = {
  name: string;
  rows: readonly Row[];
  columns: readonly TableColumn<Row>[];
  /** What a row adds to the style of each of its cells, whatever its column says: `fill` for instance. One object for all rows that look alike. */
  rowStyle: (row: Row) => CellStyle;
  /** Only the first so many rows are printed; without it, all are. */
  printedRowCount?: number;
  widths: number[];
  /** Every style that a cell has, by its `styleKey`. */
  styles: Map<string, CellStyle>;
};

/** In characters: the indent of a cell, and the button of the filter beside a heading. */
export const INDENT_WIDTH = 3;
const FILTER_BUTTON_WIDTH = 5;

/** Goes through all rows once, so that they can be written once without being held. */
export const planTable = <Row>(
  given: Pick<TablePlan<Row>, 'name' | 'rows' | 'columns' | 'rowStyle' | 'printedRowCount'>,
): TablePlan<Row> => {
  const widths = given.columns.map(({ header }) => header.length + FILTER_BUTTON_WIDTH);
  const styles = new Map<string, CellStyle>();
  for (const row of given.rows) {
    const rowStyle = given.rowStyle(row);
    for (const [index, column] of given.columns.entries()) {
      const cell = column.cell(row);
      const { form } = holdCell(cell);
      const key = styleKey(index, form.key, rowStyle);
      if (!styles.has(key)) styles.set(key, formedStyle({ ...column.style, ...rowStyle }, form));
      const width = widths[index] ?? 0;
      if (width < column.widthMax) {
        widths[index] = Math.max(width, Math.min(shownWidth(cell) + INDENT_WIDTH, column.widthMax));
      }
    }
  }
  return { ...given, widths, styles };
};

/** The keys of cells with one form in rows of one style, by their column. */
const keys = new WeakMap<CellStyle, Map<string, string[]>>();
let lastKey = 0;

/** Tells a cell's style by what it is made of: making the style itself for each of a million cells takes seconds. */
export const styleKey = (column: number, form: string, rowStyle: CellStyle): string => {
  const byForm = keys.get(rowStyle) ?? new Map<string, string[]>();
  if (byForm.size === 0) keys.set(rowStyle, byForm);
  const byColumn = byForm.get(form) ?? [];
  if (byColumn.length === 0) byForm.set(form, byColumn);
  return (byColumn[column] ??= `style ${(lastKey += 1)}`);
};
