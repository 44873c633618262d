import { doubt, type MadeStatement } from '../proof/make-statement.ts';
import type { Statement } from '../statement.ts';

/**
 * Doubts statements that add up beside another one of the same account, period and currency that does not: they may be
 * one statement that was torn apart, and rows between them missing.
 */
export function doubtTorn(made: readonly MadeStatement[]): MadeStatement[] {
  const broken = made.filter(({ statement }) => statement.reconciled === false);
  return made.map((own) =>
    own.statement.reconciled === true && broken.some(({ statement }) => areOne(statement, own.statement))
      ? doubt(own, ['torn'])
      : own,
  );
}

function areOne(one: Statement, other: Statement): boolean {
  const isSame = (key: 'accountNumber' | 'periodStart' | 'periodEnd' | 'currency') => one[key] === other[key];
  return isSame('accountNumber') && isSame('periodStart') && isSame('periodEnd') && isSame('currency');
}
