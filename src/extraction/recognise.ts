import { ExtractionError } from './extraction-error.ts';
import type { Reader } from './reader.ts';
import { readers } from './readers.ts';
import { type DetectedFormat, sniff } from './sniff.ts';

/**
 * The format of a document and who reads it.
 *
 * @throws {ExtractionError} `empty_file` or `unsupported_format`, with a sentence for the document's owner
 */
export function recognise(bytes: Uint8Array): { format: DetectedFormat; reader: Reader } {
  if (bytes.length === 0) {
    throw new ExtractionError('empty_file', 'The file is empty. Upload the statement again.');
  }
  const format = sniff(bytes);
  if (format === null) {
    throw new ExtractionError(
      'unsupported_format',
      'The file is not a format we know. Upload the statement as the PDF that your bank offers for download, or as CSV, ' +
        'XLSX, XLS, OFX, QIF, MT940, camt or BAI2.',
    );
  }
  const reader = readers[format.format];
  if (reader === undefined) {
    throw new ExtractionError(
      'unsupported_format',
      `The file is ${format.format.toUpperCase()}, which cannot be read yet. Upload the statement as a PDF.`,
    );
  }
  return { format, reader };
}
