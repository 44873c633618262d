import fc from 'fast-check';
import { deserializeQif } from 'qif-ts';
import { expect, test } from 'vitest';
import { writeQif } from '../../src/workbook/write-qif.ts';
import { makeDocument, makeStatement } from '../support/extracted-document.ts';
import { oneLine } from '../../src/workbook/printable-text.ts';
import { brokenQifRules } from '../support/workbook/qif-rules.ts';
import { arbitraryDocument } from '../support/workbook/arbitrary-document.ts';

/** Reads QIF as its description says: a line is a letter and a value, `^` ends a record, `!` names what follows. */
const readQif = (qif: string): { type: string; fields: Record<string, string> }[] => {
  let type = '';
  let fields: Record<string, string> = {};
  const records: { type: string; fields: Record<string, string> }[] = [];
  for (const line of qif.split('\r\n').filter((each) => each !== '')) {
    if (line.startsWith('!')) {
      type = line;
    } else if (line === '^') {
      records.push({ type, fields });
      fields = {};
    } else {
      fields[line.charAt(0)] = line.slice(1);
    }
  }
  return records;
};

test('an old program imports one account: month first, payee, memo, reference', () => {
  const statement = makeStatement({
    transactions: [{ date: '2026-01-31', description: 'Rent January\nFlat 4', amount: '-950.00', reference: 'SO-1' }],
  });
  expect(writeQif(makeDocument({ statements: [statement] }))).toBe(
    ['!Type:Bank', 'D01/31/2026', 'T-950.00', 'NSO-1', 'PRent January', 'MFlat 4', '^', ''].join('\r\n'),
  );
});

test('several accounts are named before their rows', () => {
  const document = makeDocument({
    statements: [makeStatement(), makeStatement({ bank: null, accountNumber: null, currency: null })],
  });
  const accounts = readQif(writeQif(document)).filter((record) => record.type === '!Account');
  expect(accounts.map((account) => account.fields['N'])).toEqual(['Example Bank …4321 EUR', 'Statement 2']);
});

test('no text of a statement can end a record or begin another, and every rule of the format is kept', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const qif = writeQif(document);
      expect(brokenQifRules(qif)).toEqual([]);
      const rows = readQif(qif).filter((record) => record.type === '!Type:Bank');
      const transactions = document.statements.flatMap((statement) => statement.transactions);
      expect(rows.map(({ fields }) => [fields['D'], fields['T']])).toEqual(
        transactions.map(({ date, amount }) => [`${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`, amount]),
      );
    }),
  );
});

test.each([
  ['a day that comes first', 'D01/31/2026', 'D31/01/2026'],
  ['an amount with a comma', 'T-950.00', 'T-950,00'],
  ['a record without an end', '^\r\n', ''],
  ['a field twice', 'PRent', 'PRent\r\nPRent'],
  ['a line of nothing', 'PRent', '\r\nPRent'],
])('the rules find %s', (_what, sound, broken) => {
  const statement = makeStatement({ transactions: [{ date: '2026-01-31', description: 'Rent', amount: '-950.00' }] });
  const qif = writeQif(makeDocument({ statements: [statement] }));
  expect(brokenQifRules(qif)).toEqual([]);
  expect(qif).toContain(sound);
  expect(brokenQifRules(qif.replace(sound, broken))).not.toEqual([]);
});

test("somebody else's reader finds the same rows", () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      for (const statement of document.statements) {
        const { transactions } = deserializeQif(writeQif(makeDocument({ statements: [statement] })));
        expect(transactions.map(({ date, amount, payee = '' }) => [date, amount, payee])).toEqual(
          statement.transactions.map(({ date, amount, description }) => [
            `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`,
            Number(amount),
            oneLine(description.split(/[\r\n]+/)[0] ?? ''),
          ]),
        );
      }
    }),
  );
});
