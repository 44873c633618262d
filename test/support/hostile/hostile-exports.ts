import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

const MEGABYTE = 1024 ** 2;

const PARTS = {
  'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>'),
  'xl/_rels/workbook.xml.rels': strToU8(
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
};

/** A workbook of some hundred kilobytes whose sheet unpacks to 200 MB. */
export function zipBomb(): Uint8Array {
  return zipSync({ ...PARTS, 'xl/worksheets/sheet1.xml': Buffer.alloc(200 * MEGABYTE, ' ') }, { level: 1 });
}

/** The same with the lie that the sheet has a hundred bytes, in both places where a zip says so. */
export function lyingZipBomb(): Uint8Array {
  const sheet = Buffer.alloc(40 * MEGABYTE, ' ');
  const bytes = Buffer.from(zipSync({ ...PARTS, 'xl/worksheets/sheet1.xml': sheet }, { level: 1 }));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(sheet.length);
  for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size, at + 4)) bytes.writeUInt32LE(100, at);
  return bytes;
}

/** A sheet of three million cells, which is less than what may be unpacked. */
export function millionsOfCells(): Uint8Array {
  const row = `<row>${'<c><v>1</v></c>'.repeat(1_000)}</row>`;
  const sheet = Buffer.from(`<worksheet><sheetData>${row.repeat(3_000)}</sheetData></worksheet>`);
  return zipSync({ ...PARTS, 'xl/worksheets/sheet1.xml': sheet }, { level: 1 });
}

/** A zip in a zip in a zip, each of which is what it holds: nothing is ever opened but a workbook's own parts. */
export const nestedZip = (): Uint8Array =>
  zipSync({ 'a.zip': zipSync({ 'b.zip': zipSync({ 'c.txt': strToU8('x') }) }) });

/** 200 MB of zeros, gzipped. */
export const gzipBomb = (): Uint8Array => gzipSync(Buffer.alloc(200 * MEGABYTE), { level: 1 });

/** Entities of entities, of which the last is a billion long (CWE-776). */
export function entityBomb(): Uint8Array {
  const entities = Array.from({ length: 9 }, (_, at) => {
    const value = at === 0 ? 'lol' : `&l${at - 1};`.repeat(10);
    return `<!ENTITY l${at} "${value}">`;
  });
  return camt(`<Stmt><Acct><Id><IBAN>&l8;</IBAN></Id></Acct></Stmt>`, `<!DOCTYPE d [${entities.join('')}]>`);
}

/** An entity that is a file of the server's (CWE-611). */
export const entityOfFile = (): Uint8Array =>
  camt('<Stmt><Acct><Id><IBAN>&f;</IBAN></Id></Acct></Stmt>', '<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]>');

export const deepXml = (): Uint8Array => camt('<a>'.repeat(500_000));

/** Elements in elements, none of which is ever closed, as SGML allows. */
export const deepOfx = (): Uint8Array => Buffer.from(`OFXHEADER:100\n\n<OFX>${'<BANKMSGSRSV1>'.repeat(500_000)}`);

/** Statements that begin and never end: each ends where the next begins. */
export const endlessOfx = (): Uint8Array => Buffer.from(`OFXHEADER:100\n\n<OFX>${'<STMTRS>'.repeat(500_000)}`);

export const millionColumns = (): Uint8Array => Buffer.from(`Date,Amount${',x'.repeat(1_000_000)}\n2026-01-01,1\n`);

/** A heading like any other, and below it one row without end. */
export const endlessRow = (): Uint8Array =>
  Buffer.from(`Date,Description,Amount\n2026-01-01,Tea,-1.00\n2026-01-02,${'1,'.repeat(3_000_000)}\n`);

/** A quote that is never closed, with a file behind it. */
export const endlessQuote = (): Uint8Array =>
  Buffer.from(`Date,Description,Amount\n2026-01-01,Tea,-1.00\n2026-01-02,"${'x'.repeat(8 * MEGABYTE)}\n`);

function camt(report: string, doctype = ''): Uint8Array {
  return Buffer.from(
    `<?xml version="1.0"?>${doctype}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">` +
      `<BkToCstmrStmt>${report}</BkToCstmrStmt></Document>`,
  );
}
