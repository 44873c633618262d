import { stringify } from 'csv-stringify/sync';
import type { ExtractedDocument, Statement, Transaction } from '../extraction/statement.ts';
import { inert } from './inert-text.ts';

const HEADER = [
  'Date',
  'Value date',
  'Description',
  'Reference',
  'Amount',
  'Balance',
  'Currency',
  'Bank',
  'Account',
  'Statement',
  'Page',
  'Flags',
];

/**
 * One row a transaction, after a header row; commas, CRLF and quotes as RFC 4180 has them. The columns are always the
 * same. Amounts are plain decimals with their sign; text that a spreadsheet would run as a formula is defused.
 * `bom` puts the byte order mark in front that some versions of Excel need to read the file as UTF-8.
 */
export const writeCsv = (document: ExtractedDocument, options: { bom?: boolean } = {}): string => {
  const rows = document.statements.flatMap((statement, index) =>
    statement.transactions.map((transaction) => toRow(transaction, statement, index + 1)),
  );
  return stringify([HEADER, ...rows], { record_delimiter: 'windows', bom: options.bom ?? false });
};

const toRow = (transaction: Transaction, statement: Statement, statementNumber: number): string[] => [
  transaction.date,
  transaction.valueDate ?? '',
  inert(transaction.description),
  inert(transaction.reference ?? ''),
  transaction.amount,
  transaction.balance ?? '',
  inert(transaction.currency ?? statement.currency ?? ''),
  inert(statement.bank ?? ''),
  inert(statement.accountNumber ?? ''),
  String(statementNumber),
  String(transaction.page),
  inert(transaction.flags.join(' ')),
];
