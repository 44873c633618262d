import { readBai2 } from './formats/bai2/read-bai2.ts';
import { readCamt } from './formats/camt/read-camt.ts';
import { readMt940 } from './formats/mt940/read-mt940.ts';
import { readOfx } from './formats/ofx/read-ofx.ts';
import { readQif } from './formats/qif/read-qif.ts';
import { readCsv } from './formats/table/read-csv.ts';
import { readHtml } from './formats/workbooks/read-html.ts';
import { readXmlSpreadsheet } from './formats/workbooks/read-xml-spreadsheet.ts';
import { readXls } from './formats/xls/read-xls.ts';
import { countPdfPages } from './pdf/count-pdf-pages.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { jpegReader, pngReader, tiffReader } from './ocr/picture-readers.ts';
import type { Reader } from './reader.ts';
import type { DetectedFormat } from './sniff.ts';

/** A file for machines counts as one page, however long it is. */
const forMachines = (read: Reader['read']): Reader => ({ countPages: () => 1, read });

/** What unpacks workbooks is loaded with the first one: others need not make room for it. */
const readXlsx: Reader['read'] = async (bytes) => (await import('./formats/xlsx/read-xlsx.ts')).readXlsx(bytes);
const readOds: Reader['read'] = async (bytes) => (await import('./formats/workbooks/read-ods.ts')).readOds(bytes);

/** What banks also deliver in archives. */
const exported = {
  csv: forMachines(readCsv),
  camt: forMachines(readCamt),
  mt940: forMachines(readMt940),
  bai2: forMachines(readBai2),
  ofx: forMachines(readOfx),
  qif: forMachines(readQif),
};
const readArchive: Reader['read'] = async (bytes, options) =>
  (await import('./formats/archive/read-archive.ts')).readArchive(bytes, options, exported);

/** Who reads what. A format without a reader is recognised and refused. */
export const readers: Partial<Record<DetectedFormat['format'], Reader>> = {
  ...exported,
  pdf: { countPages: countPdfPages, read: readPdf },
  xlsx: forMachines(readXlsx),
  xls: forMachines(readXls),
  'xml-spreadsheet': forMachines(readXmlSpreadsheet),
  ods: forMachines(readOds),
  html: forMachines(readHtml),
  jpeg: jpegReader,
  png: pngReader,
  tiff: tiffReader,
  zip: forMachines(readArchive),
};
