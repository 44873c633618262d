import { Buffer } from 'node:buffer';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ExtractionError } from '../../../src/extraction/extraction-error.ts';
import { showsDate } from '../../../src/extraction/formats/xlsx/number-formats.ts';
import { readXlsx } from '../../../src/extraction/formats/xlsx/read-xlsx.ts';
import { sniff } from '../../../src/extraction/sniff.ts';
import { writeXlsx } from '../../../src/workbook/xlsx/write-xlsx.ts';
import { makeDocument, makeStatement } from '../../support/extracted-document.ts';

const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>';

const workbook = (rows: string, { properties = '', strings = '', state = '', second = '' } = {}) =>
  zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="r">${properties}<sheets><sheet name="Konto" ${state} r:id="rId1"/><sheet name="Leer" r:id="rId2"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>',
    ),
    'xl/styles.xml': strToU8(STYLES),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings}</sst>`),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    'xl/worksheets/sheet2.xml': strToU8(`<worksheet><sheetData>${second}</sheetData></worksheet>`),
  });

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (...cells: string[]) => `<row>${cells.join('')}</row>`;

describe('an XLSX export', () => {
  const rows =
    row(inline('Datum'), inline('Text'), inline('Betrag'), inline('Saldo')) +
    row(
      '<c s="1"><v>46035</v></c>',
      '<c t="s"><v>0</v></c>',
      '<c><v>-12.199999999999999</v></c>',
      '<c><v>1087.8</v></c>',
    ) +
    row('<c s="1"><v>46036.5</v></c>', inline('Gehalt'), '<c><v>1E3</v></c>', '<c><v>2087.8</v></c>');
  const strings = '<si><r><t>Tee</t></r><r><t> und Gebäck</t></r><rPh><t>X</t></rPh></si>';

  it('has typed cells, dates as serial numbers, and shared texts', () => {
    const bytes = workbook(rows, { strings });
    expect(sniff(bytes)?.format).toBe('xlsx');
    expect(readXlsx(bytes).statements.map(({ transactions }) => transactions)).toMatchObject([
      [
        { date: '2026-01-13', description: 'Tee und Gebäck', amount: '-12.20', balance: '1087.80' },
        { date: '2026-01-14', description: 'Gehalt', amount: '1000.00', balance: '2087.80' },
      ],
    ]);
  });

  it('may count its days from 1904', () => {
    const bytes = workbook(rows, { strings, properties: '<workbookPr date1904="1"/>' });
    expect(readXlsx(bytes).statements[0]?.transactions[0]?.date).toBe('2030-01-14');
  });

  it('may have a heading of two rows', () => {
    const bytes = workbook(
      row(inline('Date'), inline('Description'), inline('Amount'), '<c/>') +
        row('<c r="C2" t="inlineStr"><is><t>Debit</t></is></c>', '<c r="D2" t="inlineStr"><is><t>Credit</t></is></c>') +
        row('<c s="1"><v>46035</v></c>', inline('Tea'), '<c><v>5</v></c>') +
        row('<c s="1"><v>46036</v></c>', inline('Pay'), '<c r="D4"><v>7</v></c>'),
    );
    expect(readXlsx(bytes).statements[0]?.transactions.map(({ amount }) => amount)).toEqual(['-5.00', '7.00']);
  });

  const plainRows =
    row(inline('Date'), inline('Description'), inline('Amount'), inline('Balance')) +
    row('<c><v>46035</v></c>', inline('Tea'), '<c><v>-12.2</v></c>', '<c><v>87.8</v></c>') +
    row('<c><v>46036.25</v></c>', inline('Pay'), '<c><v>1000</v></c>', '<c><f>D2+C3</f><v>1087.8</v></c>');

  it('may show its days as numbers, where their heading says what they are', () => {
    expect(readXlsx(workbook(plainRows)).statements[0]?.transactions).toMatchObject([
      { date: '2026-01-13', amount: '-12.20', balance: '87.80' },
      { date: '2026-01-14', amount: '1000.00', balance: '1087.80' },
    ]);
    // Numbers of something else lie far apart.
    const apart = plainRows.replace('46036.25', '59999');
    expect(readXlsx(workbook(apart)).statements).toEqual([]);
  });

  it('may have formulas that nobody has worked out, which is told', () => {
    const { warnings } = readXlsx(workbook(plainRows.replace('<v>1087.8</v>', '')));
    expect(warnings).toEqual([expect.stringMatching(/formulas whose results were never saved/)]);
  });

  it('may hide a sheet with entries, which is told, and read only where there are no others', () => {
    const hidden = (xml: string) => workbook(xml, { state: 'state="hidden"' });
    expect(readXlsx(hidden(plainRows))).toMatchObject({
      warnings: ['The entries stand on hidden sheets: “Konto”.'],
      statements: [{ transactions: [{ date: '2026-01-13' }, { date: '2026-01-14' }] }],
    });
    const both = workbook(plainRows, { state: 'state="hidden"', second: plainRows.replace('Tea', 'Cake') });
    expect(readXlsx(both)).toMatchObject({
      warnings: ['Hidden sheets look like lists of entries and were left out: “Konto”.'],
      statements: [{ transactions: [{ description: 'Cake' }, {}] }],
    });
  });

  it('of our own making is read as it was written', async () => {
    const transactions = [
      { date: '2026-01-31', amount: '-12.20', description: 'Tea', balance: '100.00' },
      { date: '2026-02-01', amount: '1000.00', description: 'Salary', balance: '1100.00' },
    ];
    const document = makeDocument({ statements: [makeStatement({ transactions })] });
    const bytes = await writeXlsx(document, { title: 'Test', createdAt: new Date(0) });
    const { statements } = readXlsx(bytes);
    expect(statements).toHaveLength(1);
    expect(statements[0]?.transactions).toMatchObject(transactions);
  });

  it.each([200 * 1024 ** 2, 40])('whose sheet claims to unpack to %i bytes is refused before it does', (claimed) => {
    const bytes = Buffer.from(workbook(rows, { strings }));
    // The claim stands in the member's entry of the central directory (PKWARE's APPNOTE, 4.3.12).
    const member = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
    bytes.writeUInt32LE(claimed, member + 24);
    expect(() => readXlsx(bytes)).toThrow(ExtractionError);
  });

  it('knows which formats show dates', () => {
    expect(['dd/mm/yyyy', '[$-409]d-mmm-yy;@', 'yyyy"年"m"月"', 'm/d/yy h:mm'].map(showsDate)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['General', '0.00', '#,##0.00 "EUR/day"', '[Red]-0.00', '@'].map(showsDate)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
