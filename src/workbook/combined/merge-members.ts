import { signOfDecimal, sumDecimals } from '../decimal.ts';
import { matchCategory } from '../categories/match-category.ts';
import { CATEGORY_RULES } from '../categories/category-rules.ts';
import { accountDecimals } from './account-decimals.ts';
import { accountLabels } from './account-labels.ts';
import type { Combined, CombinedAccount, CombinedRow, CombinedStatement } from './combined.ts';
import type { CombinedMember } from './combined-member.ts';
import { continueBalances } from './continue-balances.ts';
import { groupAccounts } from './group-accounts.ts';
import { markDuplicates } from './mark-duplicates.ts';
import { memberStatements } from './member-statements.ts';

/**
 * Several documents as one set of books: accounts, their statements in order, and every transaction once. The order of
 * the members makes no difference.
 */
export const mergeMembers = (members: readonly CombinedMember[]): Combined => {
  const categorise = matchCategory(CATEGORY_RULES);
  const groups = groupAccounts(memberStatements(members));
  const unlabelled = groups.map((statements) => mergeAccount(statements, categorise)).sort(byName);
  const labels = accountLabels(unlabelled);
  return {
    accounts: unlabelled.map((account, index) => ({ ...account, label: labels[index] ?? '' })),
    warnings: members
      .toSorted((one, other) => one.fileId - other.fileId)
      .flatMap(({ filename, document }) => document.warnings.map((warning) => `${filename}: ${warning}`)),
    pages: members.reduce((pages, { document }) => pages + document.pages, 0),
  };
};

const mergeAccount = (
  sources: readonly CombinedStatement[],
  categorise: ReturnType<typeof matchCategory>,
): Omit<CombinedAccount, 'label'> => {
  const statements = sources.map((source) => ({
    source,
    rows: source.statement.transactions.map((transaction, index): CombinedRow => ({
      transaction,
      source,
      rowNumber: index + 1,
      category: categorise(transaction),
      duplicateOf: null,
      resembles: null,
      continuedBalance: null,
    })),
  }));
  markDuplicates(statements.map(({ rows }) => rows));
  const unaccounted = continueBalances(statements);

  const rows = statements.flatMap((each) => each.rows);
  const counted = rows.filter(({ duplicateOf }) => duplicateOf === null).map(({ transaction }) => transaction.amount);
  const moneyIn = sumDecimals(counted.filter((amount) => signOfDecimal(amount) > 0));
  const moneyOut = sumDecimals(counted.filter((amount) => signOfDecimal(amount) < 0));
  const openingBalance = sources[0]?.statement.openingBalance ?? null;
  return {
    ...identityOf(sources),
    decimals: accountDecimals(
      sources[0]?.statement.currency ?? null,
      sources.map(({ statement }) => statement),
    ),
    statements: [...sources],
    rows,
    openingBalance,
    moneyIn,
    moneyOut,
    unaccounted,
    closingComputed: openingBalance === null ? null : sumDecimals([openingBalance, moneyIn, moneyOut, unaccounted]),
    closingPrinted: lastOf(sources)?.statement.closingBalance ?? null,
  };
};

/** What the statements say of whose account it is; the longest number is the one that is not masked. */
const identityOf = (sources: readonly CombinedStatement[]) => {
  const statements = sources.map(({ statement }) => statement);
  const numbers = statements.flatMap(({ accountNumber }) => accountNumber ?? []);
  const bank = statements.find((statement) => statement.bank)?.bank ?? null;
  const accountNumber = numbers.toSorted((one, other) => other.length - one.length)[0] ?? null;
  return {
    bank,
    accountNumber,
    accountHolder: statements.find(({ accountHolder }) => accountHolder)?.accountHolder ?? null,
    currency: statements[0]?.currency ?? null,
    isUnnamed: bank === null && accountNumber === null,
  };
};

/** The statement that reaches furthest; of several, the later in order. */
const lastOf = (sources: readonly CombinedStatement[]): CombinedStatement | undefined =>
  sources.reduce<CombinedStatement | undefined>(
    (last, source) => (last && (last.lastDay ?? '') > (source.lastDay ?? '') ? last : source),
    undefined,
  );

const byName = (one: Omit<CombinedAccount, 'label'>, other: Omit<CombinedAccount, 'label'>): number =>
  nameOf(one) < nameOf(other) ? -1 : 1;

const nameOf = ({ currency, bank, accountNumber, accountHolder, statements }: Omit<CombinedAccount, 'label'>): string =>
  JSON.stringify([currency, bank, accountNumber, accountHolder, statements[0]?.firstDay, statements[0]?.fileId]);
