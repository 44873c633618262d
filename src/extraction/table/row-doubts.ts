import { findLabels, isTotal, labelOfLine } from './labels.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import type { Doubt, Row } from './row.ts';
import type { TableLine } from './table-line.ts';

/** Why a line with an amount may be no row: it has no date, the words of a total, or stands behind the table's end. */
export function doubtOf(
  { line }: TableLine,
  { isDated, isBlank, isEnded }: { isDated: boolean; isBlank: boolean; isEnded: boolean },
): Doubt | null {
  // Behind a table's end rows may go on, with totals among them.
  if (isEnded) return !isDated && startsWithTotal(line) ? 'labelled' : 'after-end';
  if (isDated) return null;
  if (labelOfLine(line, 1) !== null || startsWithTotal(line)) return 'labelled';
  return isBlank ? 'blank-date' : 'undated';
}

/** `Total fees and charges`: what is added up may be called anything. */
export function startsWithTotal(line: TokenLine): boolean {
  const [first] = findLabels(line);
  return first !== undefined && isTotal(first.kind) && first.start === line.terms[0]?.start;
}

/** So many rows of a table show what all show. */
const NEARLY_ALL = 0.85;

/** A line without date and balance is no row where nearly all rows have a balance. */
export function doubtIncomplete(rows: Row[]): void {
  for (const own of Map.groupBy(rows, (row) => row.table).values()) {
    const most = Math.max(...own.map((row) => row.cells.size));
    const full = own.filter((row) => row.cells.size >= Math.min(most, 2));
    if (most < 2 || full.length < own.length * NEARLY_ALL) continue;
    for (const row of own)
      if (row.cells.size < 2 && (row.doubt === 'undated' || row.doubt === 'blank-date')) row.doubt = 'incomplete';
  }
}
