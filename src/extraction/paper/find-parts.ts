import { findBoundaries } from '../proof/find-boundaries.ts';
import { nameBalances } from '../proof/name-balances.ts';
import { listsOwnAccounts, splitByAccount, splitStatements } from '../proof/split-statements.ts';
import { doubtRepeated } from '../proof/repeated-rows.ts';
import { newestFirst } from '../proof/row-order.ts';
import type { StatementPart } from '../proof/statement-part.ts';
import type { Row } from '../table/row.ts';
import type { Segment } from '../table/segment.ts';
import type { Paper } from './read-paper.ts';
import { tableOfRows } from './table-of-rows.ts';

/** The statements that a document holds, one for each account and period, with the rows and figures of each. */
export function findParts(paper: Paper): StatementPart[] {
  const { figures, identities, places } = paper;
  const { rows } = paper.tables;
  const parts = listsOwnAccounts(rows, identities)
    ? splitByAccount(rows, figures, identities, places.aroundRows)
    : splitStatements(rows, figures, boundariesOf(paper));
  for (const part of parts.slice(1)) trustOwn(part);
  const layout = { isParted: (above: Row, below: Row) => isParted(above, below, paper), tableOf: tableOfRows(paper) };
  for (const part of parts) doubtRepeated(part.rows, layout);
  return parts.map(nameBalances);
}

/** The end that another statement's figures set is none of this one's rows. */
function trustOwn({ rows, figures }: StatementPart): void {
  const end = figures.find(({ kind }) => kind === 'closing')?.index ?? Number.POSITIVE_INFINITY;
  const first = rows[0]?.index ?? 0;
  for (const row of rows) if (row.doubt === 'after-end' && (end < first || row.index < end)) row.doubt = null;
}

/** Whether a page, a title or another text stands between two rows. */
function isParted(above: Row, below: Row, { lines, tables }: Paper): boolean {
  if (above.page !== below.page) return true;
  return lines
    .slice(above.index + 1, below.index)
    .some((line) => ![above, below].some((row) => row.lines.includes(line.index)) && !tables.isFurniture(line));
}

/** The one currency of all that a row prints, at its figures or over their columns. */
function currencyOfRow({ cells, index, page }: Row, segments: readonly Segment[]): string | null {
  const columns =
    segments.find((own) => own.page === page && own.lines.some((line) => line.index === index))?.columns ?? [];
  const printed = [...cells].map(([key, { currency }]) => currency ?? columns.find((own) => own.key === key)?.currency);
  const [one, ...others] = new Set(printed.filter((currency) => currency != null));
  return others.length === 0 ? (one ?? null) : null;
}

function boundariesOf({ tables, places, headings, figures, identities, periods, notation, dates }: Paper): number[] {
  const texts = places.around.filter((line) => !tables.isFurniture(line)).map(({ index }) => index);
  const sure = tables.rows.filter((row) => row.doubt === null);
  // What stands behind the end of one statement, with dates of its own, may be another.
  const mayBegin = tables.rows.filter((row) => row.doubt === null || (row.doubt === 'after-end' && !row.isDateAbove));
  return findBoundaries(
    sure.length > 0 ? mayBegin : tables.rows,
    {
      identities,
      periods,
      figures,
      texts: new Set(texts),
      headings: new Set(headings.map(({ first }) => first)),
      currencyOf: (row) => currencyOfRow(row, tables.segments),
      isNewestFirst: newestFirst(sure, dates.order) === true,
    },
    notation,
  );
}
