import type { Check } from '../../../extraction/statement.ts';
import type { ListedCheck } from '../../xlsx/check-list.ts';
import type { Combined, CombinedStatement, Comparison } from '../combined.ts';
import { statementTitle } from '../statement-title.ts';

/** Every check of every statement, and how each joins those before it. */
export const checksOfStatements = ({ accounts }: Combined): ListedCheck[] =>
  accounts.flatMap((account) => {
    const decimals = account.decimals;
    return account.statements.flatMap((source) =>
      [...source.statement.checks, ...seamChecks(source)].map((check): ListedCheck => ({
        check,
        decimals,
        where: { kind: 'text', text: statementTitle(source) },
      })),
    );
  });

const seamChecks = ({ seam }: CombinedStatement): Check[] => [
  ...asCheck('opens_where_the_one_before_closed', seam.opening),
  ...asCheck('closes_where_the_continued_balance_leads', seam.closing),
];

const asCheck = (name: string, comparison: Comparison | null): Check[] =>
  comparison ? [{ name, ok: comparison.ok, expected: comparison.printed, found: comparison.continued }] : [];
