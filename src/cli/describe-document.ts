import { checkName, flagSentence } from '../workbook/plain-words.ts';
import { firstCharacters, oneLine, printable } from '../workbook/printable-text.ts';
import type { DocumentAnswer, StatementAnswer } from './file-answer.ts';

/** What was read, for a person at a terminal: each statement's facts, and whether its rows can be relied on. */
export function describeDocument({ statements, warnings }: DocumentAnswer, outputPath: string): string {
  const rows = statements.reduce((sum, statement) => sum + statement.transactions.length, 0);
  const parts = [
    `${outputPath}: ${counted(rows, 'row')} from ${counted(statements.length, 'statement')}`,
    ...statements.map(describeStatement),
    ...warnings.map((warning) => `Note: ${oneLine(warning)}`),
  ];
  // A statement must not be able to steer the terminal.
  return printable(parts.map((part) => `${part}\n`).join('\n'));
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function describeStatement(statement: StatementAnswer): string {
  const { bank, account_number: account, currency, transactions } = statement;
  const opening = money(statement.opening_balance);
  const closing = money(statement.closing_balance);
  const width = Math.max(opening.length, closing.length);
  return [
    oneLine(bank ?? 'Bank not recognised'),
    `  Account          ${account === null ? 'not printed' : oneLine(account)}`,
    `  Period           ${statement.period_start ?? '?'} to ${statement.period_end ?? '?'}`,
    `  Currency         ${currency ?? 'not printed'}`,
    `  Rows             ${transactions.length}`,
    `  Opening balance  ${opening.padStart(width)}`,
    `  Closing balance  ${closing.padStart(width)}`,
    ...verdict(statement),
  ].join('\n');
}

/** Whole digits in groups of three. */
const money = (decimal: string | null): string => decimal?.replace(/\B(?=(\d{3})+\.)/g, ',') ?? 'not printed';

function verdict({ reconciled, checks, transactions }: StatementAnswer): string[] {
  const failed = checks.filter((check) => !check.ok);
  const flagged = transactions.flatMap((row, index) => (row.flags.length > 0 ? [{ row, number: index + 1 }] : []));
  return [
    `  Reconciles       ${VERDICTS[String(reconciled) as keyof typeof VERDICTS]}`,
    ...failed.map(
      ({ name, expected, found }) => `    ${checkName(name)}: ${expected} is printed, the rows give ${found}`,
    ),
    ...flagged.slice(0, MOST_ROWS).map(({ row, number }) => {
      const text = firstCharacters(oneLine(row.description), 40);
      const reasons = row.flags.map(flagSentence).join(' ');
      return `    Row ${number} (page ${row.page}, ${row.date}, ${row.amount}, ${text}): ${reasons}`;
    }),
    ...(flagged.length > MOST_ROWS ? [`    … and ${flagged.length - MOST_ROWS} more, marked in the workbook`] : []),
  ];
}

const MOST_ROWS = 10;

const VERDICTS = {
  true: 'yes: the rows agree with the printed figures',
  false: 'NO: a printed figure contradicts the rows. Compare them with the statement:',
  null: 'not proven: too little is printed to check the rows against. Compare them with the statement.',
};
