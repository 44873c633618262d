import type { ExtractedDocument } from '../../statement.ts';
import { decodeText } from '../decode-text.ts';
import { proveLedger } from '../prove-ledger.ts';
import { descendants, readXmlTree } from '../xml/xml-tree.ts';
import { ledgerOfReport } from './report-ledger.ts';

/** A statement (camt.053), an account report (camt.052), a notification (camt.054). */
const REPORTS: ReadonlySet<string> = new Set(['Stmt', 'Rpt', 'Ntfctn']);

/**
 * Reads camt.052, camt.053 and camt.054 of any version: every statement, report or notification in the file, one row an
 * entry. Entries that are not booked yet are left out.
 *
 * @throws {ExtractionError} `damaged_file`
 */
export function readCamt(bytes: Uint8Array): ExtractedDocument {
  const text = decodeText(bytes, declaredEncoding(bytes));
  const warnings: string[] = [];
  // What stands before the first element is no part of it: a byte order mark, white space, a line of a log.
  const reports = descendants(readXmlTree(text.slice(Math.max(0, text.indexOf('<')))), REPORTS);
  return {
    statements: reports.map((report) => proveLedger(ledgerOfReport(report, warnings))),
    sourceFormat: 'camt',
    warnings,
    pages: 1,
    characters: text.length,
  };
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /<\?xml[^>]*encoding=["']([\w-]+)/i.exec(head)?.[1] ?? null;
}
