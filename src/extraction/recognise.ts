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
    throw new ExtractionError('unsupported_format', sentenceOf(bytes));
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

/** What somebody can do about a file that is none of ours. */
function sentenceOf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.toString('latin1', 0, 4) === 'PK\u0003\u0004') {
    return file.includes('xl/workbook.bin')
      ? 'The file is a workbook in Excel\u2019s binary format (XLSB). Save it as XLSX and upload that.'
      : 'The file is an archive with other files than exports of a bank. Unpack it and upload each statement alone.';
  }
  if (file.subarray(0, FLAT_WINDOW).includes('urn:oasis:names:tc:opendocument')) {
    return 'The file is a flat OpenDocument (FODS). Save it as ODS or XLSX and upload that.';
  }
  return (
    'The file is not a format we know. Upload the statement as the PDF that your bank offers for download, or as CSV, ' +
    'XLSX, XLS, OFX, QIF, MT940, camt or BAI2.'
  );
}

/** What an XML document is of, it says in its first element. */
const FLAT_WINDOW = 4_096;
