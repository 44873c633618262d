import type { ExtractedDocument, Statement, Transaction } from '../extraction/statement.ts';
import { byCurrency } from './by-currency.ts';
import { isCardNumber } from './card-number.ts';
import { oneLine } from './printable-text.ts';

/**
 * Quicken Interchange Format. Dates are month first, `MM/DD/YYYY`, the one notation that the format's original knew.
 * A file with several statements names the account before each, as Quicken's own exports do.
 */
export const writeQif = (document: ExtractedDocument): string => {
  const statements = document.statements.flatMap(byCurrency);
  const several = statements.length > 1;
  const lines = statements.flatMap((statement, index) => [
    ...(several ? accountLines(statement, index + 1) : []),
    isCardNumber(statement.accountNumber) ? '!Type:CCard' : '!Type:Bank',
    ...statement.transactions.flatMap(transactionLines),
  ]);
  return lines.map((line) => `${line}\r\n`).join('');
};

const accountLines = (statement: Statement, statementNumber: number): string[] => {
  const name = oneLine([statement.bank, statement.accountNumber, statement.currency].filter(Boolean).join(' '));
  return [
    '!Account',
    `N${name || `Statement ${statementNumber}`}`,
    isCardNumber(statement.accountNumber) ? 'TCCard' : 'TBank',
    '^',
  ];
};

const transactionLines = (transaction: Transaction): string[] => {
  const [payee = '', ...memo] = transaction.description.split(/[\r\n]+/).map(oneLine);
  return [
    `D${monthFirst(transaction.date)}`,
    `T${transaction.amount}`,
    ...field('N', transaction.reference ?? ''),
    ...field('P', payee),
    ...field('M', memo.join(' ')),
    '^',
  ];
};

const field = (code: string, text: string): string[] => {
  const value = oneLine(text);
  return value === '' ? [] : [code + value];
};

const monthFirst = (isoDate: string): string => {
  const [year, month, day] = isoDate.split('-');
  return `${month}/${day}/${year}`;
};
