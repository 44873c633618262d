import { parse } from 'csv-parse/sync';
import { ExtractionError } from '../../extraction-error.ts';
import { requireLinesThatFit } from '../../require-rows-that-fit.ts';
import type { ExtractedDocument } from '../../statement.ts';
import { decodeText, sureEncoding } from '../decode-text.ts';
import type { Ledger } from '../ledger.ts';
import { proveLedger } from '../prove-ledger.ts';
import { cleanCell, unguardFields } from './clean-cell.ts';
import { findTables } from './find-table.ts';
import { type Cell, EMPTY, type Grid } from './grid.ts';
import { headingRole } from './heading-role.ts';
import { joinDecimals } from './join-decimals.ts';
import { ledgersOfTables } from './read-tables.ts';

const DELIMITERS = [';', ',', '\t', '|'];
/** In characters: enough to know how a file is written. */
const SAMPLE = 65_536;
/** No statement has more columns, nor longer rows (characters). */
const MOST_COLUMNS = 400;
const LONGEST_ROW = 400_000;

/** Encodings without a mark; the first in which the headings make the most sense wins. */
const ENCODINGS = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
  'windows-874',
  'windows-1255',
  'windows-1256',
];

/**
 * Reads a CSV export of any bank.
 *
 * @throws {ExtractionError} `damaged_file` where rows are no rows of a statement, `too_many_rows`
 */
export function readCsv(bytes: Uint8Array): ExtractedDocument {
  const text = decodeText(bytes, sureEncoding(bytes) ?? likeliestEncoding(bytes));
  requireLinesThatFit(text);
  const warnings: string[] = [];
  // The table's cells are gone before its rows are proven.
  const statements = ledgersIn(text, warnings).map(proveLedger);
  return { statements, sourceFormat: 'csv', warnings, pages: 1, characters: text.length };
}

function ledgersIn(text: string, warnings: string[]): Ledger[] {
  return ledgersOfTables([gridOf(text)], warnings);
}

/** Whether the beginning of a file is that of a CSV with a table of entries. */
export function looksLikeCsv(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, SAMPLE);
  const encoding = sureEncoding(head) ?? sureEncoding(head.subarray(0, head.lastIndexOf(0x0a) + 1));
  const text = encoding === null ? decodeText(head, likeliestEncoding(head)) : new TextDecoder(encoding).decode(head);
  if (/^\s*[<{[%]/.test(text) || text.includes('\u0000')) return false;
  try {
    return findTables(gridOf(text.slice(0, Math.max(text.lastIndexOf('\n'), 0) || text.length))).length > 0;
  } catch {
    return false;
  }
}

function gridOf(text: string): Grid {
  // Excel's own hint: `sep=;`
  const hint = /^\ufeff?sep=(.)\r?\n/i.exec(text);
  const body = unguardFields(hint === null ? text : text.slice(hint[0].length));
  const rows = parseWith(body, hint?.[1] ?? likeliestDelimiter(body), cellsOf);
  return { rows: withDecimals(rows), name: null };
}

/** Each record becomes cells at once: a long file is not kept twice. */
function cellsOf(record: string[]): Cell[] {
  if (record.length > MOST_COLUMNS) throw notAStatement();
  return record.map((value) => {
    const text = cleanCell(value);
    return text === '' ? EMPTY : { text, money: null, figure: undefined };
  });
}

function withDecimals(rows: Cell[][]): Cell[][] {
  const heading = findTables({ rows, name: null })[0]?.heading ?? null;
  return heading === null ? rows : (joinDecimals(rows, heading) ?? rows);
}

function likeliestDelimiter(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const scored = DELIMITERS.map((delimiter) => {
    const widths = parseWith(sample, delimiter, (record) => record.length);
    const counts = [...Map.groupBy(widths, (width) => width)].filter(([width]) => width > 1);
    const best = Math.max(0, ...counts.map(([width, rows]) => rows.length * (width - 1)));
    return { delimiter, best };
  });
  return scored.toSorted((a, b) => b.best - a.best)[0]?.delimiter ?? ',';
}

function parseWith<Row>(text: string, delimiter: string, rowOf: (record: string[]) => Row): Row[] {
  try {
    return parseRecords(text, delimiter, '"', rowOf);
  } catch (error) {
    if (error instanceof ExtractionError) throw error;
    // Quotes that are never closed are part of the text.
    return parseRecords(text, delimiter, false, rowOf);
  }
}

function parseRecords<Row>(
  text: string,
  delimiter: string,
  quote: string | false,
  rowOf: (record: string[]) => Row,
): Row[] {
  const rows: Row[] = [];
  try {
    parse(text, {
      delimiter,
      quote,
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      on_record: (record: string[]) => {
        rows.push(rowOf(record));
        return null;
      },
    });
  } catch (error) {
    if (quote === false && !(error instanceof ExtractionError)) throw notAStatement();
    throw error;
  }
  return rows;
}

function notAStatement(): ExtractionError {
  return new ExtractionError(
    'damaged_file',
    'The rows of the file are longer than those of any statement. Export it from your bank again.',
  );
}

/** In the right encoding the most words are headings that are known. */
function likeliestEncoding(bytes: Uint8Array): string {
  let best = { encoding: 'windows-1252', known: 0 };
  for (const encoding of ENCODINGS) {
    const known = headingsKnown(bytes.subarray(0, 8_192), encoding);
    if (known > best.known) best = { encoding, known };
  }
  return best.encoding;
}

function headingsKnown(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(bytes);
  const cells = text
    .split('\n')
    .slice(0, 30)
    .map((line) => line.split(/[;,\t|]/));
  const counts = cells.map((line) => line.filter((cell) => headingRole(cell.replaceAll('"', '')).role !== null).length);
  return Math.max(0, ...counts) - (text.includes('\ufffd') ? 0.5 : 0) - Math.min(0.4, oddLetters(text) * 0.01);
}

/** Signs in the middle of words, which another code page has for letters: `ZA¯ÓŁĆ`. */
function oddLetters(text: string): number {
  return text.match(/\p{L}[\u0080-\u00bf\u00d7\u00f7]+\p{L}/gu)?.length ?? 0;
}
