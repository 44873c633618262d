import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { ExtractedDocument, Transaction } from '../../src/extraction/statement.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const FRAME = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/book.xml" ContentType="${MIME}.sheet.main+xml"/><Override PartName="/sheet.xml" ContentType="${MIME}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="book.xml"/></Relationships>`,
  'book.xml': `<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets><sheet name="Rows" sheetId="1" r:id="r1"/></sheets></workbook>`,
  '_rels/book.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="sheet.xml"/></Relationships>`,
};

/**
 * What the combined workbook is compared with: the printed rows in one bare sheet, streamed, without a style, a formula,
 * a merge or a check. `take` is given the file in parts.
 */
export function openBareXlsx(take: (part: Uint8Array) => void) {
  const zip = new Zip((error, part) => {
    if (error) throw error;
    take(part);
  });
  for (const [path, xml] of Object.entries(FRAME)) entry(zip, path).push(strToU8(xml), true);
  const sheet = entry(zip, 'sheet.xml');
  sheet.push(strToU8(`<worksheet xmlns="${SHEETS}"><sheetData>`));
  return {
    write(filename: string, { statements }: ExtractedDocument): void {
      for (const { accountNumber, bank, transactions } of statements) {
        const rows = transactions.map((row) => rowXml([accountNumber, bank, filename], row));
        sheet.push(strToU8(rows.join('')));
      }
    },
    end(): void {
      sheet.push(strToU8('</sheetData></worksheet>'), true);
      zip.end();
    },
  };
}

const entry = (zip: Zip, path: string): ZipDeflate => {
  const opened = new ZipDeflate(path, { level: 4 });
  zip.add(opened);
  return opened;
};

const rowXml = (common: readonly (string | null)[], row: Transaction): string => {
  const words = [...common, row.date, row.valueDate, row.description, row.reference, row.currency];
  const figures = [row.amount, row.balance, row.page];
  return `<row>${words.map(textXml).join('')}${figures.map((figure) => `<c><v>${figure ?? ''}</v></c>`).join('')}</row>`;
};

const textXml = (text: string | null): string =>
  `<c t="inlineStr"><is><t>${(text ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
