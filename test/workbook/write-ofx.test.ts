import { XMLValidator } from 'fast-xml-parser';
import { Ofx } from 'ofx-data-extractor';
import { describe, expect, test } from 'vitest';
import type { ExtractedDocument } from '../../src/extraction/statement.ts';
import { isCardNumber } from '../../src/workbook/card-number.ts';
import { writeOfx } from '../../src/workbook/ofx/write-ofx.ts';
import { makeDocument, makeStatement } from '../support/extracted-document.ts';
import { ofxElements } from '../support/workbook/ofx-elements.ts';

const write = (document: ExtractedDocument): string =>
  writeOfx(document, { createdAt: new Date('2026-02-01T10:00:00Z') });

describe('an accounting program imports the ofx', () => {
  const document = makeDocument({
    statements: [
      makeStatement({
        transactions: [
          {
            date: '2026-01-02',
            valueDate: '2026-01-03',
            description: 'Rent & heating <January> for the flat in the lane\nFlat 4',
            amount: '-950.00',
            reference: 'SO-1',
          },
          { date: '2026-01-05', description: 'Invoice 118', amount: '1840.10' },
        ],
      }),
    ],
  });

  test('and an independent reader finds account, balance and rows', () => {
    const ofx = new Ofx(write(document));
    expect(ofx.validate()).toMatchObject({ isValid: true });
    expect(ofx.validate().stats).toMatchObject({ bankTransactions: 2, duplicatedFitIds: 0 });
    const { transactions } = ofx.toNormalized({ amountMode: 'string', dateMode: 'iso' });
    expect(transactions).toMatchObject([
      {
        source: 'bank',
        direction: 'debit',
        amount: '-950.00',
        currency: 'EUR',
        account: { BANKID: 'EXAMPLEBA', ACCTID: '…4321', ACCTTYPE: 'CHECKING' },
      },
      { source: 'bank', direction: 'credit', amount: '1840.10', description: 'Invoice 118' },
    ]);
  });

  test('which starts with the two headers of OFX 2 and is well-formed XML', () => {
    const ofx = write(document);
    expect(ofx.split('\n').slice(0, 3)).toEqual([
      '<?xml version="1.0" encoding="UTF-8" standalone="no"?>',
      '<?OFX OFXHEADER="200" VERSION="220" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>',
      '<OFX>',
    ]);
    expect(XMLValidator.validate(ofx)).toBe(true);
  });

  test('whose elements stand in the order of the specification', () => {
    const ofx = write(document);
    expect(ofxElements(ofx, 'STMTRS')[0]?.map(([name]) => name)).toEqual([
      'CURDEF',
      'BANKACCTFROM',
      'BANKTRANLIST',
      'LEDGERBAL',
    ]);
    expect(ofxElements(ofx, 'STMTTRN')[0]).toEqual([
      ['TRNTYPE', 'DEBIT'],
      ['DTPOSTED', '20260102120000.000[0:GMT]'],
      ['DTAVAIL', '20260103120000.000[0:GMT]'],
      ['TRNAMT', '-950.00'],
      ['FITID', expect.stringMatching(/^[0-9a-f]{32}$/)],
      ['REFNUM', 'SO-1'],
      ['NAME', 'Rent & heating <January> for the'],
      ['MEMO', 'Rent & heating <January> for the flat in the lane Flat 4'],
    ]);
    expect(ofxElements(ofx, 'LEDGERBAL')[0]).toEqual([
      ['BALAMT', '2090.10'],
      ['DTASOF', '20260131120000.000[0:GMT]'],
    ]);
  });

  test('with the end of a number that is longer than the specification has room for', () => {
    const iban = makeStatement({
      bank: 'Banco Ejemplo, S.A.',
      accountNumber: 'MT84 MALT 0110 0001 2345 MTLC AST0 01S',
    });
    expect(ofxElements(write(makeDocument({ statements: [iban] })), 'BANKACCTFROM')[0]).toEqual([
      ['BANKID', 'BANCOEJEM'],
      ['ACCTID', '11000012345MTLCAST001S'],
      ['ACCTTYPE', 'CHECKING'],
    ]);
  });

  test('and does not make up what the statement does not say', () => {
    const unknown = makeStatement({
      bank: null,
      accountNumber: null,
      currency: null,
      openingBalance: null,
      periodStart: null,
      periodEnd: null,
      transactions: [{ date: '2026-01-09' }, { date: '2026-01-04' }],
    });
    const ofx = write(makeDocument({ statements: [unknown] }));
    expect(ofxElements(ofx, 'BANKACCTFROM')[0]?.map(([, text]) => text)).toEqual(['UNKNOWN', 'UNKNOWN', 'CHECKING']);
    expect(ofx).toContain('<CURDEF>XXX</CURDEF>');
    expect(ofxElements(ofx, 'BANKTRANLIST')[0]?.slice(0, 2)).toEqual([
      ['DTSTART', '20260104120000.000[0:GMT]'],
      ['DTEND', '20260109120000.000[0:GMT]'],
    ]);
  });
});

test('a card is a card: its own message set, after those of accounts, and an independent reader says so', () => {
  const card = makeStatement({
    accountNumber: '4929 12XX XXXX 1234',
    transactions: [{ amount: '-20.00', description: '' }],
  });
  const ofx = write(makeDocument({ statements: [card, makeStatement()] }));
  expect(ofx.indexOf('<BANKMSGSRSV1>')).toBeLessThan(ofx.indexOf('<CREDITCARDMSGSRSV1>'));
  expect(ofxElements(ofx, 'CCSTMTRS')[0]?.map(([name]) => name)).toEqual([
    'CURDEF',
    'CCACCTFROM',
    'BANKTRANLIST',
    'LEDGERBAL',
  ]);
  expect(ofxElements(ofx, 'CCACCTFROM')[0]).toEqual([['ACCTID', '492912XXXXXX1234']]);
  const { transactions } = new Ofx(ofx).toNormalized({ amountMode: 'string', dateMode: 'iso' });
  expect(transactions.map(({ source }) => source).toSorted()).toEqual(['bank', 'bank', 'credit_card']);
  expect(ofx).toContain('<NAME>No description</NAME>');
});

test.each([
  ['4111 1111 1111 1111', true],
  ['4111 1111 1111 1112', false],
  ['XXXX-XXXX-XXXX-1234', true],
  ['DE12 3456 7890 1234 5678 90', false],
  ['…4321', false],
  [null, false],
])('%s is the number of a card: %s', (number, isCard) => {
  expect(isCardNumber(number)).toBe(isCard);
});

describe('importing twice makes no doubles', () => {
  const ids = (ofx: string) => ofxElements(ofx, 'STMTTRN').map((fields) => new Map(fields).get('FITID'));
  const coffee = { date: '2026-01-09', description: 'COFFEE', amount: '-3.20' };

  test('the same purchase twice on a day is two transactions', () => {
    const twice = makeDocument({ statements: [makeStatement({ transactions: [coffee, coffee] })] });
    expect(new Set(ids(write(twice))).size).toBe(2);
  });

  test('so is one at the end of a statement and at the beginning of the next, and one that both of two copies have is not', () => {
    const january = makeStatement({
      periodStart: '2026-01-01',
      periodEnd: '2026-01-09',
      openingBalance: '20.00',
      closingBalance: '13.60',
      transactions: [coffee, coffee],
    });
    const next = makeStatement({
      periodStart: '2026-01-09',
      periodEnd: '2026-01-31',
      openingBalance: '13.60',
      closingBalance: '10.40',
      transactions: [coffee],
    });
    const [first, second, third] = ids(write(makeDocument({ statements: [january, next] })));
    expect(new Set([first, second, third]).size).toBe(3);
    const copies = ids(write(makeDocument({ statements: [january, january, next] })));
    expect(copies).toEqual([first, second, first, second, third]);
  });

  test('a statement that overlaps with another gives its rows the same identifiers', () => {
    const january = makeDocument({
      statements: [makeStatement({ transactions: [{ date: '2026-01-02' }, coffee, coffee] })],
    });
    const again = makeDocument({
      statements: [
        makeStatement({
          openingBalance: '77.00',
          transactions: [
            { ...coffee, page: 9, amount: '-3.2' },
            { ...coffee, description: 'COFFEE ' },
          ],
        }),
      ],
    });
    expect(ids(write(again))).toEqual(ids(write(january)).slice(1));
  });

  test('a file of another format, laid out otherwise, gives its rows the same identifiers', () => {
    const of = (accountNumber: string, description: string) =>
      ids(
        write(
          makeDocument({ statements: [makeStatement({ accountNumber, transactions: [{ ...coffee, description }] })] }),
        ),
      );
    expect(of('DE12 3456 7890', 'Café\nRömer 12')).toEqual(of('DE1234567890', 'Cafe\u0301 RÖMER  12'));
  });

  test('the same row of another account is another transaction', () => {
    const of = (accountNumber: string) =>
      ids(write(makeDocument({ statements: [makeStatement({ accountNumber, transactions: [coffee] })] })));
    expect(of('…1111')).not.toEqual(of('…2222'));
  });
});
