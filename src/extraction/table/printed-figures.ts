import { hasDate } from './date-columns.ts';
import { isTelling, isTotal } from './labels.ts';
import { MOVEMENTS } from './line-role.ts';
import type { PrintedFigure, Row } from './row.ts';
import type { Segment } from './segment.ts';
import type { TableLine } from './table-line.ts';

/** The figures of a line that is no row. A balance without a label carries on, and before all rows it is where they begin. */
export function figuresOf({ line, label, cells }: TableLine, isFirst: boolean): PrintedFigure[] {
  // Other words make it another figure.
  const others = line.terms.some((term) => isTelling(term, line));
  return [...cells].map(([column, token]) => ({
    kind: label ?? (isFirst ? 'opening' : others ? 'other' : 'carried'),
    index: line.index,
    page: line.page,
    column,
    isExact: true,
    token,
  }));
}

/** Gives a balance on a line of its own to the row before it, as its balance; false where it is no such balance. */
export function closesDay({ label, dates, cells }: TableLine, row: Row | undefined, segment: Segment): boolean {
  const [only] = cells;
  if (only === undefined || cells.size > 1 || row === undefined || row.table !== segment.table) return false;
  if ((label !== 'dayEnd' && label !== null) || hasDate(dates)) return false;
  const [key, token] = only;
  const role = segment.columns.find((column) => column.key === key)?.role ?? null;
  if (row.cells.has(key) || (role !== null && MOVEMENTS.has(role))) return false;
  row.cells.set(key, token);
  return true;
}

/**
 * Whether what follows stands behind the end of the table. A total with a date adds up a day, and the table goes on. The
 * figure of a closing balance may stand beside the columns.
 */
export function endsTable({ role, label, dates, line }: TableLine): boolean {
  if (role !== 'figure' && (label !== 'closing' || !line.amounts.some(({ isMoney }) => isMoney))) return false;
  if (hasDate(dates) && label !== 'closing' && label !== 'opening') return false;
  return label === 'closing' || label === 'opening' || isTotal(label);
}
