import fc from 'fast-check';
import { Ofx } from 'ofx-data-extractor';
import { describe, expect, test } from 'vitest';
import type { ExtractedDocument, Statement } from '../../src/extraction/statement.ts';
import { writeOfx } from '../../src/workbook/ofx/write-ofx.ts';
import { makeDocument, makeStatement } from '../support/extracted-document.ts';
import { arbitraryDocument } from '../support/workbook/arbitrary-document.ts';
import { ofxElements } from '../support/workbook/ofx-elements.ts';
import { brokenOfxRules } from '../support/workbook/ofx-rules.ts';

const write = (document: ExtractedDocument): string =>
  writeOfx(document, { createdAt: new Date('2026-02-01T10:00:00Z') });

test.each([
  ['a balance that is missing', /<LEDGERBAL>.*<\/LEDGERBAL>\n/s, '', 'STMTRS may not hold'],
  ['an element before its turn', /(<TRNAMT>.*)\n(<FITID>.*)/, '$2\n$1', 'STMTTRN may not hold'],
  ['a name that is too long', /<NAME>/, `<NAME>${'x'.repeat(32)}`, 'NAME may not be'],
  ['a zone without milliseconds', /120000\.000\[/, '120000[', 'DTSTART may not be'],
  ['an element that is not known', /<CURDEF>/, '<EXTRA>1</EXTRA><CURDEF>', 'STMTRS may not hold'],
  ['a bare ampersand', /<MEMO>/, '<MEMO>&', 'not well-formed'],
])('the rules find %s', (_what, pattern, replacement, expected) => {
  const sound = write(makeDocument());
  expect(brokenOfxRules(sound)).toEqual([]);
  expect(brokenOfxRules(sound.replace(pattern, replacement)).join('\n')).toContain(expected);
});

test('whatever a statement says: every rule of the specification is kept, and every row is there', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const ofx = write(document);
      expect(brokenOfxRules(ofx)).toEqual([]);
      const rows = ofxElements(ofx, 'STMTTRN').map((fields) => new Map(fields));
      const transactions = document.statements.flatMap((statement) => statement.transactions);
      expect(rows.map((row) => row.get('TRNAMT') ?? '').toSorted()).toEqual(
        transactions.map((transaction) => transaction.amount).toSorted(),
      );
    }),
  );
});

/** The reader loses its way at a dollar sign, which it takes for a pattern of what to replace. */
const withoutDollars = (statement: Statement): Statement =>
  JSON.parse(JSON.stringify(statement).replaceAll('$', 'S')) as Statement;

test('whatever a statement says, somebody else’s reader finds its rows and no two with one identifier', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      for (const statement of document.statements.map(withoutDollars)) {
        const ofx = new Ofx(write(makeDocument({ statements: [statement] })));
        expect(ofx.validate()).toMatchObject({ isValid: true, stats: { duplicatedFitIds: 0 } });
        const { transactions } = ofx.toNormalized({ amountMode: 'string', dateMode: 'iso' });
        expect(transactions.map(({ amount, postedAt }) => [amount, postedAt])).toEqual(
          statement.transactions.map(({ amount, date }) => [amount, expect.stringContaining(date)]),
        );
      }
    }),
  );
});

test('identifiers stay what they are when a statement is read again, whatever it says and however it is laid out', () => {
  const idsOf = (document: ExtractedDocument) =>
    ofxElements(write(document), 'STMTTRN').map((fields) => new Map(fields).get('FITID'));
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const again = document.statements.map((statement) => ({
        ...statement,
        bank: statement.accountNumber === null ? statement.bank : 'Another spelling',
        accountHolder: 'Somebody',
        closingBalance: null,
        transactions: statement.transactions.map((row) => ({
          ...row,
          description: row.description.normalize('NFC').replaceAll(' ', '\n  '),
          amount: row.amount.replace(/0$/, ''),
          balance: null,
          page: row.page + 1,
          flags: ['date_ambiguous'],
        })),
      }));
      expect(idsOf({ ...document, statements: again })).toEqual(idsOf(document));
    }),
  );
});

describe('a statement must have a ledger balance', () => {
  const rows = [{ amount: '-12.20' }, { amount: '300.00' }];
  const balanceOf = (given: Partial<Statement>) => {
    const statement = {
      ...makeStatement({ openingBalance: null, transactions: rows }),
      closingBalance: null,
      ...given,
    };
    const ofx = write(makeDocument({ statements: [statement] }));
    expect(brokenOfxRules(ofx)).toEqual([]);
    const said = /<MKTGINFO>(.*)<\/MKTGINFO>/.exec(ofx)?.[1] ?? null;
    return { balance: ofxElements(ofx, 'LEDGERBAL')[0], said };
  };

  test('its own, where it prints one', () => {
    expect(balanceOf({ closingBalance: '77.10' })).toEqual({
      balance: [
        ['BALAMT', '77.10'],
        ['DTASOF', '20260131120000.000[0:GMT]'],
      ],
      said: null,
    });
  });

  test('else what its rows lead to, which is said', () => {
    expect(balanceOf({ openingBalance: '10.00' })).toMatchObject({
      balance: [['BALAMT', '297.80'], expect.anything()],
      said: expect.stringMatching(/prints no closing balance/),
    });
    expect(balanceOf({})).toMatchObject({
      balance: [['BALAMT', '287.80'], expect.anything()],
      said: expect.stringMatching(/prints no balance/),
    });
  });

  test('also one without a row, a date or a period', () => {
    expect(balanceOf({ transactions: [], periodStart: null, periodEnd: null }).balance).toEqual([
      ['BALAMT', '0.00'],
      ['DTASOF', '20260201120000.000[0:GMT]'],
    ]);
  });
});

test('rows of another currency are a statement of their own: a balance is of one', () => {
  const mixed = makeStatement({ transactions: [{ amount: '-5.00' }, { amount: '-7.00', currency: 'USD' }] });
  const ofx = write(makeDocument({ statements: [mixed] }));
  expect(ofxElements(ofx, 'STMTRS').map((fields) => new Map(fields).get('CURDEF'))).toEqual(['EUR', 'USD']);
});
