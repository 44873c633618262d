import type { PrintedFigure, Row } from '../table/row.ts';

/** The rows of one statement and the figures printed about them, both in reading order. */
export type StatementPart = {
  /** Index of the first line that belongs to it, and of the one after its last. */
  from: number;
  to: number;
  /** Its account, where a column of the table names it. */
  account: string | null;
  rows: Row[];
  figures: PrintedFigure[];
};
