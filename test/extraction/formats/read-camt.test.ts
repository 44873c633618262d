import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { ExtractionError } from '../../../src/extraction/extraction-error.ts';
import { readCamt } from '../../../src/extraction/formats/camt/read-camt.ts';

const read = (report: string, version = 'camt.053.001.02') =>
  readCamt(
    Buffer.from(
      `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:${version}"><BkToCstmrStmt>${report}</BkToCstmrStmt></Document>`,
    ),
  );
const balance = (code: string, amount: string, date = '2026-01-31') =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${date}</Dt></Dt></Bal>`;
const entry = (amount: string, { side = 'DBIT', status = 'BOOK', more = '', currency = 'EUR' } = {}) =>
  `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd><Sts>${status}</Sts><BookgDt><Dt>2026-01-03</Dt></BookgDt>${more}</Ntry>`;
const statement = (...parts: string[]) =>
  `<Stmt><CreDtTm>2026-01-31T10:00:00</CreDtTm><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>${parts.join('')}</Stmt>`;
const verdictOn = (...parts: string[]) => read(statement(...parts)).statements[0]?.reconciled;

describe('a camt file', () => {
  it('tells who was paid and what for', () => {
    const payment =
      '<NtryDtls><TxDtls><Refs><EndToEndId>E-1</EndToEndId></Refs><RltdPties><Dbtr><Nm>Me</Nm></Dbtr><Cdtr><Nm>Teahouse &amp; Sons</Nm></Cdtr></RltdPties><RmtInf><Ustrd>Tea</Ustrd></RmtInf></TxDtls></NtryDtls>';
    const [found] = read(
      statement(entry('12.20', { more: `<ValDt><Dt>2026-01-05</Dt></ValDt>${payment}` })),
    ).statements;
    expect(found).toMatchObject({ accountNumber: 'DE02120300000000202051', currency: 'EUR', reconciled: null });
    expect(found?.transactions).toMatchObject([
      {
        date: '2026-01-03',
        valueDate: '2026-01-05',
        amount: '-12.20',
        description: 'Teahouse & Sons\nTea',
        reference: 'E-1',
      },
    ]);
  });

  it('is proven by booked balances only', () => {
    expect(verdictOn(balance('OPBD', '10'), balance('CLBD', '5'), entry('5'))).toBe(true);
    expect(verdictOn(balance('PRCD', '10'), balance('CLBD', '5'), entry('5'))).toBe(true);
    expect(verdictOn(balance('OPBD', '10'), balance('CLBD', '6'), entry('5'))).toBe(false);
    expect(verdictOn(balance('OPAV', '10'), balance('CLAV', '5'), entry('5'))).toBeNull();
  });

  it('over several days is opened by the first balance and closed by the last', () => {
    const days = [
      balance('CLBD', '3', '2026-01-04'),
      balance('OPBD', '5', '2026-01-04'),
      balance('CLBD', '5', '2026-01-03'),
      balance('OPBD', '10', '2026-01-03'),
    ];
    expect(verdictOn(...days, entry('5'), entry('2'))).toBe(true);
  });

  it('keeps entries out that are not booked', () => {
    const { statements, warnings } = read(
      statement(balance('OPBD', '10'), balance('CLBD', '5'), entry('5'), entry('7', { status: 'PDNG' })),
    );
    expect(statements).toMatchObject([{ reconciled: true, transactions: [{ amount: '-5.00' }] }]);
    expect(warnings).toEqual(['1 entries are not booked yet and were left out.']);
  });

  it('is not proven by sums of several currencies', () => {
    expect(verdictOn(balance('OPBD', '10'), balance('CLBD', '5'), entry('5', { currency: 'USD' }))).not.toBe(true);
  });

  it('takes a reversal for what it books', () => {
    const reversal = entry('5', { side: 'CRDT', more: '<RvslInd>true</RvslInd>' });
    expect(read(statement(reversal)).statements[0]?.transactions).toMatchObject([
      { amount: '5.00', description: 'Reversal' },
    ]);
  });

  it.each([
    [
      'an entity that grows',
      '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><Document><Stmt>&b;</Stmt></Document>',
    ],
    ['nesting without end', `<Document>${'<a>'.repeat(100_000)}`],
    ['a broken end', '<Document><Stmt><Ntry>'],
  ])('with %s is refused or comes to nothing', (_, xml) => {
    try {
      expect(readCamt(Buffer.from(xml)).statements.flatMap(({ transactions }) => transactions)).toEqual([]);
    } catch (error) {
      expect(error).toBeInstanceOf(ExtractionError);
    }
  });
});
