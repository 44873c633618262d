import type { ExtractedDocument } from '../extraction/statement.ts';
import type { ExportFormat } from './formats.ts';
import { writeCsv } from './write-csv.ts';
import { writeJson } from './write-json.ts';
import { writeOfx } from './ofx/write-ofx.ts';
import { writeQif } from './write-qif.ts';
import { writeXlsx } from './xlsx/write-xlsx.ts';

/** What an export says of itself: the name of the file it came from, and the moment it was made (not read from a clock). */
export type ExportAbout = { title: string; createdAt: Date };

/**
 * The document in one of the formats of `EXPORT_FORMATS`, as the bytes of a file. The same document and the same
 * `about` give the same bytes. Throws AppError `TOO_LARGE` where the rows do not fit into one Excel sheet.
 */
export const writeExport = async (
  format: ExportFormat,
  document: ExtractedDocument,
  about: ExportAbout,
): Promise<Uint8Array> => {
  switch (format) {
    case 'xlsx':
      return writeXlsx(document, about);
    case 'csv':
      return utf8(writeCsv(document));
    case 'json':
      return utf8(writeJson(document));
    case 'ofx':
      return utf8(writeOfx(document, about));
    case 'qif':
      return utf8(writeQif(document));
  }
};

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
