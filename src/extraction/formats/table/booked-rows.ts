import { phraseBook } from '../../vocabulary/phrase-book.ts';
import { STATUS_WORDS } from '../../vocabulary/statuses.ts';
import type { TableColumn } from './find-table.ts';
import { cellAt } from './grid.ts';
import type { TableRow } from './table-rows.ts';

const statuses = phraseBook(STATUS_WORDS);
/** What the headings of such columns say, folded or not. */
const HEADING = /^(?:status|state|stato|estado|statut|etat|état|stan)\b/iu;

/** The rows that were booked: a column of their states tells of those that are pending, declined or taken back. */
export function bookedRows(rows: readonly TableRow[], columns: readonly TableColumn[]): TableRow[] {
  const column = columns.find(({ heading }) => HEADING.test(heading.trim()));
  if (column === undefined) return [...rows];
  return rows.filter(({ cells }) => statuses.meaningOf(cellAt(cells, column.index).text) !== 'unbooked');
}
