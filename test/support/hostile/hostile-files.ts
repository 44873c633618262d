import { Buffer } from 'node:buffer';
import type { ExtractionErrorCode } from '../../../src/extraction/extraction-error.ts';
import { seededRandom } from '../random.ts';
import { generateStatement } from '../statements/generate-statement.ts';
import { PdfDocument } from '../statements/pdf/pdf-document.ts';
import { decompressionBomb } from './decompression-bomb.ts';
import { encryptedPdf } from './encrypted-pdf.ts';
import * as exports from './hostile-exports.ts';
import * as pictures from './hostile-pictures.ts';
import { circularForm, circularPageTree, deepNesting, endlessXref, pageCountOfAMillion } from './malformed-pdfs.ts';

export type HostileFile = {
  name: string;
  bytes: Uint8Array;
  /** The answers that are right; the first is the one to hope for. */
  expectedCodes: readonly ExtractionErrorCode[];
};

/** The password of `encrypted.pdf` and `encrypted-aes.pdf`. */
export const hostilePassword = 'correct horse';

/** Files that people upload by mistake or malice. None of them holds a transaction that could be read. */
export async function hostileFiles(): Promise<HostileFile[]> {
  const statement = generateStatement(seededRandom(1), { axes: { family: 'ledger', size: 'page' } }).pdf;
  return [
    file('empty.pdf', new Uint8Array(), 'empty_file'),
    file('random.pdf', randomBytes(50_000), 'unsupported_format'),
    file('header-only.pdf', latin1('%PDF-1.7\n'), 'damaged_file'),
    file('random-behind-header.pdf', Buffer.concat([latin1('%PDF-1.4\n'), randomBytes(50_000)]), 'damaged_file'),
    // Half a statement: the cross-reference table is gone, and readers that rebuild it find some pages or none.
    file(
      'truncated.pdf',
      statement.subarray(0, Math.floor(statement.length / 2)),
      'damaged_file',
      'no_transactions',
      'no_text_layer',
    ),
    file('circular-page-tree.pdf', circularPageTree(), 'damaged_file', 'no_text_layer'),
    file('million-pages.pdf', pageCountOfAMillion(), 'too_many_pages', 'damaged_file', 'no_text_layer'),
    file('two-thousand-pages.pdf', blankPages(2_000), 'too_many_pages'),
    file('circular-form.pdf', circularForm(), 'no_text_layer', 'damaged_file'),
    file('deep-nesting.pdf', deepNesting(), 'damaged_file', 'no_text_layer'),
    file('endless-xref.pdf', endlessXref(), 'damaged_file', 'no_text_layer'),
    file('decompression-bomb.pdf', decompressionBomb(), 'memory_limit', 'time_limit', 'damaged_file', 'no_text_layer'),
    file('encrypted.pdf', await encryptedPdf(hostilePassword, 'rc4'), 'encrypted_pdf'),
    file('encrypted-aes.pdf', await encryptedPdf(hostilePassword, 'aes'), 'encrypted_pdf'),
    file('no-text.pdf', blankPages(1), 'no_text_layer'),
    file('letter.pdf', letter(), 'no_transactions'),
    file('giant.png', pictures.giantPng(), 'memory_limit'),
    file('half.png', pictures.half(pictures.soundPng()), 'damaged_file', 'no_transactions'),
    file('bomb.png', pictures.bombPng(), 'memory_limit', 'damaged_file', 'time_limit', 'no_transactions'),
    file('giant.jpg', pictures.giantJpeg(), 'memory_limit'),
    file('half.jpg', pictures.half(pictures.soundJpeg()), 'damaged_file', 'no_transactions'),
    file('header.jpg', pictures.soundJpeg().slice(0, 20), 'damaged_file'),
    file('giant.tiff', pictures.giantTiff(), 'memory_limit'),
    file('half.tiff', pictures.half(pictures.soundTiff()), 'damaged_file', 'no_transactions'),
    file('endless.tiff', pictures.endlessTiff(), 'damaged_file', 'memory_limit', 'time_limit', 'too_many_pages'),
    file('many-pages.tiff', pictures.manyDirectories(), 'too_many_pages'),
    file('nothing.png', pictures.soundPng(), 'no_transactions'),
    file('zip-bomb.xlsx', exports.zipBomb(), 'memory_limit'),
    file('lying-zip-bomb.xlsx', exports.lyingZipBomb(), 'damaged_file', 'memory_limit'),
    file('millions-of-cells.xlsx', exports.millionsOfCells(), 'no_transactions', 'memory_limit', 'time_limit'),
    file('nested.zip', exports.nestedZip(), 'unsupported_format'),
    file('bomb.gz', exports.gzipBomb(), 'unsupported_format'),
    file('entity-bomb.xml', exports.entityBomb(), 'no_transactions', 'damaged_file'),
    file('entity-of-file.xml', exports.entityOfFile(), 'no_transactions', 'damaged_file'),
    file('deep.xml', exports.deepXml(), 'damaged_file'),
    file('deep.ofx', exports.deepOfx(), 'damaged_file'),
    file('endless.ofx', exports.endlessOfx(), 'no_transactions'),
    file('million-columns.csv', exports.millionColumns(), 'unsupported_format', 'damaged_file'),
    file('endless-row.csv', exports.endlessRow(), 'damaged_file'),
    file('endless-quote.csv', exports.endlessQuote(), 'damaged_file'),
    file('archive.zip', storedZip(), 'unsupported_format'),
    file('program', elfHeader(), 'unsupported_format'),
    file('error-page.pdf', latin1('<!doctype html><title>Session expired</title>'), 'unsupported_format'),
  ];
}

function file(name: string, bytes: Uint8Array, ...expectedCodes: ExtractionErrorCode[]): HostileFile {
  return { name, bytes, expectedCodes };
}

function blankPages(count: number): Uint8Array {
  const document = new PdfDocument({ script: 'simplified', emission: 'lines' });
  for (let page = 0; page < count; page += 1) document.addPage(595, 842).fill(50, 50, 200, 100, [0.9, 0.9, 0.9]);
  return document.toBytes();
}

/** Text with dates and amounts, but no account and no transactions. */
function letter(): Uint8Array {
  const document = new PdfDocument({ script: 'simplified', emission: 'lines' });
  const page = document.addPage(595, 842);
  const lines = [
    '14 March 2024',
    'Dear customer,',
    'thank you for your letter of 2 March 2024. We are pleased to tell you that from',
    '1 April 2024 the monthly fee falls from 4.50 to 3.90. You need not do anything.',
    'Yours sincerely,',
    'Harbour & Wold Bank',
  ];
  lines.forEach((line, index) => page.text(72, 100 + index * 16, line, { font: 'serif', size: 11 }));
  return document.toBytes();
}

/** A zip archive with one stored, empty member (PKWARE's APPNOTE, 4.3). */
function storedZip(): Uint8Array {
  const name = latin1('readme.txt');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length, 16);
  return Buffer.concat([local, name, central, name, end]);
}

function elfHeader(): Uint8Array {
  return Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), Buffer.alloc(57)]);
}

function randomBytes(count: number): Uint8Array {
  const random = seededRandom(7);
  return Uint8Array.from({ length: count }, () => random.integer(0, 255));
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
