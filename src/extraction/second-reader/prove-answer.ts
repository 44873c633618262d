import { interpret, type Interpretation } from '../interpret.ts';
import type { Line } from '../layout/word.ts';
import type { Statement } from '../statement.ts';
import { type PointedAnswer, type PointedRow, readAnswer, readDecimal } from './answer.ts';
import { askedRanges } from './asked-lines.ts';
import { pointedTables } from './pointed-tables.ts';

/** Statements that are better than those before, and the warnings that go and come with them. */
export type Improvement = { statements: (Statement | null)[]; dropped: string[]; added: string[] };

/** Rows of a second reader's are no surer than those that are read as printed: nobody else has seen that table. */
const CONFIDENCE = 0.9;

/**
 * What an answer proves of statements that were not proven; null where that is nothing. It is believed where its rows,
 * made of the figures and dates printed at the words that it points at, reconcile as any others do, and are what it
 * says they are. The statements are in the order of the reading before, null where that stays.
 */
export function proveAnswer(lines: readonly Line[], text: string): Improvement | null {
  const answer = readAnswer(text);
  if (answer === null) return null;
  const before = interpret(lines);
  const after = interpret(lines, pointedTables(answer, askedRanges(before)));
  const believed = after.statements.map((statement, at) => isBelieved(statement, after.origins[at], answer));
  if (before.statements.length === 0) {
    return believed.length > 0 && believed.every(Boolean) ? improve(before, after, believed) : null;
  }
  if (after.statements.length !== before.statements.length) return null;
  const better = believed.map((isSo, at) => isSo && before.statements[at]?.reconciled !== true);
  return better.includes(true) ? improve(before, after, better) : null;
}

function isBelieved(
  statement: Statement,
  origin: { from: number; to: number } | undefined,
  { rows }: PointedAnswer,
): boolean {
  if (statement.reconciled !== true || origin === undefined) return false;
  const claims = rows.filter(({ amountAt: { line } }) => line >= origin.from && line < origin.to);
  return (
    claims.length === statement.transactions.length &&
    claims.every((claim, at) => isSame(claim, statement.transactions[at]))
  );
}

function isSame(claim: PointedRow, row: Statement['transactions'][number] | undefined): boolean {
  return (
    row !== undefined &&
    row.date === claim.date &&
    readDecimal(row.amount) === claim.amount &&
    (row.balance === null ? null : readDecimal(row.balance)) === claim.balance
  );
}

function improve(before: Interpretation, after: Interpretation, better: readonly boolean[]): Improvement {
  const isBetter = (_: unknown, at: number) => better[at] === true;
  return {
    statements: after.statements.map((statement, at) => (better[at] === true ? marked(statement) : null)),
    dropped: before.origins.filter(isBetter).flatMap(({ warnings }) => warnings),
    added: after.statements.flatMap((statement, at) => {
      if (better[at] !== true) return [];
      const name = after.statements.length === 1 ? 'The statement' : `Statement ${at + 1}`;
      return [
        `${name} was read by a language model: its ${statement.transactions.length} rows were found by it, ` +
          'their figures are as printed and add up.',
      ];
    }),
  };
}

/** Whoever looks at a row, a check or the document sees that a model has found it. */
function marked(statement: Statement): Statement {
  const { transactions, checks } = statement;
  const figures = transactions.reduce((sum, { balance }) => sum + (balance === null ? 2 : 3), 0);
  return {
    ...statement,
    checks: [...checks, { name: 'read_by_model', ok: true, expected: String(figures), found: String(figures) }],
    transactions: transactions.map((row) => ({
      ...row,
      confidence: Math.min(row.confidence, CONFIDENCE),
      flags: [...row.flags, 'read_by_model'],
    })),
  };
}
