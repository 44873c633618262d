import { createHash } from 'node:crypto';
import type { Statement } from '../extraction/statement.ts';
import { canonicalDecimal } from './decimal.ts';
import { foldedText } from './folded-text.ts';

/**
 * One identifier a transaction, in order: 32 hexadecimal digits made of what the transaction is (account, date,
 * amount, the letters and digits of its description) and, for twins on one day, which of them it is. The same statement read again, or another that
 * overlaps with it, gives the same identifiers, so that importing twice makes no doubles.
 */
export const transactionIds = (statement: Statement): string[] => {
  const account = [foldedText(statement.accountNumber ?? statement.bank ?? ''), statement.currency];
  const occurrences = new Map<string, number>();
  return statement.transactions.map(({ date, amount, description }) => {
    const content = JSON.stringify([...account, date, canonicalDecimal(amount), foldedText(description)]);
    const occurrence = (occurrences.get(content) ?? 0) + 1;
    occurrences.set(content, occurrence);
    return createHash('sha256').update(`${content}#${occurrence}`).digest('hex').slice(0, 32);
  });
};
