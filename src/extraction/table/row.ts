import type { Box } from '../layout/placement.ts';
import type { DateToken } from '../tokens/find-dates.ts';
import type { AmountToken } from '../tokens/find-amounts.ts';
import type { FigureKind } from '../vocabulary/figures.ts';

export type Side = 'credit' | 'debit';

/**
 * It has no date though other rows have (`blank-date` where all else is as theirs), no balance though nearly all have,
 * words of a total, it comes after the balance or total that ends the table, or all rows around it are printed above.
 */
export type Doubt = 'undated' | 'blank-date' | 'labelled' | 'incomplete' | 'after-end' | 'repeated';

/** A row as it stands on the paper, before anything decides what its figures mean. */
export type Row = {
  kind: 'row';
  /** Index of the line that holds its amount. */
  index: number;
  page: number;
  table: string;
  /** Indices of all lines that belong to it. */
  lines: number[];
  /** The account that its column of accounts names. */
  account: string | null;
  booking: DateToken | null;
  /** The date stands on an earlier line: the row's first one, or one that heads a day. */
  isDateAbove: boolean;
  value: DateToken | null;
  /** The figure in each column, by the column's key. */
  cells: Map<string, AmountToken>;
  /** What a column or the section over the table says about the direction. */
  side: Side | null;
  /** Why the line may be no row at all, though it has an amount in its column. */
  doubt: Doubt | null;
  section: Side | null;
  description: string;
  /** The direction that the description's own words tell. */
  told: Side | null;
  reference: string | null;
  currency: string | null;
  /** Where it stands on its page as shown, if that is known. */
  box?: Box | null;
};

/** A figure that the statement prints about itself. */
export type PrintedFigure = {
  kind: FigureKind;
  index: number;
  page: number;
  /** Column of its table, or null where it stands beside or below its label. */
  column: string | null;
  /** It stands in the row or on the line of its label; a figure below a label may be another's. */
  isExact: boolean;
  /** A total of all rows, as the summary says in which it stands. */
  isOfWhole?: boolean;
  token: AmountToken;
};

/** The date of a row: the first printed one, be it of the purchase or of its booking, but not its value date. */
export function dateOf(row: Row): DateToken | null {
  return row.booking ?? row.value;
}
