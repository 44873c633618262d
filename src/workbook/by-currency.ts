import type { Statement } from '../extraction/statement.ts';

/**
 * A statement's rows are of its currency. Should some be of another, they are a statement of their own, about which the
 * printed balances say nothing: figures of different currencies are never added.
 */
export const byCurrency = (statement: Statement): Statement[] => {
  const groups = Map.groupBy(statement.transactions, ({ currency }) => currency ?? statement.currency);
  if (groups.size === 0 || (groups.size === 1 && groups.has(statement.currency))) return [statement];
  const [onlyCurrency] = groups.keys();
  if (groups.size === 1 && statement.currency === null) return [{ ...statement, currency: onlyCurrency ?? null }];
  return [...groups].map(([currency, transactions]) =>
    currency === statement.currency
      ? { ...statement, transactions }
      : {
          ...statement,
          currency,
          transactions,
          openingBalance: null,
          closingBalance: null,
          reconciled: null,
          checks: [],
        },
  );
};
