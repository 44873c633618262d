import { byCurrency } from '../by-currency.ts';
import type { CombinedStatement, Seam } from './combined.ts';
import type { CombinedMember } from './combined-member.ts';
import { coveredDays } from './covered-days.ts';

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

const byDays = (one: CombinedStatement, other: CombinedStatement): number =>
  compare(one.firstDay ?? '', other.firstDay ?? '') ||
  compare(one.lastDay ?? '', other.lastDay ?? '') ||
  one.fileId - other.fileId ||
  one.statementNumber - other.statementNumber;

const compare = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};
