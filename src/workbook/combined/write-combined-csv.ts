import { stringify } from 'csv-stringify/sync';
import { inert } from '../inert-text.ts';
import { negateDecimal, signOfDecimal } from '../decimal.ts';
import type { Combined, CombinedAccount, CombinedRow } from './combined.ts';
import { statementTitle } from './statement-title.ts';

const HEADER = [
  'Date',
  'Value date',
  'Account',
  'Bank',
  'Account number',
  'Currency',
  'Description',
  'Reference',
  'Category',
  'Rule',
  'Debit',
  'Credit',
  'Amount',
  'Balance',
  'Continued balance',
  'Statement',
  'Page',
  'Flags',
  'Duplicate of',
  'Counted',
];

/**
 * One row a transaction, duplicates too: a sum over the rows whose Counted is 1 counts each once. Commas, CRLF and
 * quotes as RFC 4180 has them; amounts are plain decimals; text that a spreadsheet would run as a formula is defused.
 * Comes in parts, so that the whole need not stand in memory as one string.
 */
export function* writeCombinedCsv({ accounts }: Combined): Generator<string> {
  yield stringify([HEADER], { record_delimiter: 'windows' });
  for (const account of accounts) {
    for (let start = 0; start < account.rows.length; start += ROWS_A_PART) {
      const rows = account.rows.slice(start, start + ROWS_A_PART);
      yield stringify(
        rows.map((row) => toRecord(row, account)),
        { record_delimiter: 'windows' },
      );
    }
  }
}

const ROWS_A_PART = 500;

const toRecord = (row: CombinedRow, account: CombinedAccount): string[] => {
  const { transaction, source, category, duplicateOf } = row;
  const side = signOfDecimal(transaction.amount);
  return [
    transaction.date,
    transaction.valueDate ?? '',
    inert(account.label),
    inert(account.bank ?? ''),
    inert(account.accountNumber ?? ''),
    inert(transaction.currency ?? account.currency ?? ''),
    inert(transaction.description),
    inert(transaction.reference ?? ''),
    inert(category.category),
    inert(category.rule?.words ?? ''),
    side < 0 ? negateDecimal(transaction.amount) : '',
    side > 0 ? transaction.amount : '',
    transaction.amount,
    transaction.balance ?? '',
    row.continuedBalance ?? '',
    inert(statementTitle(source)),
    String(transaction.page),
    inert(transaction.flags.join(' ')),
    duplicateOf ? inert(`${statementTitle(duplicateOf.source)}, page ${duplicateOf.transaction.page}`) : '',
    duplicateOf ? '0' : '1',
  ];
};
