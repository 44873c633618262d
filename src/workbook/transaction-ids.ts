import { createHash } from 'node:crypto';
import type { Statement } from '../extraction/statement.ts';
import { coveredDays } from './combined/covered-days.ts';
import { isSeam } from './combined/may-repeat.ts';
import { canonicalDecimal } from './decimal.ts';
import { foldedText } from './folded-text.ts';

/**
 * One identifier a transaction, in order, for each statement of a file: 32 hexadecimal digits made of what the
 * transaction is (account, date, amount, the letters and digits of its description) and, for twins on one day, which of
 * them it is. Twins may stand in two statements, where one opens with the balance that the other closed with. The same
 * statement read again, or another that overlaps with it, gives the same identifiers, so that importing twice makes no
 * doubles.
 */
export const transactionIds = (statements: readonly Statement[]): string[][] => {
  const before: { covered: ReturnType<typeof withDays>; occurrences: ReadonlyMap<string, number> }[] = [];
  return statements.map((statement) => {
    const covered = withDays(statement);
    const earlier = before.filter((other) => isSeam(other.covered, covered)).map(({ occurrences }) => occurrences);
    const occurrences = new Map<string, number>();
    before.push({ covered, occurrences });
    const account = [foldedText(statement.accountNumber ?? statement.bank ?? ''), statement.currency];
    return statement.transactions.map(({ date, amount, description }) => {
      const content = JSON.stringify([...account, date, canonicalDecimal(amount), foldedText(description)]);
      const last = occurrences.get(content) ?? Math.max(0, ...earlier.map((other) => other.get(content) ?? 0));
      occurrences.set(content, last + 1);
      return createHash('sha256')
        .update(`${content}#${last + 1}`)
        .digest('hex')
        .slice(0, 32);
    });
  });
};

const withDays = (statement: Statement) => ({ statement, ...coveredDays(statement) });
