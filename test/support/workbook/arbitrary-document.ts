import fc from 'fast-check';
import type { ExtractedDocument, Transaction } from '../../../src/extraction/statement.ts';
import { makeDocument, makeStatement } from '../extracted-document.ts';

/** Text as PDFs hold it, at its worst: any code unit, and the beginnings that spreadsheets and XML trip over. */
export const arbitraryText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", '_x0041_', '&#1;', ']]>', '^', '"'), fc.string())
    .map(([start, rest]) => start + rest),
  // Halves of surrogate pairs.
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 10 }).map((units) => String.fromCharCode(...units)),
);

const arbitraryDate = fc
  .integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2099, 11, 31) })
  .map((time) => new Date(time).toISOString().slice(0, 10));

const arbitraryAmount = fc.tuple(fc.boolean(), fc.nat(99_999_999), fc.nat(99)).map(([negative, whole, cents]) => {
  const figure = `${whole}.${String(cents).padStart(2, '0')}`;
  return negative && /[1-9]/.test(figure) ? `-${figure}` : figure;
});

const arbitraryTransaction: fc.Arbitrary<Partial<Transaction>> = fc.record({
  date: arbitraryDate,
  valueDate: fc.option(arbitraryDate, { nil: null }),
  description: arbitraryText,
  reference: fc.option(arbitraryText, { nil: null }),
  amount: arbitraryAmount,
  page: fc.integer({ min: 1, max: 500 }),
  flags: fc.array(fc.constantFrom('balance_mismatch', 'amount_repaired'), { maxLength: 2 }),
});

/** Documents of no, one or several statements, with and without balances, with any text a statement may hold. */
export const arbitraryDocument: fc.Arbitrary<ExtractedDocument> = fc
  .array(
    fc
      .record({
        bank: fc.option(arbitraryText, { nil: null }),
        accountNumber: fc.option(arbitraryText, { nil: null }),
        accountHolder: fc.option(arbitraryText, { nil: null }),
        currency: fc.constantFrom('EUR', 'JPY', 'KWD', 'USD', null),
        openingBalance: fc.option(arbitraryAmount, { nil: null }),
        transactions: fc.array(arbitraryTransaction, { maxLength: 8 }),
      })
      .map(makeStatement),
    { maxLength: 3 },
  )
  .map((statements) => makeDocument({ statements }));
