import { ExtractionError } from '../../extraction-error.ts';
import type { ExtractedDocument } from '../../statement.ts';
import { readSheets, type Sheet } from '../table/read-sheets.ts';
import { readStream } from './compound-file.ts';
import { readGlobals } from './read-globals.ts';
import { readXlsSheet } from './read-xls-sheet.ts';

/**
 * Reads a workbook of Excel 5 to 2003 (MS-XLS): the sheets' texts, numbers and days, and what formulas came to.
 *
 * @throws {ExtractionError} `damaged_file`, `unsupported_format` where it is locked or no workbook at all
 */
export function readXls(bytes: Uint8Array): ExtractedDocument {
  if (readStream(bytes, ['EncryptedPackage']) !== null) {
    throw unsupported(
      'The workbook is protected by a password. Save it in Excel without the password, and upload that one.',
    );
  }
  const stream = readStream(bytes, ['Workbook', 'Book', 'WORKBOOK', 'BOOK']);
  if (stream === null)
    throw unsupported('The file is an old document of Office, but no workbook. Upload the statement itself.');
  try {
    const globals = readGlobals(stream);
    const sheets = globals.sheets.map(({ name, isHidden, offset }): Sheet => {
      return { name, isHidden, is1904: globals.is1904, rows: readXlsSheet(stream, offset, globals) };
    });
    return { ...readSheets(sheets, []), sourceFormat: 'xls' };
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new ExtractionError('damaged_file', 'The workbook is damaged. Export it from your bank again.', { cause });
  }
}

function unsupported(sentence: string): ExtractionError {
  return new ExtractionError('unsupported_format', sentence);
}
