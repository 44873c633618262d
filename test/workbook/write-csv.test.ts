import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../src/workbook/write-csv.ts';
import { makeDocument, makeStatement } from '../support/extracted-document.ts';
import { arbitraryDocument } from '../support/workbook/arbitrary-document.ts';

const records = (csv: string): Record<string, string>[] => parse(csv, { columns: true, record_delimiter: '\r\n' });

describe('a bookkeeper imports the csv', () => {
  const document = makeDocument({
    statements: [
      makeStatement({
        accountNumber: 'DE1',
        transactions: [
          { date: '2026-01-02', description: 'Rent,\n"Flat 4"', amount: '-950.00', reference: 'SO-1', page: 2 },
        ],
      }),
      makeStatement({
        bank: null,
        accountNumber: null,
        currency: 'JPY',
        openingBalance: null,
        transactions: [{ amount: '350000.00', valueDate: '2026-01-05', flags: ['balance_mismatch', 'date_unclear'] }],
      }),
    ],
  });

  test('and finds one row a transaction under the same headings every time', () => {
    expect(records(writeCsv(document))).toEqual([
      {
        Date: '2026-01-02',
        'Value date': '',
        Description: 'Rent, "Flat 4"',
        Reference: 'SO-1',
        Amount: '-950.00',
        Balance: '250.00',
        Currency: 'EUR',
        Bank: 'Example Bank',
        Account: 'DE1',
        Statement: '1',
        Page: '2',
        Flags: '',
      },
      {
        Date: '2026-01-03',
        'Value date': '2026-01-05',
        Description: 'CARD PURCHASE GREENGROCER',
        Reference: '',
        Amount: '350000.00',
        Balance: '',
        Currency: 'JPY',
        Bank: '',
        Account: '',
        Statement: '2',
        Page: '1',
        Flags: 'balance_mismatch date_unclear',
      },
    ]);
  });

  test('whose lines end as RFC 4180 says, and which has its headings even where it has no row', () => {
    expect(writeCsv(makeDocument({ statements: [] }))).toBe(
      'Date,Value date,Description,Reference,Amount,Balance,Currency,Bank,Account,Statement,Page,Flags\r\n',
    );
  });

  test('with a byte order mark only where it is asked for', () => {
    expect(writeCsv(document).startsWith('Date')).toBe(true);
    expect(writeCsv(document, { bom: true }).startsWith('\uFEFFDate')).toBe(true);
  });
});

describe('a spreadsheet opens the csv', () => {
  test.each(['=HYPERLINK("http://example.com")', '+1', '-1', '@SUM(A1)', '\t=1+1', '\r=1+1', '＝1'])(
    'and takes %j for text',
    (description) => {
      const document = makeDocument({
        statements: [makeStatement({ transactions: [{ description, amount: '-12.20' }] })],
      });
      const [record] = records(writeCsv(document));
      expect(record?.['Description']).toBe(`'${description.trim()}`);
      expect(record?.['Amount']).toBe('-12.20');
    },
  );
});

test('whatever a statement says: as many rows as transactions, a line each, amounts as they are, nothing to run', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const csv = writeCsv(document);
      const transactions = document.statements.flatMap((statement) => statement.transactions);
      expect(csv.split('\r\n')).toHaveLength(transactions.length + 2);
      const rows = records(csv);
      expect(rows.map((row) => [row['Date'], row['Amount'], row['Balance']])).toEqual(
        transactions.map((transaction) => [transaction.date, transaction.amount, transaction.balance ?? '']),
      );
      for (const { Amount: _, Balance: __, ...cells } of rows) {
        expect(Object.values(cells).filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
      }
    }),
  );
});
