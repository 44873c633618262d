import { toStatementData, toTransactionData } from '../processed-data.ts';
import type { Combined, CombinedAccount, CombinedRow, CombinedStatement, Comparison } from './combined.ts';

/**
 * The books as JSON: `statements` as `processed_data` has them, each with its file, its account, how it joins the
 * statements before it, and of every transaction its category, continued balance and what it repeats; `accounts` with
 * the figures over all. A transaction is a line. Comes in parts.
 */
export function* writeCombinedJson({ accounts, warnings }: Combined): Generator<string> {
  yield `{\n"accounts": ${JSON.stringify(accounts.map(toAccountData), null, 2)},\n"statements": [`;
  let isFirst = true;
  for (const account of accounts) {
    const rows = Map.groupBy(account.rows, ({ source }) => source);
    for (const statement of account.statements) {
      yield isFirst ? '\n' : ',\n';
      yield* statementText(statement, account, rows.get(statement) ?? []);
      isFirst = false;
    }
  }
  yield `\n],\n"warnings": ${JSON.stringify(warnings, null, 2)}\n}\n`;
}

function* statementText(
  statement: CombinedStatement,
  account: CombinedAccount,
  rows: readonly CombinedRow[],
): Generator<string> {
  const data = JSON.stringify(toCombinedStatementData(statement, account), null, 2);
  yield `${data.replace(/\n\}$/, '')},\n  "transactions": [`;
  for (const [index, row] of rows.entries()) {
    yield `${index === 0 ? '' : ','}\n    ${JSON.stringify(toRowData(row))}`;
  }
  yield `${rows.length === 0 ? '' : '\n  '}]\n}`;
}

const toAccountData = (account: CombinedAccount) => ({
  account: account.label,
  bank: account.bank,
  account_number: account.accountNumber,
  account_holder: account.accountHolder,
  currency: account.currency,
  statement_count: account.statements.length,
  transaction_count: account.rows.filter(({ duplicateOf }) => duplicateOf === null).length,
  duplicate_count: account.rows.filter(({ duplicateOf }) => duplicateOf !== null).length,
  opening_balance: account.openingBalance,
  total_credits: account.moneyIn,
  total_debits: account.moneyOut,
  unaccounted: account.unaccounted,
  closing_balance_computed: account.closingComputed,
  closing_balance: account.closingPrinted,
});

const toCombinedStatementData = (source: CombinedStatement, account: CombinedAccount) => {
  const { seam, statement, fileId, filename, statementNumber } = source;
  const { transactions: _, ...printed } = toStatementData({ ...statement, transactions: [] });
  return {
    file_id: fileId,
    filename,
    statement_number: statementNumber,
    account: account.label,
    ...printed,
    seam: {
      opening_balance: toComparisonData(seam.opening),
      closing_balance: toComparisonData(seam.closing),
      missing_days: seam.gap,
      overlapping_days: seam.overlap,
      duplicate_count: seam.duplicates,
      copy_of: seam.copyOf && toPlace(seam.copyOf),
    },
  };
};

const toRowData = ({ transaction, category, continuedBalance, duplicateOf }: CombinedRow) => ({
  ...toTransactionData(transaction),
  category: category.category,
  category_rule: category.rule?.words ?? null,
  continued_balance: continuedBalance,
  duplicate_of: duplicateOf && {
    ...toPlace(duplicateOf.source),
    page: duplicateOf.transaction.page,
    row_number: duplicateOf.rowNumber,
  },
});

const toComparisonData = (comparison: Comparison | null) =>
  comparison && {
    ok: comparison.ok,
    expected: comparison.printed,
    found: comparison.continued,
    difference: comparison.difference,
  };

const toPlace = ({ fileId, filename, statementNumber }: CombinedStatement) => ({
  file_id: fileId,
  filename,
  statement_number: statementNumber,
});
