import { ExtractionError } from './extraction-error.ts';
import type { ExtractedDocument } from './statement.ts';

/** @throws {ExtractionError} `no_transactions` where there are none */
export function requireTransactions(document: ExtractedDocument): ExtractedDocument {
  if (document.statements.every((statement) => statement.transactions.length === 0)) {
    throw new ExtractionError(
      'no_transactions',
      'No transactions were found in the document. Make sure that it is an account statement with its list of entries.',
    );
  }
  return document;
}
