import type { ReadOptions } from './reader.ts';
import { recognise } from './recognise.ts';
import { requireRowsThatFit } from './require-rows-that-fit.ts';
import { requireTransactions } from './require-transactions.ts';
import type { ExtractedDocument } from './statement.ts';

/**
 * Reads the statements of a document with the reader for its format.
 *
 * @throws {ExtractionError} with a sentence for the document's owner: `empty_file`, `unsupported_format`,
 *   `encrypted_pdf`, `damaged_file`, `too_many_pages`, `too_many_rows`,
 *   `no_text_layer`, `no_transactions`
 */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<ExtractedDocument> {
  const { reader } = recognise(bytes);
  return requireRowsThatFit(requireTransactions(await reader.read(bytes, options)));
}
