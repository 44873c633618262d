import type { ExtractedDocument, Statement, Transaction } from '../../extraction/statement.ts';
import { decimalsShown } from '../currency-decimals.ts';
import { flagSentence } from '../plain-words.ts';
import { isExactInExcel } from './excel-number.ts';

/** A transaction with what its row needs to know of its statement. */
export type TransactionRow = {
  transaction: Transaction;
  statementNumber: number;
  /** What to call the account where a row stands among those of others. */
  account: string;
  currency: string | null;
  /** How many decimals its figures are shown with. */
  decimals: number;
  /** What is wrong with the row, in plain words; empty where nothing is. */
  note: string;
};

export const transactionRows = (document: ExtractedDocument): TransactionRow[] =>
  document.statements.flatMap((statement, index) => statementRows(statement, index + 1));

const statementRows = (statement: Statement, statementNumber: number): TransactionRow[] => {
  const account = statement.accountNumber ?? statement.bank ?? `Statement ${statementNumber}`;
  const printedDecimals = statementDecimals(statement);
  return statement.transactions.map((transaction) => ({
    transaction,
    statementNumber,
    account,
    currency: transaction.currency ?? statement.currency,
    decimals: Math.max(printedDecimals, decimalsShown(transaction.currency ?? statement.currency, [])),
    note: noteOf(transaction),
  }));
};

/** One number of decimals for all figures of a statement, so that they align under each other. */
export const statementDecimals = (statement: Statement): number => {
  const balances = [statement.openingBalance, statement.closingBalance];
  const figures = statement.transactions.flatMap(({ amount, balance }) => [amount, balance]);
  return decimalsShown(
    statement.currency,
    [...balances, ...figures].filter((figure) => figure !== null),
  );
};

const noteOf = ({ amount, balance, flags }: Transaction): string => {
  const isExact = isExactInExcel(amount) && (balance === null || isExactInExcel(balance));
  return [...flags, ...(isExact ? [] : ['too_many_digits'])].map(flagSentence).join(' ');
};
