import type { HeadingRole } from '../../vocabulary/headings.ts';
import type { Costed, Meanings } from './hypothesis.ts';
import { meaningsByHeadings } from './meanings-by-headings.ts';
import { meaningsByOrder } from './meanings-by-order.ts';

export type KnownColumn = { key: string; role: HeadingRole | null; left: number };

/** One way to read the columns. */
export type ColumnReading = Costed<{ meanings: Meanings }>;

/** The columns that matter stand to the right. */
const MOST_COLUMNS = 6;

/** The ways to read the columns, likeliest first. Headings are believed first; without them the order of columns tells. */
export function columnReadings(columns: readonly KnownColumn[], isLoan: boolean): ColumnReading[] {
  const sorted = columns.toSorted((a, b) => a.left - b.left).slice(-MOST_COLUMNS);
  const isNamed = sorted.every((column) => column.role !== null);
  const readings = isNamed ? meaningsByHeadings(sorted, isLoan) : meaningsByOrder(sorted, isLoan);
  return readings.toSorted((a, b) => a.cost - b.cost);
}
