import type { ReadOptions } from './reader.ts';
import { readAsking } from './second-reader/read-asking.ts';
import type { ExtractedDocument } from './statement.ts';

/**
 * Reads the statements of a document with the reader for its format, and asks nobody about what is not proven.
 *
 * @throws {ExtractionError} with a sentence for the document's owner: `empty_file`, `unsupported_format`,
 *   `encrypted_pdf`, `damaged_file`, `too_many_pages`, `too_many_rows`,
 *   `no_text_layer`, `no_transactions`
 */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<ExtractedDocument> {
  return (await readAsking(bytes, options)).document;
}
