import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExtractionError } from '../../../src/extraction/extraction-error.ts';
import { readers } from '../../../src/extraction/readers.ts';
import { writeXlsx } from '../../../src/workbook/xlsx/write-xlsx.ts';
import { makeDocument } from '../../support/extracted-document.ts';
import { generateAccount } from '../../support/formats/generated-account.ts';
import { chooseCsv, writeCsvExport } from '../../support/formats/write-csv-export.ts';
import { writers } from '../../support/formats/write-machine-formats.ts';
import { seededRandom } from '../../support/random.ts';

const account = generateAccount(seededRandom(3));
const sound = {
  ofx: Buffer.from(writers.ofx(account)),
  qif: Buffer.from(writers.qif(account)),
  mt940: Buffer.from(writers.mt940(account)),
  camt: Buffer.from(writers.camt(account)),
  bai2: Buffer.from(writers.bai2(account)),
  csv: Buffer.from(writeCsvExport(account, chooseCsv(seededRandom(3)))),
  xls: readFileSync(new URL('workbooks/excel-97.xls', import.meta.url)),
  ods: readFileSync(new URL('workbooks/calc.ods', import.meta.url)),
  html: Buffer.from(
    '<html><table><tr><th>Date<th>Text<th>Amount<tr><td>2026-01-13<td>Tea &amp; cake<td colspan="2">-12.20</table>',
  ),
  'xml-spreadsheet': Buffer.from(
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet Name="A"><Table>' +
      '<Row><Cell><Data Type="String">Date</Data></Cell><Cell Index="3"><Data Type="String">Amount</Data></Cell></Row>' +
      '<Row><Cell><Data Type="DateTime">2026-01-13</Data></Cell><Cell Index="3"><Data Type="Number">-12.2</Data></Cell></Row>' +
      '</Table></Worksheet></Workbook>',
  ),
  xlsx: Buffer.from(await writeXlsx(makeDocument({}), { title: 'Sound', createdAt: new Date(0) })),
};
const isFormat = (name: string): name is keyof typeof sound => name in sound;

/** Something cut out, doubled, or put in, at a place between 0 and 1. */
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(60),
  kind: fc.constantFrom('cut', 'double', 'insert', 'truncate'),
  inserted: fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom('<', '>', '</', '"', ',', ';', '\n', '^', ':61:', '\u0000', '&#x41;', '99999999999999999999'),
  ),
});

const mutate = (
  bytes: Buffer,
  { at, length, kind, inserted }: typeof mutation extends fc.Arbitrary<infer T> ? T : never,
): Buffer => {
  const from = Math.floor(at * bytes.length);
  const to = Math.min(bytes.length, from + length);
  const [head, piece, tail] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
  if (kind === 'truncate') return Buffer.from(head);
  if (kind === 'cut') return Buffer.concat([head, tail]);
  return Buffer.concat([head, piece, kind === 'double' ? piece : Buffer.from(inserted), tail]);
};

const MONEY = /^-?\d+\.\d{2,}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

describe.each(Object.keys(sound).filter(isFormat))('a mutated %s file', (format) => {
  it('is read or refused, and whatever is read is well formed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
        const bytes = mutations.reduce(mutate, sound[format]);
        try {
          const document = await readers[format]?.read(bytes, { maxPages: 1 });
          for (const { transactions } of document?.statements ?? []) {
            for (const { date, amount } of transactions) {
              expect(date).toMatch(DAY);
              expect(amount).toMatch(MONEY);
            }
          }
        } catch (error) {
          if (!(error instanceof ExtractionError)) throw error;
        }
      }),
      { numRuns: 60 },
    );
  });
});
