import type { CellStyle } from './cell-formats.ts';
import type { Cell } from './held-cell.ts';

/** A column of a table: its heading, what it says of a row, and how. */
export type TableColumn<Row> = {
  header: string;
  cell: (row: Row) => Cell;
  style: CellStyle;
  /** In characters: the column is as wide as its content needs, up to here. */
  widthMax: number;
  /** Not printed, so that the rest is large enough to read on paper. Such columns come last. */
  isScreenOnly?: true;
};
