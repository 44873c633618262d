import { FIGURES, type FigureKind } from '../vocabulary/figures.ts';
import { phraseBook } from '../vocabulary/phrase-book.ts';
import { hasDate } from './date-columns.ts';
import { isTelling, isTotal } from './labels.ts';
import { MOVEMENTS } from './line-role.ts';
import type { PrintedFigure, Row } from './row.ts';
import type { Segment } from './segment.ts';
import type { TableLine } from './table-line.ts';

/** The figures of a line that is no row. A balance without a label carries on, and before all rows it is where they begin. */
export function figuresOf({ line, label, cells }: TableLine, isFirst: boolean, segment: Segment): PrintedFigure[] {
  // Other words make it another figure.
  const others = line.terms.some((term) => isTelling(term, line));
  const headed = headedKinds(segment);
  return [...cells].map(([column, token]) => ({
    kind: label ?? headed.get(column) ?? (isFirst ? 'opening' : others ? 'other' : 'carried'),
    index: line.index,
    page: line.page,
    column,
    isExact: true,
    token,
  }));
}

/** `Previous balance  New balance  Total debits` over a line of figures: columns whose headings are labels. */
function headedKinds({ heading, columns }: Segment): Map<string, FigureKind> {
  const kinds = new Map<string, FigureKind>();
  for (const cell of heading?.cells ?? []) {
    const kind = figureLabels.meaningOf(cell.text);
    const column = columns.find(
      ({ role, left, right }) => role === cell.role && left < cell.right && right > cell.left,
    );
    if (kind !== null && column !== undefined) kinds.set(column.key, kind);
  }
  const isSummary = new Set(kinds.values()).has('opening') && new Set(kinds.values()).has('closing');
  return isSummary ? kinds : new Map();
}

const figureLabels = phraseBook(FIGURES);

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
