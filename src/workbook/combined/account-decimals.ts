import type { Statement } from '../../extraction/statement.ts';
import { decimalsShown } from '../currency-decimals.ts';

/** One number of decimals for all figures of an account, so that they align under each other. */
export const accountDecimals = (currency: string | null, statements: readonly Statement[]): number => {
  const figures: (string | null)[] = [];
  for (const { openingBalance, closingBalance, transactions } of statements) {
    figures.push(openingBalance, closingBalance);
    for (const { amount, balance } of transactions) figures.push(amount, balance);
  }
  return decimalsShown(
    currency,
    figures.filter((figure) => figure !== null),
  );
};
