import { foldTerms, phraseBook } from '../../vocabulary/phrase-book.ts';
import { STATUS_WORDS } from '../../vocabulary/statuses.ts';
import type { TableColumn } from './table-column.ts';
import { cellAt } from './grid.ts';
import type { TableRow } from './table-rows.ts';

const statuses = phraseBook(STATUS_WORDS);
/** What the headings of such columns say in their own words. */
const HEADING =
  /(?<!\p{L})(?:status|state|stato|estado|statut|etat|état|stan|stav|tila|durum|durumu|статус|состояние|стан)(?!\p{L})|状态|狀態|状態|상태|สถานะ/iu;
/** A longer text only mentions a state. */
const MOST_TERMS = 4;

/** The rows that were booked: a column of their states tells of those that are pending, declined or taken back. */
export function bookedRows(rows: readonly TableRow[], columns: readonly TableColumn[]): TableRow[] {
  const states = columns.filter((column) => isOfStates(column, rows));
  return rows.filter(({ cells }) => !states.some(({ index }) => isUnbooked(cellAt(cells, index).text)));
}

/** Whether a text says that an entry is not booked, or is no longer. */
export function isUnbooked(text: string): boolean {
  return stateOf(text) === 'unbooked';
}

/** Whether a heading says that its column tells the states of entries. */
export function isStateHeading(heading: string): boolean {
  return HEADING.test(heading);
}

function stateOf(text: string): 'booked' | 'unbooked' | null {
  if (text === '') return null;
  const exact = statuses.meaningOf(text);
  if (exact !== null) return exact;
  const terms = foldTerms(text);
  return terms.length > MOST_TERMS ? null : (statuses.find(terms).at(-1)?.meaning ?? null);
}

/** Its heading says so, or all its cells are words for states, of both sorts. */
function isOfStates({ heading, index, role }: TableColumn, rows: readonly TableRow[]): boolean {
  if (isStateHeading(heading)) return true;
  if (role !== null && role !== 'type' && role !== 'ignored') return false;
  const texts = new Set(rows.map(({ cells }) => cellAt(cells, index).text));
  texts.delete('');
  const states = new Set([...texts].slice(0, MOST_STATES + 1).map(stateOf));
  return texts.size <= MOST_STATES && states.size === 2 && !states.has(null);
}

const MOST_STATES = 12;
