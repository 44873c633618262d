import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { ExtractionError } from '../../../src/extraction/extraction-error.ts';
import { readCsv } from '../../../src/extraction/formats/table/read-csv.ts';
import { sniff } from '../../../src/extraction/sniff.ts';
import { writeCsv } from '../../../src/workbook/write-csv.ts';
import { makeDocument, makeStatement } from '../../support/extracted-document.ts';

const read = (...lines: string[]) => readBytes(Buffer.from(lines.join('\r\n')));
const readBytes = (bytes: Uint8Array) => {
  expect(sniff(bytes)?.format).toBe('csv');
  return readCsv(bytes);
};
const rowsOf = (...lines: string[]) =>
  read(...lines).statements.flatMap(({ transactions }) =>
    transactions.map(({ date, amount, balance, description }) => [date, amount, balance ?? '-', description].join(' ')),
  );

describe('a CSV export', () => {
  it('may come with a preamble, semicolons and decimal commas, the newest row first', () => {
    const { statements } = read(
      '"Umsatzanzeige";"Datei erstellt am: 01.02.2026"',
      '"IBAN";"DE02 1203 0000 0000 2020 51"',
      '"Zeitraum:";"01.01.2026 - 31.01.2026"',
      '"Alter Saldo:";"100,00 EUR"',
      '',
      '"Buchung";"Wertstellungsdatum";"Auftraggeber/Empfänger";"Verwendungszweck";"Saldo";"Währung";"Betrag";"Währung"',
      '"13.01.2026";"13.01.2026";"Teehaus";"Tee; grün";"1.087,80";"EUR";"-12,20";"EUR"',
      '"02.01.2026";"03.01.2026";"Arbeitgeber";"Gehalt";"1.100,00";"EUR";"1.000,00";"EUR"',
      '"Neuer Saldo:";"1.087,80 EUR"',
    );
    expect(statements).toMatchObject([
      {
        accountNumber: 'DE02 1203 0000 0000 2020 51',
        currency: 'EUR',
        periodStart: '2026-01-01',
        periodEnd: '2026-01-31',
        openingBalance: '100.00',
        closingBalance: '1087.80',
        reconciled: true,
        transactions: [
          { date: '2026-01-13', amount: '-12.20', balance: '1087.80', description: 'Teehaus\nTee; grün' },
          { date: '2026-01-02', valueDate: '2026-01-03', amount: '1000.00', balance: '1100.00' },
        ],
      },
    ]);
  });

  it('may have two columns for the sides', () => {
    expect(
      rowsOf(
        'Date,Description,Debit,Credit,Balance',
        '01/13/2026,"Tea, green",12.20,,87.80',
        '01/14/2026,Salary,,"1,000.00","1,087.80"',
      ),
    ).toEqual(['2026-01-13 -12.20 87.80 Tea, green', '2026-01-14 1000.00 1087.80 Salary']);
  });

  it('may have a column that says on which side each entry is', () => {
    expect(
      rowsOf(
        'Datum;Naam / Omschrijving;Rekening;Af Bij;Bedrag (EUR)',
        '20260113;Thee;NL1;Af;12,20',
        '20260114;Loon;NL1;Bij;100,00',
      ),
    ).toEqual(['2026-01-13 -12.20 - Thee', '2026-01-14 100.00 - Loon']);
  });

  it('without signs has the direction that its balances take', () => {
    expect(
      rowsOf(
        'Date,Narration,Amount,Balance',
        '13 Jan 2026,Received from Ada,5.00,105.00',
        '14 Jan 2026,Tea,12.20,92.80',
        '15 Jan 2026,Cake,2.80,90.00',
      ),
    ).toEqual([
      '2026-01-13 5.00 105.00 Received from Ada',
      '2026-01-14 -12.20 92.80 Tea',
      '2026-01-15 -2.80 90.00 Cake',
    ]);
  });

  it('takes a fee off, where the balances say so', () => {
    const { statements } = read(
      'Type,Completed Date,Description,Amount,Fee,Currency,Balance',
      'CARD,2026-01-13 10:00:00,Cake,-7.50,0.00,GBP,87.50',
      'CARD,2026-01-14 11:00:00,Tea,-12.20,0.30,GBP,75.00',
    );
    expect(statements[0]?.transactions).toMatchObject([{ amount: '-7.50', currency: 'GBP' }, { amount: '-12.50' }]);
  });

  it('parts accounts in several currencies', () => {
    const { statements } = read(
      'Date,Description,Amount,Currency,Balance',
      '2026-01-13,Tea,-1.00,GBP,9.00',
      '2026-01-13,Thé,-2.00,EUR,18.00',
      '2026-01-14,Cake,-1.00,GBP,8.00',
      '2026-01-14,Gâteau,-2.00,EUR,16.00',
    );
    expect(statements).toMatchObject([
      { currency: 'GBP', closingBalance: '8.00', checks: [{ ok: true }] },
      { currency: 'EUR', closingBalance: '16.00', checks: [{ ok: true }] },
    ]);
  });

  it('without a heading is read by its contents', () => {
    expect(rowsOf('13.01.2026;Tea;-12,20;87,80', '14.01.2026;Cake;-7,80;80,00', '15.01.2026;Pay;20,00;100,00')).toEqual(
      ['2026-01-13 -12.20 87.80 Tea', '2026-01-14 -7.80 80.00 Cake', '2026-01-15 20.00 100.00 Pay'],
    );
  });

  it('flags a balance that does not follow', () => {
    const [statement] = read(
      'Date,Description,Amount,Balance',
      '2026-01-13,Tea,-12.20,87.80',
      '2026-01-14,Cake,-7.80,81.00',
      '2026-01-15,Pay,20.00,101.00',
    ).statements;
    expect(statement?.reconciled).toBe(false);
    expect(statement?.transactions.map(({ flags }) => flags)).toEqual([[], ['balance_mismatch'], []]);
  });

  it('takes a balance brought forward for no entry, and a blank date for the one above, which it flags', () => {
    const [statement] = read(
      'Date,Description,Amount,Balance',
      '2026-01-12,Balance brought forward,100.00,100.00',
      '2026-01-13,Tea,-12.20,87.80',
      ',Cake,-7.80,80.00',
    ).statements;
    expect(statement).toMatchObject({ openingBalance: '100.00', closingBalance: '80.00', reconciled: null });
    expect(statement?.transactions.map(({ date, flags }) => [date, ...flags])).toEqual([
      ['2026-01-13'],
      ['2026-01-13', 'date_inferred'],
    ]);
  });

  it('may state its ends and totals in a preamble with another table', () => {
    const [statement] = read(
      'Description,,Summary Amt.',
      'Beginning balance as of 01/01/2026,,"50.00"',
      'Total credits,,"50.00"',
      'Total debits,,"-12.20"',
      'Ending balance as of 01/31/2026,,"87.80"',
      '',
      'Date,Description,Amount,Running Bal.',
      '01/01/2026,Beginning balance as of 01/01/2026,,"50.00"',
      '01/13/2026,"PAY","50.00","100.00"',
      '01/14/2026,"TEA","-12.20","87.80"',
    ).statements;
    expect(statement).toMatchObject({ openingBalance: '50.00', closingBalance: '87.80', reconciled: true });
    expect(statement?.transactions).toHaveLength(2);
  });

  it('of a card has purchases negative, whatever sign the bank gives them', () => {
    const [statement] = read(
      'Date,Description,Card Member,Amount',
      '2026-01-14,TEA HOUSE,ADA,12.20',
      '2026-01-15,PAYMENT THANK YOU,ADA,-50.00',
      '2026-01-16,BOOK STORE,ADA,9.00',
      '2026-01-17,CAKE,ADA,8.00',
    ).statements;
    expect(statement?.transactions.map(({ amount }) => amount)).toEqual(['-12.20', '50.00', '-9.00', '-8.00']);
    expect(statement?.transactions[0]?.flags).toEqual(['sign_inferred']);
  });

  it('flags dates that may be read either way', () => {
    const [statement] = read('Date,Description,Amount', '03/04/2026,Tea,-1.00', '03/05/2026,Tea,-1.00').statements;
    expect(statement?.reconciled).toBeNull();
    expect(statement?.transactions[0]?.flags).toEqual(['date_ambiguous']);
  });

  it.each([
    ['utf-16le', 'Datum;Beschreibung;Betrag\n13.01.2026;Bäcker;-1,00\n', '\ufeff'],
    ['latin1', 'Datum;Beschreibung;Betrag\n13.01.2026;Bäcker;-1,00\n', ''],
  ] as const)('is read in %s', (encoding, text, mark) => {
    const [statement] = readBytes(Buffer.from(mark + text, encoding)).statements;
    expect(statement?.transactions[0]?.description).toBe('Bäcker');
  });

  it('is read in Shift_JIS', () => {
    // 日付,内容,金額 and one row: 給与.
    const heading = [0x93, 0xfa, 0x95, 0x74, 0x2c, 0x93, 0xe0, 0x97, 0x65, 0x2c, 0x8b, 0xe0, 0x8a, 0x7a, 0x0a];
    const row = [...Buffer.from('2026/01/13,'), 0x8b, 0x8b, 0x97, 0x5e, ...Buffer.from(',"1,000"\n')];
    const [statement] = readBytes(Uint8Array.from([...heading, ...row])).statements;
    expect(statement?.transactions).toMatchObject([{ date: '2026-01-13', amount: '1000.00', description: '給与' }]);
  });

  it('of our own making is read as it was written, statement by statement', () => {
    const rows = (month: string, balance: number) => [
      {
        date: `2026-${month}-13`,
        amount: '-12.20',
        description: '=Tea',
        balance: (balance - 12.2).toFixed(2),
        reference: 'R1',
      },
      {
        date: `2026-${month}-14`,
        amount: '1000.00',
        description: 'Salary',
        balance: (balance + 987.8).toFixed(2),
        reference: null,
      },
    ];
    const statements = [rows('01', 100), rows('03', 500)].map((transactions) =>
      makeStatement({ transactions, bank: 'Harbour Bank', accountNumber: '4711', currency: 'EUR' }),
    );
    const back = readBytes(Buffer.from(writeCsv(makeDocument({ statements })))).statements;
    expect(back).toMatchObject(
      statements.map(({ transactions }) => ({
        bank: 'Harbour Bank',
        accountNumber: '4711',
        transactions: transactions.map(({ date, amount, description, balance, reference }) => ({
          date,
          amount,
          description,
          balance,
          reference,
        })),
      })),
    );
  });

  it('with a million columns, or a row without end, is no statement', () => {
    expect(() => readCsv(Buffer.from(`Date,Amount\n${'1,'.repeat(1_000_000)}`))).toThrow(ExtractionError);
    expect(() => readCsv(Buffer.from(`Date,Amount\n"${'x'.repeat(1_000_000)}`))).toThrow(ExtractionError);
  });

  it('is none where there is no table of entries', () => {
    expect(sniff(Buffer.from('Name,Address\nAda,London\n'))).toBeNull();
    expect(sniff(Buffer.from('Dear customer,\nthank you, on 14 March 2024, for 4.50.\n'))).toBeNull();
    expect(sniff(Buffer.from('<!doctype html><table><tr><td>Date,Amount</td></tr></table>'))).toBeNull();
  });
});
