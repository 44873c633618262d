import type { Check, ExtractedDocument, Statement, Transaction } from '../extraction/statement.ts';

/**
 * The document in the API's own words: the shape of `processed_data`, which the JSON export prints too. Money stays a
 * decimal string, so that no reader meets a float.
 */
export const toProcessedData = (document: ExtractedDocument) => ({
  statements: document.statements.map(toStatementData),
  source_format: document.sourceFormat,
  warnings: document.warnings,
});

export type ProcessedData = ReturnType<typeof toProcessedData>;

export const toStatementData = (statement: Statement) => ({
  bank: statement.bank,
  account_number: statement.accountNumber,
  account_holder: statement.accountHolder,
  currency: statement.currency,
  period_start: statement.periodStart,
  period_end: statement.periodEnd,
  opening_balance: statement.openingBalance,
  closing_balance: statement.closingBalance,
  total_credits: statement.totalCredits,
  total_debits: statement.totalDebits,
  reconciled: statement.reconciled,
  checks: statement.checks.map(toCheckData),
  transactions: statement.transactions.map(toTransactionData),
});

const toCheckData = ({ name, ok, expected, found }: Check) => ({ name, ok, expected, found });

export const toTransactionData = (transaction: Transaction) => ({
  date: transaction.date,
  value_date: transaction.valueDate,
  description: transaction.description,
  reference: transaction.reference,
  amount: transaction.amount,
  balance: transaction.balance,
  currency: transaction.currency,
  page: transaction.page,
  confidence: transaction.confidence,
  flags: transaction.flags,
});
