import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { ExtractionError } from '../../../src/extraction/extraction-error.ts';
import { readDocument } from '../../../src/extraction/read-document.ts';

const read = (text: string, encoding: 'utf8' | 'latin1' | 'utf16le' = 'utf8') =>
  readDocument(Buffer.from(text, encoding), { maxPages: 1 });
const EXPECTED = [
  { date: '2026-01-13', description: 'TEA HOUSE & CO', amount: '-12.20', balance: '87.80' },
  { date: '2026-01-14', description: 'Nómina', amount: '1000.00', balance: '1087.80' },
];

const PAGE = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type"
  content="text/html; charset=windows-1252"><style>td { color: <red> }</style></head><body>
  <table><tr><td colspan=2>Cuenta: 4711 0815</td></tr>
  <tr><td>Saldo inicial&nbsp;</td><td align="right">100,00&nbsp;&euro;</td></tr></table>
  <!-- <tr><td>13/01/2026 --><table border=1><tr><th>Fecha<th>Concepto<th>Importe<th>Saldo</tr>
  <tr><td>13/01/2026</td><td>TEA<br>HOUSE &amp; CO</td><td>-12,20</td><td>87,80</td>
  <tr><td>14/01/2026</td><td>N&oacute;mina</td><td>1.000,00</td><td>1.087,80</td></tr></table></body></html>`;

describe('a page under the name of a workbook', () => {
  it('is read with what stands above its table, whichever tags are missing', async () => {
    expect(await read(PAGE)).toMatchObject({
      sourceFormat: 'html',
      warnings: [],
      statements: [{ accountNumber: '4711 0815', currency: 'EUR', reconciled: true, transactions: EXPECTED }],
    });
  });

  it.each(['latin1', 'utf16le'] as const)('may be encoded in %s', async (encoding) => {
    const page = PAGE.replace('&oacute;', 'ó');
    const marked = encoding === 'utf16le' ? `\ufeff${page}` : page;
    expect((await read(marked, encoding)).statements[0]?.transactions).toMatchObject(EXPECTED);
  });

  it('may be laid out by tables in tables', async () => {
    const page = PAGE.replace('<body>', '<body><table><tr><td>Menu<td>').replace(
      '</body>',
      '</td></tr></table></body>',
    );
    expect((await read(page)).statements[0]?.transactions).toMatchObject(EXPECTED);
  });

  it('is no statement without a table of entries, however deep it nests', async () => {
    await expect(read('<html><table><tr><td>Hello</td></tr></table></html>')).rejects.toThrow(ExtractionError);
    await expect(read(`<html>${'<table><tr><td>'.repeat(20_000)}Date`)).rejects.toThrow(ExtractionError);
  });
});

const SPREADSHEET = (sheet: string) => `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
  <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
  <Worksheet ss:Name="Movimientos"><Table><Row><Cell><Data ss:Type="String">Fecha</Data></Cell><Cell ss:MergeAcross="1"><Data
  ss:Type="String">Concepto</Data></Cell><Cell><Data ss:Type="String">Importe</Data></Cell><Cell><Data ss:Type="String">Saldo</Data></Cell></Row>
  <Row><Cell><Data ss:Type="DateTime">2026-01-13T00:00:00.000</Data></Cell><Cell ss:MergeAcross="1"><Data ss:Type="String">TEA HOUSE &amp; CO</Data>
  </Cell><Cell><Data ss:Type="Number">-12.199999999999999</Data></Cell><Cell><Data ss:Type="Number">87.8</Data></Cell></Row>
  <Row><Cell><Data ss:Type="Number">46036</Data></Cell><Cell><Data ss:Type="String">Nómina</Data></Cell><Cell
  ss:Index="4"><Data ss:Type="Number">1000</Data></Cell><Cell><Data ss:Type="Number">1087.8</Data></Cell></Row>
  </Table>${sheet}</Worksheet></Workbook>`;
const HIDDEN = '<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>';

describe('a workbook in the XML of 2003', () => {
  it('has merged cells, days of its own kind, and days as numbers', async () => {
    const document = await read(SPREADSHEET('').replace('2026-01-13T00:00:00.000', '2026-01-13T10:11:12.000'));
    expect(document).toMatchObject({ sourceFormat: 'xls', statements: [{ transactions: EXPECTED }] });
  });

  it('may be hidden', async () => {
    expect((await read(SPREADSHEET(HIDDEN))).warnings).toEqual(['The entries stand on hidden sheets: “Movimientos”.']);
  });

  it('is refused where it breaks off', async () => {
    await expect(read(SPREADSHEET('').slice(0, 900))).rejects.toThrow(/damaged/);
  });
});
