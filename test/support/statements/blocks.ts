/** What a document is made of, from top to bottom; `draw/` puts it on pages. */
export type Block =
  | { kind: 'title'; text: string }
  | { kind: 'facts'; pairs: [label: string, value: string][] }
  | { kind: 'paragraph'; text: string }
  | { kind: 'table'; table: Table }
  /** Cells in rows of so many columns; the first row is the heading. */
  | { kind: 'grid'; columns: number; cells: string[] }
  | { kind: 'page-break' };

export type ColumnKey =
  | 'serial'
  | 'account'
  | 'date'
  | 'day'
  | 'month'
  | 'otherDate'
  | 'method'
  | 'description'
  | 'counterparty'
  | 'reference'
  | 'foreign'
  | 'currency'
  | 'fee'
  | 'debit'
  | 'credit'
  | 'amount'
  | 'side'
  | 'balance'
  | 'available';

/** `hanging` figures end flush right with their digits; what marks the sign hangs over. */
export type Column = { key: ColumnKey; heading: string; align: 'left' | 'right' | 'center' | 'hanging' };

/** A line feed in a cell begins a line, a tab parts what is flush left from what is flush right. */
export type TableRow = {
  kind: 'entry' | 'balance' | 'total' | 'day-heading' | 'note';
  cells: Partial<Record<ColumnKey, string>>;
  /** Further lines of the description cell. */
  details: string[];
  /** What the row moves, for balances carried and totals of a page. */
  amount: number;
  balance: number;
};

export type Table = {
  columns: Column[];
  rows: TableRow[];
  /** Rows that are added wherever the table is broken; the last row before the break is given. */
  carryOut: ((last: TableRow, onThisPage: readonly TableRow[]) => TableRow) | null;
  carryIn: ((last: TableRow) => TableRow) | null;
};
