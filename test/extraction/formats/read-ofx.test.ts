import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOfx } from '../../../src/extraction/formats/ofx/read-ofx.ts';
import { writeOfx } from '../../../src/workbook/ofx/write-ofx.ts';
import { makeDocument, makeStatement } from '../../support/extracted-document.ts';

const SGML_HEADER = `OFXHEADER:100
DATA:OFXSGML
VERSION:102
SECURITY:NONE
ENCODING:USASCII
CHARSET:1252
COMPRESSION:NONE
OLDFILEUID:NONE
NEWFILEUID:NONE

`;

const sgml = (entries: string, { currency = 'EUR', balance = '' } = {}) => `${SGML_HEADER}<OFX>
<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20260131<LANGUAGE>ENG
<FI><ORG>Harbour Bank<FID>77</FI></SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>${currency}
<BANKACCTFROM><BANKID>123<ACCTID>4455667<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20260101<DTEND>20260131
${entries}
</BANKTRANLIST>${balance}</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;

const read = (text: string) => readOfx(Buffer.from(text, 'latin1'));

describe('an OFX file', () => {
  it('of version 1 is read without its closing tags, in the code page that it names', () => {
    const document = read(
      sgml(
        `<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260103120000.000[-5:EST]<TRNAMT>-12.20<FITID>a1<NAME>Caf\u00e9 &amp; Bar<MEMO></STMTTRN>
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260104<TRNAMT>1,5<FITID>a2<CHECKNUM>319<NAME>Rent<MEMO>Rent January</STMTTRN>`,
        { balance: '<LEDGERBAL><BALAMT>842.17<DTASOF>20260131</LEDGERBAL>' },
      ),
    );
    expect(document.statements).toMatchObject([
      {
        bank: 'Harbour Bank',
        accountNumber: '4455667',
        currency: 'EUR',
        periodStart: '2026-01-01',
        periodEnd: '2026-01-31',
        openingBalance: null,
        closingBalance: '842.17',
        reconciled: null,
        transactions: [
          { date: '2026-01-03', amount: '-12.20', description: 'Caf\u00e9 & Bar', reference: 'a1', page: 1, flags: [] },
          { date: '2026-01-04', amount: '1.50', description: 'Rent January', reference: '319' },
        ],
      },
    ]);
  });

  it('says so where it breaks off', () => {
    const whole = sgml('<STMTTRN><DTPOSTED>20260103<TRNAMT>-1.00<FITID>a1<NAME>Tea</STMTTRN>');
    const document = read(whole.slice(0, whole.indexOf('</BANKTRANLIST>')));
    expect(document.statements[0]?.transactions).toHaveLength(1);
    expect(document.warnings.join()).toContain('breaks off');
  });

  it('keeps the rows that have a date and says how many have none', () => {
    const document = read(
      sgml(
        '<STMTTRN><DTPOSTED>20260231<TRNAMT>5<FITID>1</STMTTRN><STMTTRN><DTPOSTED>20260201<TRNAMT>5<FITID>2</STMTTRN>',
      ),
    );
    expect(document.statements[0]?.transactions).toHaveLength(1);
    expect(document.warnings).toEqual(['1 of 2 transactions have no date or amount and were left out.']);
  });

  it('without signs is told by the types of its transactions, and flagged', () => {
    const { statements, warnings } = read(
      sgml(
        '<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260102<TRNAMT>10.00<FITID>1</STMTTRN><STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260103<TRNAMT>20.00<FITID>2</STMTTRN>',
      ),
    );
    expect(statements[0]?.transactions).toMatchObject([
      { amount: '-10.00', flags: ['sign_inferred'] },
      { amount: '20.00', flags: ['sign_inferred'] },
    ]);
    expect(warnings).toEqual([expect.stringMatching(/no signs/)]);
  });

  it('with signs is believed whatever its types say', () => {
    const { statements } = read(
      sgml(
        '<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260102<TRNAMT>10.00<FITID>1</STMTTRN><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260103<TRNAMT>-20.00<FITID>2</STMTTRN>',
      ),
    );
    expect(statements[0]?.transactions).toMatchObject([
      { amount: '10.00', flags: [] },
      { amount: '-20.00', flags: [] },
    ]);
  });

  it('of our own making is read as it was written', () => {
    const amount = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((cents) => (cents / 100).toFixed(2));
    const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(fc.record({ amount, date }), { minLength: 1, maxLength: 20 }), (rows) => {
        const transactions = rows.map((row, index) => ({
          amount: row.amount,
          date: row.date.toISOString().slice(0, 10),
          description: `Payment ${index} <&> é`,
          reference: `R${index}`,
        }));
        const statement = makeStatement({ transactions, closingBalance: '1.00', currency: 'CHF', accountNumber: '77' });
        const written = writeOfx(makeDocument({ statements: [statement] }), { createdAt: new Date(0) });
        const [back] = readOfx(Buffer.from(written)).statements;
        expect(back).toMatchObject({ closingBalance: '1.00', currency: 'CHF', accountNumber: '77' });
        expect(back?.transactions).toMatchObject(transactions);
      }),
      { numRuns: 50 },
    );
  });
});
