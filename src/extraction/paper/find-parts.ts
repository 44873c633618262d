import { findBoundaries } from '../proof/find-boundaries.ts';
import { nameBalances } from '../proof/name-balances.ts';
import { listsOwnAccounts, splitByAccount, splitStatements } from '../proof/split-statements.ts';
import type { StatementPart } from '../proof/statement-part.ts';
import type { Paper } from './read-paper.ts';

/** The statements that a document holds, one for each account and period, with the rows and figures of each. */
export function findParts(paper: Paper): StatementPart[] {
  const { figures, identities, places } = paper;
  const { rows } = paper.tables;
  const parts = listsOwnAccounts(rows, identities)
    ? splitByAccount(rows, figures, identities, places.aroundRows)
    : splitStatements(rows, figures, boundariesOf(paper));
  return parts.map(nameBalances);
}

function boundariesOf({ tables, places, headings, figures, identities, periods, notation }: Paper): number[] {
  const texts = places.around.filter((line) => !tables.isFurniture(line)).map(({ index }) => index);
  const sure = tables.rows.filter((row) => row.doubt === null);
  return findBoundaries(
    sure.length > 0 ? sure : tables.rows,
    {
      identities,
      periods,
      figures,
      texts: new Set(texts),
      headings: new Set(headings.map(({ first }) => first)),
    },
    notation,
  );
}
