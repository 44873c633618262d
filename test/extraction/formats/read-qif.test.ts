import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { readQif } from '../../../src/extraction/formats/qif/read-qif.ts';
import { writeQif } from '../../../src/workbook/write-qif.ts';
import { makeDocument, makeStatement } from '../../support/extracted-document.ts';

const read = (...lines: string[]) => readQif(Buffer.from(lines.join('\n')));
const datesOf = (...dates: string[]) =>
  read('!Type:Bank', ...dates.flatMap((date) => [`D${date}`, 'T-1.00', 'PTea', '^']))
    .statements.flatMap(({ transactions }) => transactions)
    .map(({ date, flags }) => [date, ...flags].join(' '));

describe('a QIF file', () => {
  it('has its dates read in the notation that all of them allow', () => {
    expect(datesOf("1/31'04", "12/ 1'99", '2/ 3/04')).toEqual(['2004-01-31', '2099-12-01', '2004-02-03']);
    expect(datesOf('31/01/2004', '01/02/2004')).toEqual(['2004-01-31', '2004-02-01']);
    expect(datesOf('31.01.04', '2.2.04')).toEqual(['2004-01-31', '2004-02-02']);
    expect(datesOf('2004-01-31', '2004-02-01')).toEqual(['2004-01-31', '2004-02-01']);
    expect(datesOf('12/31/99')).toEqual(['1999-12-31']);
  });

  it('flags dates that could be read either way', () => {
    expect(datesOf('03/04/2026')).toEqual(['2026-03-04 date_ambiguous']);
  });

  it('keeps accounts apart, leaves lists and splits out, and takes an opening balance for one', () => {
    const { statements } = read(
      '!Option:AutoSwitch',
      '!Account',
      'NChecking 4711',
      'TBank',
      '^',
      '!Clear:AutoSwitch',
      '!Account',
      'NChecking 4711',
      'TBank',
      '^',
      '!Type:Bank',
      "D1/15'26",
      'T1,000.00',
      'POpening Balance',
      'L[Checking 4711]',
      '^',
      "D1/16'26",
      'U-1,250.50',
      'T-1,250.50',
      'N101',
      'PGreengrocer',
      'MApples',
      'LGroceries',
      'SGroceries',
      '$-1,000.00',
      'SGifts',
      '$-250.50',
      '^',
      '!Account',
      'NCard',
      'TCCard',
      '^',
      '!Type:CCard',
      "D1/17'26",
      'T-9.99',
      'PBooks',
      '!Type:Cat',
      'NGroceries',
      'E',
      '^',
    );
    expect(statements).toMatchObject([
      {
        accountNumber: 'Checking 4711',
        openingBalance: '1000.00',
        transactions: [
          { date: '2026-01-16', amount: '-1250.50', reference: '101', description: 'Greengrocer\nApples', flags: [] },
        ],
      },
      { accountNumber: 'Card', transactions: [{ date: '2026-01-17', amount: '-9.99' }] },
    ]);
  });

  it('of our own making is read as it was written', () => {
    const transactions = [
      { date: '2026-01-31', amount: '-12.20', description: 'Tea', reference: null },
      { date: '2026-02-01', amount: '1000.00', description: 'Salary\nJanuary', reference: '77' },
    ];
    const document = makeDocument({ statements: [makeStatement({ transactions })] });
    expect(readQif(Buffer.from(writeQif(document))).statements[0]?.transactions).toMatchObject(transactions);
  });
});
