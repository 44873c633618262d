import { expect, test } from 'vitest';
import { requireRowsThatFit } from '../../src/extraction/require-rows-that-fit.ts';
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
