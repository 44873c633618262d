import { readInOrder } from './layout/direction/read-in-order.ts';
import type { Line } from './layout/word.ts';
import { doubtTorn } from './paper/doubt-torn.ts';
import { doubtsOfPaper } from './paper/doubts-of-paper.ts';
import { findParts } from './paper/find-parts.ts';
import { proveParts } from './paper/prove-parts.ts';
import { readPaper } from './paper/read-paper.ts';
import { surroundingsOf } from './paper/surroundings-of.ts';
import { withoutCopies } from './paper/without-copies.ts';
import { mayBeMoney, settleNotation } from './proof/decimal-mark.ts';
import { DOUBT_SENTENCES } from './proof/doubts.ts';
import { type MadeStatement, makeStatement } from './proof/make-statement.ts';
import type { Statement } from './statement.ts';
import { findTables, type TableFinder } from './table/find-tables.ts';
import { unfoldColumns } from './table/unfold-columns.ts';
import type { AmountToken } from './tokens/find-amounts.ts';

/** What lines of text say. `warnings` are sentences for a person: why statements that add up are not called reconciled. */
export type Interpretation = {
  statements: Statement[];
  warnings: string[];
  /** For each statement its warnings, and which lines are its own: indices in the reading order, `to` excluded. */
  origins: { warnings: string[]; from: number; to: number }[];
  /** The lines that it was read from. */
  lines: readonly Line[];
};

/**
 * The statements that lines of text hold, whatever they were read from and whoever finds the tables: the tables first,
 * then what stands around them, then each statement in the way that arithmetic bears out, with what it leaves in doubt.
 */
export function interpret(source: readonly Line[], find: TableFinder = findTables): Interpretation {
  const { lines, headings } = unfoldColumns(readInOrder(source));
  const notation = settleNotation(lines);
  const counts = (token: AmountToken) => mayBeMoney(token, notation);
  const tables = find(lines, headings, counts);
  if (tables === null) return { statements: [], warnings: [], origins: [], lines: source };
  const paper = readPaper({ lines, headings, notation, tables }, counts);
  const parts = findParts(paper);
  const single = withoutCopies(parts, paper);
  const proven = proveParts(single, paper);
  const doubts = doubtsOfPaper(paper, proven);
  const made = doubtTorn(
    proven.map((own) => {
      const around = { ...surroundingsOf(own, paper), doubtfulDays: doubts.days, doubts: doubts.of(own) };
      return makeStatement(own.proof, around, paper.dates);
    }),
  );
  const warnings = warningsOf(made);
  return {
    statements: made.map(({ statement }) => statement),
    warnings: [...warnings.flat(), ...(single.length < parts.length ? [COPIES_LEFT_OUT] : [])],
    origins: proven.map(({ part: { from, to } }, at) => ({ warnings: warnings[at] ?? [], from, to })),
    lines: source,
  };
}

const COPIES_LEFT_OUT = 'A part of the document that is there twice was read once.';

function warningsOf(made: readonly MadeStatement[]): string[][] {
  return made.map(({ statement, doubts }, at) => {
    const name =
      made.length === 1 ? 'Statement' : `Statement ${at + 1} (${statement.accountNumber ?? 'account unknown'})`;
    return [...new Set(doubts)].map((doubt) => `${name}: ${DOUBT_SENTENCES[doubt]}`);
  });
}
