import { ExtractionError } from './extraction-error.ts';
import type { ExtractedDocument } from './statement.ts';

/** An Excel sheet has 1,048,576 rows; the first is the table's heading. */
const ROWS_MAX = 1_048_575;

/** The same document. @throws {ExtractionError} `too_many_rows` where its transactions fit into no sheet of a workbook */
export function requireRowsThatFit<Document extends Pick<ExtractedDocument, 'statements'>>(
  document: Document,
): Document {
  const rows = document.statements.reduce((sum, { transactions }) => sum + transactions.length, 0);
  if (rows <= ROWS_MAX) return document;
  throw new ExtractionError(
    'too_many_rows',
    `The document has ${rows} transactions; a sheet of Excel holds ${ROWS_MAX}. Split it in parts.`,
  );
}
