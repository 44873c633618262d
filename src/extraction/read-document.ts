import { ExtractionError } from './extraction-error.ts';
import { openPdf } from './pdf/open-pdf.ts';
import { recognise } from './recognise.ts';
import type { ExtractedDocument } from './statement.ts';

export type ReadOptions = {
  maxPages: number;
  password?: string;
  /** Called after each page is read, 1-based. */
  onPage?: (page: number, pages: number) => void;
};

/**
 * Reads the statements of a document.
 *
 * @throws {ExtractionError} with a sentence for the document's owner: `empty_file`, `unsupported_format`,
 *   `encrypted_pdf`, `damaged_file`, `too_many_pages`, `no_text_layer`, `no_transactions`
 */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<ExtractedDocument> {
  recognise(bytes);
  using pdf = await openPdf(bytes, options);
  if (pdf.pageCount > options.maxPages) {
    throw new ExtractionError(
      'too_many_pages',
      `The document has ${pdf.pageCount} pages; at most ${options.maxPages} can be read at once. Split it in parts.`,
    );
  }
  throw new ExtractionError('no_transactions', 'No transactions were found in the document.');
}
