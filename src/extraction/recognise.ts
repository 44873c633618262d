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
        'XLSX, OFX, QIF, MT940, camt or BAI2.',
    );
  }
  const reader = readers[format.format];
  if (format.format === 'xls') {
    throw new ExtractionError(
      'unsupported_format',
      isLocked(bytes)
        ? 'The workbook is protected by a password. Save it in Excel without the password, and upload that one.'
        : 'The file is an Excel workbook of the old kind (XLS). Open it, save it as XLSX or CSV, and upload that.',
    );
  }
  if (reader === undefined) {
    throw new ExtractionError(
      'unsupported_format',
      `The file is ${format.format.toUpperCase()}, which cannot be read yet. Upload the statement as a PDF.`,
    );
  }
  return { format, reader };
}

/** Office packs an encrypted workbook into a file of the old kind, in a stream of this name (MS-OFFCRYPTO, 2.3.4). */
const isLocked = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('EncryptedPackage', 0, 'utf16le');
