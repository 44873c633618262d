import { decodeHTML } from 'entities';
import type { ExtractedDocument } from '../../statement.ts';
import { decodeText } from '../decode-text.ts';
import { cleanCell } from '../table/clean-cell.ts';
import { findTables } from '../table/find-table.ts';
import { type Cell, EMPTY, type Grid } from '../table/grid.ts';
import { putCell, textCell } from '../table/make-cell.ts';
import { readTables } from '../table/read-tables.ts';

/**
 * Reads a page of HTML with tables, as many banks send it under the name of a workbook: what stands in all its tables,
 * one after the other, is one sheet.
 */
export function readHtml(bytes: Uint8Array): ExtractedDocument {
  const text = decodeText(bytes, declaredEncoding(bytes));
  const warnings: string[] = [];
  return {
    statements: readTables([gridOfHtml(text)], warnings),
    sourceFormat: 'html',
    warnings,
    pages: 1,
    characters: text.length,
  };
}

/** Whether a text is HTML with a table of entries. */
export function looksLikeHtml(text: string): boolean {
  return /<table[\s>]/i.test(text) && findTables(gridOfHtml(text)).length > 0;
}

/** `<meta charset="…">`, or the same in the older way. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4_096)).toString('latin1');
  return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? null;
}

/** Comments, scripts and styles, or one tag, or the text up to the next one. */
const PIECES =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|title)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|[^<]+|</gi;
/** What parts words of a text. */
const BREAKS: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li']);

type OpenRow = { cells: Cell[]; text: string | null; span: number };

/** Rows of tables in the order in which they end; a table inside a cell gives rows of its own. */
function gridOfHtml(html: string): Grid {
  const rows: Cell[][] = [];
  const open: OpenRow[] = [];
  const endCell = (row: OpenRow) => {
    if (row.text === null) return;
    // Where a word may be parted at the end of a line is no part of it.
    const text = decodeHTML(row.text).replaceAll('\u00ad', '').replaceAll(/\s+/g, ' ');
    putCell(row.cells, row.cells.length, textCell(cleanCell(text)));
    for (let more = 1; more < row.span; more++) putCell(row.cells, row.cells.length, EMPTY);
    row.text = null;
  };
  const endRow = () => {
    const row = open.pop();
    if (row === undefined) return;
    endCell(row);
    if (row.cells.some((cell) => cell !== EMPTY)) rows.push(row.cells);
  };
  // A row inside a cell belongs to another table; rows that nobody ends end where the next one begins.
  const tables: number[] = [];
  for (const [piece, , slash, tag, attributes = ''] of html.matchAll(PIECES)) {
    const row = open.at(-1);
    const name = tag?.toLowerCase();
    if (name === undefined) {
      if (row?.text != null && !piece.startsWith('<!--')) row.text += piece;
    } else if (name === 'table' && slash === '') tables.push(open.length);
    else if (name === 'table') {
      for (const depth = tables.pop() ?? 0; open.length > depth;) endRow();
    } else if (name === 'tr') {
      for (const depth = tables.at(-1) ?? 0; open.length > depth;) endRow();
      if (slash === '' && open.length < MOST_DEPTH) open.push({ cells: [], text: null, span: 1 });
    } else if (name === 'td' || name === 'th') {
      if (row === undefined) continue;
      endCell(row);
      if (slash === '') Object.assign(row, { text: '', span: spanOf(attributes) });
    } else if (BREAKS.has(name) && row?.text != null) row.text += ' ';
  }
  while (open.length > 0) endRow();
  return { rows, name: null };
}

/** Tables nest no deeper in any layout. */
const MOST_DEPTH = 64;
const MOST_SPAN = 100;

function spanOf(attributes: string): number {
  const span = Number(/\bcolspan\s*=\s*["']?(\d+)/i.exec(attributes)?.[1] ?? 1);
  return Math.min(Math.max(1, span), MOST_SPAN);
}
