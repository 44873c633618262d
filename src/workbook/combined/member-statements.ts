import type { Statement } from '../../extraction/statement.ts';
import type { CombinedStatement, Seam } from './combined.ts';
import type { CombinedMember } from './combined-member.ts';

/**
 * Every statement of every member, by the days it covers. The order is the same however the members are given:
 * statements of the same days go by file and by their place in it.
 */
export const memberStatements = (members: readonly CombinedMember[]): CombinedStatement[] =>
  members
    .flatMap(({ fileId, filename, document }) =>
      document.statements.flatMap((each, index) =>
        byCurrency(each).map((statement) => ({
          fileId,
          filename,
          statementNumber: index + 1,
          statementsInFile: document.statements.length,
          statement,
          ...coveredDays(statement),
          seam: NO_SEAM,
        })),
      ),
    )
    .sort(byDays);

export const NO_SEAM: Seam = {
  opening: null,
  jump: null,
  closing: null,
  gap: null,
  overlap: null,
  duplicates: 0,
  copyOf: null,
};

/**
 * A statement's rows are of its currency. Should some be of another, they are a statement of their own, about which the
 * printed balances say nothing: figures of different currencies are never added.
 */
const byCurrency = (statement: Statement): Statement[] => {
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

const coveredDays = ({ periodStart, periodEnd, transactions }: Statement) => {
  let first = periodStart;
  let last = periodEnd;
  for (const { date } of transactions) {
    if (periodStart === null && (first === null || date < first)) first = date;
    if (periodEnd === null && (last === null || date > last)) last = date;
  }
  return { firstDay: first, lastDay: last };
};

const byDays = (one: CombinedStatement, other: CombinedStatement): number =>
  compare(one.firstDay ?? '', other.firstDay ?? '') ||
  compare(one.lastDay ?? '', other.lastDay ?? '') ||
  one.fileId - other.fileId ||
  one.statementNumber - other.statementNumber;

const compare = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};
