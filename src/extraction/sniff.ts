import { holdsExports } from './formats/archive/member-names.ts';
import { decodeText, sureEncoding } from './formats/decode-text.ts';
import { looksLikeCsv } from './formats/table/read-csv.ts';
import { looksLikeHtml } from './formats/workbooks/read-html.ts';

/** What the bytes are. Whether they can be read, and by whom, says `readers.ts`. */
export type DetectedFormat = {
  format:
    | 'pdf'
    | 'png'
    | 'jpeg'
    | 'tiff'
    | 'xlsx'
    | 'xls'
    | 'xml-spreadsheet'
    | 'ods'
    | 'html'
    | 'csv'
    | 'ofx'
    | 'qif'
    | 'mt940'
    | 'camt'
    | 'bai2'
    | 'zip';
  mimeType: string;
  extension: string;
};

const PDF: DetectedFormat = { format: 'pdf', mimeType: 'application/pdf', extension: 'pdf' };
const PNG: DetectedFormat = { format: 'png', mimeType: 'image/png', extension: 'png' };
const JPEG: DetectedFormat = { format: 'jpeg', mimeType: 'image/jpeg', extension: 'jpg' };
const TIFF: DetectedFormat = { format: 'tiff', mimeType: 'image/tiff', extension: 'tiff' };
const XLSX: DetectedFormat = {
  format: 'xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: 'xlsx',
};
const OFX: DetectedFormat = { format: 'ofx', mimeType: 'application/x-ofx', extension: 'ofx' };
const QIF: DetectedFormat = { format: 'qif', mimeType: 'application/qif', extension: 'qif' };
const MT940: DetectedFormat = { format: 'mt940', mimeType: 'text/plain', extension: 'sta' };
const BAI2: DetectedFormat = { format: 'bai2', mimeType: 'text/plain', extension: 'bai' };
/** Excel's format before 2007; the container may hold other things, too, which are refused when they are read. */
const XLS: DetectedFormat = { format: 'xls', mimeType: 'application/vnd.ms-excel', extension: 'xls' };
const XML_SPREADSHEET: DetectedFormat = {
  format: 'xml-spreadsheet',
  mimeType: 'application/vnd.ms-excel',
  extension: 'xls',
};
const ODS: DetectedFormat = {
  format: 'ods',
  mimeType: 'application/vnd.oasis.opendocument.spreadsheet',
  extension: 'ods',
};
const HTML: DetectedFormat = { format: 'html', mimeType: 'text/html', extension: 'html' };
const CSV: DetectedFormat = { format: 'csv', mimeType: 'text/csv', extension: 'csv' };
/** Of exports for machines: what else is in a zip is not read. */
const ZIP: DetectedFormat = { format: 'zip', mimeType: 'application/zip', extension: 'zip' };
const CAMT: DetectedFormat = { format: 'camt', mimeType: 'application/xml', extension: 'xml' };

/** Readers accept a PDF header anywhere in the first 1024 bytes (ISO 32000-1, annex H, note 13). */
const PDF_HEADER_WINDOW = 1024;

/** What a text file is shows near its beginning, after comments or an envelope at most. */
const TEXT_WINDOW = 16_384;

/** The list of entries begins somewhere in here. */
const HTML_WINDOW = 262_144;
const MAY_BE_HTML = /^\s*<(?:!doctype html|html|head|body|meta|table|div|style|center|font|!--)/i;

/** First bytes that only one format begins with. */
const SIGNATURES: [number[], DetectedFormat][] = [
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], PNG],
  [[0xff, 0xd8, 0xff], JPEG],
  [[0x49, 0x49, 0x2a, 0x00], TIFF],
  [[0x4d, 0x4d, 0x00, 0x2a], TIFF],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], XLS],
];

/** The namespace of a camt message, or the element that holds it. */
const CAMT_MARKS = /<[^>]*:camt\.05[234]\.001\.\d\d['"]|<(?:[\w-]+:)?BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)/;

/** Tags that only an MT940 or MT942 has together, each at the start of its line. */
const SWIFT_TAGS = /(?:^[ \t]*|@@):(?:20|25P?|28C?|60[FM]|61|62[FM]):/gm;

/**
 * Recognises a file by its content, never by its name. Answers null where the content is none of the known formats
 * for certain; a zip is an `xlsx` only if it holds a workbook.
 */
export function sniff(bytes: Uint8Array): DetectedFormat | null {
  for (const [signature, format] of SIGNATURES) {
    if (signature.every((byte, index) => bytes[index] === byte)) return format;
  }
  const head = latin1(bytes.subarray(0, PDF_HEADER_WINDOW + 5));
  if (head.includes('%PDF-')) return PDF;
  if (head.startsWith('PK\u0003\u0004')) return sniffZip(bytes);
  const start = bytes.subarray(0, TEXT_WINDOW);
  // Marks of formats are plain letters, whatever else the encoding makes of the text.
  const encoding = sureEncoding(start);
  const text = encoding?.startsWith('utf-16')
    ? new TextDecoder(encoding).decode(start)
    : latin1(start).replace(/^\u00ef\u00bb\u00bf/, '');
  const known = sniffText(text.trimStart());
  if (known !== null) return known;
  if (MAY_BE_HTML.test(text)) return looksLikeHtml(decodeText(bytes.subarray(0, HTML_WINDOW))) ? HTML : null;
  return looksLikeCsv(bytes) ? CSV : null;
}

function sniffText(text: string): DetectedFormat | null {
  if (/^OFXHEADER:/i.test(text) || /<OFX>/i.test(text)) return OFX;
  if (/^[ \t]*!(Type:|Account|Option:|Clear:)/im.test(text)) return QIF;
  if (CAMT_MARKS.test(text)) return CAMT;
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet') && /<(?:\w+:)?Workbook[\s>]/.test(text))
    return XML_SPREADSHEET;
  if (/^01,[^\n]*\r?\n\s*(?:88,[^\n]*\n\s*)?02,/.test(text)) return BAI2;
  if (new Set(text.match(SWIFT_TAGS)?.map((tag) => tag.replace('@@', '').trim())).size >= 2) return MT940;
  return null;
}

/** The names of a zip's members stand uncompressed in its central directory, at the end of the file. */
function sniffZip(bytes: Uint8Array): DetectedFormat | null {
  const directory = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (directory.includes('xl/workbook.xml')) return XLSX;
  if (directory.includes('META-INF/manifest.xml') && directory.includes('content.xml')) return ODS;
  return holdsExports(bytes) ? ZIP : null;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
