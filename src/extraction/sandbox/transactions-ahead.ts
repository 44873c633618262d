import type { ExtractedDocument, Transaction } from '../statement.ts';

/** Some transactions of a document, by the index of their statement. */
export type TransactionsAhead = { type: 'transactions'; statement: number; transactions: Transaction[] };

const BATCH = 1_000;

/** All transactions of a document in messages that are short to write and to read, however many there are. */
export function* transactionsOf({ statements }: ExtractedDocument): Generator<TransactionsAhead> {
  for (const [statement, { transactions }] of statements.entries()) {
    for (let from = 0; from < transactions.length; from += BATCH) {
      yield { type: 'transactions', statement, transactions: transactions.slice(from, from + BATCH) };
    }
  }
}

export function withoutTransactions(document: ExtractedDocument): ExtractedDocument {
  return { ...document, statements: document.statements.map((statement) => ({ ...statement, transactions: [] })) };
}

/** Puts those that came ahead back where they belong. */
export function withTransactions<Result extends object | null>(
  result: Result,
  ahead: readonly TransactionsAhead[],
): Result {
  if (result !== null && isDocument(result)) {
    for (const { statement, transactions } of ahead) result.statements[statement]?.transactions.push(...transactions);
  }
  return result;
}

export function isDocument(result: object): result is ExtractedDocument {
  return 'statements' in result && 'sourceFormat' in result;
}
