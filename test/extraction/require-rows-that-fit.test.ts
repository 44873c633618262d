import { expect, test } from 'vitest';
import { readCsv } from '../../src/extraction/formats/table/read-csv.ts';
import { requireLinesThatFit, requireRowsThatFit } from '../../src/extraction/require-rows-that-fit.ts';
import { makeDocument } from '../support/extracted-document.ts';

const documentOf = (...counts: number[]) => {
  const [statement] = makeDocument().statements;
  if (!statement) throw new Error('no statement');
  const [row] = statement.transactions;
  if (!row) throw new Error('no row');
  return {
    statements: counts.map((count) => ({ ...statement, transactions: Array.from({ length: count }, () => row) })),
  };
};

test('as many transactions as a sheet has rows are let through', () => {
  const fits = documentOf(1_000_000, 48_575);
  expect(requireRowsThatFit(fits)).toBe(fits);
});

test('one more is refused with a sentence that says what to do', () => {
  expect(() => requireRowsThatFit(documentOf(1_000_000, 48_576))).toThrow(
    expect.objectContaining({
      code: 'too_many_rows',
      message: 'The document has 1048576 transactions; a sheet of Excel holds 1048575. Split it in parts.',
    }),
  );
});

test('a table with more lines than that is refused before it is taken apart', () => {
  const heading = 'Date,Text,Amount\n';
  const fits = `${heading}${'2026-01-02,"A\nB",1.00\n'.repeat(1_048_575)}`;
  expect(() => requireLinesThatFit(fits)).not.toThrow();
  const bytes = new TextEncoder().encode(`${heading}${'2026-01-02,A,1.00\n'.repeat(1_048_576)}`);
  expect(() => readCsv(bytes)).toThrow(expect.objectContaining({ code: 'too_many_rows' }));
});
