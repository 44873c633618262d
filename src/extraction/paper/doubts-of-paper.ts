import { type Doubt, mayBeOfOtherAccounts, readingDoubts } from '../proof/doubts.ts';
import { doubtfulDays } from '../proof/doubtful-days.ts';
import { passedOverLines } from '../proof/passed-over.ts';
import { isReadAlike, mayBeUpsideDown } from '../proof/spoken-directions.ts';
import { listsEntries } from '../table/heading.ts';
import type { Row } from '../table/row.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import type { ProvenPart } from './prove-parts.ts';
import type { Paper } from './read-paper.ts';
import { tableOfRows } from './table-of-rows.ts';

/** What the sums of a document's statements leave open. */
export type PaperDoubts = {
  /** Rows whose day is taken from another line and could be another one. */
  days: ReadonlySet<Row>;
  /** Why the rows of one statement are not proven though they add up. */
  of: (statement: ProvenPart) => Doubt[];
};

/** Looks for what the paper shows and the reading does not account for, in all of it and in each statement. */
export function doubtsOfPaper(paper: Paper, proven: readonly ProvenPart[]): PaperDoubts {
  const { lines, tables, dates } = paper;
  const figureLines = new Set(paper.figures.map(({ index }) => index));
  const isOther = (line: TokenLine) => figureLines.has(line.index) || tables.isFurniture(line);
  const isPassedOver = passedOverLines(tables.rows, lines, accountedFor(paper, isOther)).length > 0;
  const proofs = proven.map(({ proof }) => proof);
  const areMixed = mayBeOfOtherAccounts(proofs);
  const page = { lines, order: dates.order, expectsBalance: namesBalances(paper), tableOf: tableOfRows(paper) };
  return {
    days: doubtfulDays(tables.rows, lines, { order: dates.order, isOther }),
    of: ({ part, proof, isLoan }) => {
      const doubts = readingDoubts(proof, part, page);
      if (isPassedOver) doubts.push('passed_over');
      if (areMixed) doubts.push('accounts');
      // What is owed on a loan falls by what is paid, and no other way up.
      const isLoanOwed = isLoan && proof.hypothesis.owed;
      if (!isLoanOwed && mayBeUpsideDown(proofs.filter((other) => isReadAlike(other, proof)))) doubts.push('direction');
      return doubts;
    },
  };
}

/** Lines of which it is known what they are: rows, what is pending, figures, page heads, and tables of other things. */
function accountedFor({ tables }: Paper, isOther: (line: TokenLine) => boolean): (line: TokenLine) => boolean {
  const { rows, pending, segments } = tables;
  const read = new Set(rows.map((row) => row.index));
  const listed = new Set(
    segments.flatMap(({ heading, lines }) => (heading === null || listsEntries(heading) ? [] : lines)),
  );
  return (line) => read.has(line.index) || pending.has(line.index) || isOther(line) || listed.has(line);
}

/** Whether the heading of a table of entries names a balance. */
function namesBalances({ tables }: Paper): boolean {
  const ofRows = new Set(tables.rows.map(({ table }) => table));
  return tables.segments.some(
    ({ heading, columns, table }) =>
      columns.length > 0 &&
      ofRows.has(table) &&
      heading !== null &&
      listsEntries(heading) &&
      heading.cells.some((cell) => cell.role === 'balance'),
  );
}
