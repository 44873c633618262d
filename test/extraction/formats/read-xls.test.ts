import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ExtractionError } from '../../../src/extraction/extraction-error.ts';
import { readXls } from '../../../src/extraction/formats/xls/read-xls.ts';
import { readDocument } from '../../../src/extraction/read-document.ts';
import { float64, record, uint16, uint32, writeCompoundFile } from '../../support/formats/write-xls.ts';

const read = (name: string) =>
  readDocument(readFileSync(new URL(`workbooks/${name}`, import.meta.url)), { maxPages: 1 });

const text = (value: string) => [...uint16(value.length), 0, ...Buffer.from(value, 'latin1')];
const at = (row: number, column: number, style = 0) => [...uint16(row), ...uint16(column), ...uint16(style)];
const label = (row: number, column: number, value: string) => record(0x2_04, at(row, column), text(value));
const number = (row: number, column: number, value: number, style = 0) =>
  record(0x2_03, at(row, column, style), float64(value));
const bof = (kind: number) => record(0x8_09, uint16(0x6_00), uint16(kind), Buffer.alloc(12));
const EOF = record(0x0a);
const HEADING = ['Date', 'Text', 'Amount', 'Balance'].map((name, column) => label(0, column, name));

const entry = (row: number, cells: Buffer[], amount: number, balance: number) => [
  ...cells,
  number(row, 2, amount),
  number(row, 3, balance),
];

/** A workbook with one sheet of these records; `shared` are records that all sheets share. */
const workbook = (cells: Buffer[], { shared = [], state = 0 }: { shared?: Buffer[]; state?: number } = {}) => {
  const sheet = Buffer.concat([bof(0x10), ...cells, EOF]);
  const globals = (offset: number) =>
    Buffer.concat([bof(0x05), ...shared, record(0x85, uint32(offset), [state, 0, 5, 0], Buffer.from('Sheet')), EOF]);
  return writeCompoundFile('Workbook', Buffer.concat([globals(globals(0).length), sheet]));
};
const DATES = [
  record(0xe0, uint16(0), uint16(0), Buffer.alloc(16)),
  record(0xe0, uint16(0), uint16(14), Buffer.alloc(16)),
];
const rowsOf = (bytes: Buffer) =>
  readXls(bytes).statements.flatMap(({ transactions }) =>
    transactions.map(({ date, description, amount, balance }) => [date, description, amount, balance ?? '-'].join(' ')),
  );

describe('a workbook of the old kind', () => {
  it.each(['excel-97.xls', 'excel-95.xls', 'calc.ods'])('as another program writes it: %s', async (name) => {
    const { statements } = await read(name);
    expect(statements).toMatchObject([
      {
        accountNumber: '0012345678',
        openingBalance: '100.00',
        closingBalance: '1080.00',
        reconciled: true,
        transactions: [
          { date: '2026-01-13', amount: '-12.20', balance: '87.80' },
          { date: '2026-01-14', description: 'Gehalt Hafen', amount: '1000.00', balance: '1087.80' },
          { date: '2026-01-15', description: 'Kuchen', amount: '-7.80', balance: '1080.00' },
        ],
      },
    ]);
  });

  it('keeps numbers in four bytes, several in a record, and what formulas came to', () => {
    const hundredths = (value: number) => uint32((Math.round(value * 100) << 2) | 3);
    const whole = (value: number) => uint32((value << 2) | 2);
    expect(
      rowsOf(
        workbook(
          [
            ...HEADING,
            number(1, 0, 46_035, 1),
            label(1, 1, 'Tea'),
            record(0xbd, uint16(1), uint16(2), uint16(0), hundredths(-12.2), uint16(0), hundredths(87.8), uint16(3)),
            record(0x2_7e, at(2, 0, 1), whole(46_036)),
            record(0x06, at(2, 1), [0, 0, 0, 0, 0, 0, 0xff, 0xff], uint16(0), uint32(0)),
            record(0x2_07, text('Salary')),
            record(0x06, at(2, 2), float64(1000), uint16(0), uint32(0)),
            record(0x06, at(2, 3), float64(1087.8), uint16(0), uint32(0)),
          ],
          { shared: DATES },
        ),
      ),
    ).toEqual(['2026-01-13 Tea -12.20 87.80', '2026-01-14 Salary 1000.00 1087.80']);
  });

  it('shares texts that go on in the next record, there perhaps with wider letters', () => {
    const strings = [
      record(0xfc, uint32(2), uint32(2), uint16(3), [0], Buffer.from('Tea'), uint16(6), [0], Buffer.from('Sal')),
      record(0x3c, [1], Buffer.from('ary', 'utf16le')),
    ];
    const shared = (row: number, string: number) => record(0xfd, at(row, 1), uint32(string));
    const cells = [
      ...HEADING,
      ...entry(1, [number(1, 0, 46_035, 1), shared(1, 0)], -12.2, 87.8),
      ...entry(2, [number(2, 0, 46_036, 1), shared(2, 1)], 1000, 1087.8),
    ];
    expect(rowsOf(workbook(cells, { shared: [...DATES, ...strings] }))).toEqual([
      '2026-01-13 Tea -12.20 87.80',
      '2026-01-14 Salary 1000.00 1087.80',
    ]);
  });

  const plain = [
    ...HEADING,
    ...entry(1, [number(1, 0, 46_035), label(1, 1, 'Tea')], -12.2, 87.8),
    ...entry(2, [number(2, 0, 46_036.25), label(2, 1, 'Pay')], 1000, 1087.8),
  ];

  it('has days that are shown as numbers, where their heading says what they are', () => {
    expect(rowsOf(workbook(plain))).toEqual(['2026-01-13 Tea -12.20 87.80', '2026-01-14 Pay 1000.00 1087.80']);
    const is1904 = record(0x22, uint16(1));
    expect(rowsOf(workbook(plain, { shared: [is1904] }))[0]).toBe('2030-01-14 Tea -12.20 87.80');
  });

  it('is read where its only sheet is hidden, and that is told', () => {
    const { statements, warnings } = readXls(workbook(plain, { state: 1 }));
    expect(statements[0]?.transactions).toHaveLength(2);
    expect(warnings).toEqual(['The entries stand on hidden sheets: “Sheet”.']);
  });

  it('is refused behind a password, as another document, or cut off', () => {
    const locked = workbook(plain, { shared: [record(0x2f, Buffer.alloc(54))] });
    expect(() => readXls(locked)).toThrow(/protected by a password/);
    expect(() => readXls(writeCompoundFile('EncryptedPackage', Buffer.alloc(9)))).toThrow(/protected by a password/);
    expect(() => readXls(writeCompoundFile('WordDocument', Buffer.alloc(9)))).toThrow(/no workbook/);
    expect(() => readXls(workbook(plain).subarray(0, 900))).toThrow(ExtractionError);
  });

  it('whose sectors lead back to themselves is refused', () => {
    const bytes = workbook(plain);
    bytes.writeUInt32LE(2, 512 + 4 * 3);
    expect(() => readXls(bytes)).toThrow(ExtractionError);
  });
});
