import { ExtractionError } from './extraction-error.ts';
import type { ExtractedDocument } from './statement.ts';

/** An Excel sheet has 1,048,576 rows; the first is the table's heading. */
const ROWS_MAX = 1_048_575;

/** The same document. @throws {ExtractionError} `too_many_rows` where its transactions fit into no sheet of a workbook */
export function requireRowsThatFit<Document extends Pick<ExtractedDocument, 'statements'>>(
  document: Document,
): Document {
  requireCountThatFits(document.statements.reduce((sum, { transactions }) => sum + transactions.length, 0));
  return document;
}

/**
 * The same of a table's text before it is taken apart, which would take more memory than there is. Its first line is the
 * heading; a line that breaks within quotes is none.
 */
export function requireLinesThatFit(text: string): void {
  if (text.length <= ROWS_MAX) return;
  let lines = text.endsWith('\n') ? 0 : 1;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) isQuoted = !isQuoted;
    else if (code === NEWLINE && !isQuoted) lines++;
  }
  requireCountThatFits(lines - 1);
}

const QUOTE = 0x22;
const NEWLINE = 0x0a;

function requireCountThatFits(rows: number): void {
  if (rows <= ROWS_MAX) return;
  throw new ExtractionError(
    'too_many_rows',
    `The document has ${rows} transactions; a sheet of Excel holds ${ROWS_MAX}. Split it in parts.`,
  );
}
