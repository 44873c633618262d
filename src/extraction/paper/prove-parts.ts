import { saysLoan } from '../identity/says-loan.ts';
import { bestProof } from '../proof/best-proof.ts';
import { tablesWithMinus } from '../proof/hypotheses/sign-readings.ts';
import type { Proof } from '../proof/prove.ts';
import { newestFirst } from '../proof/row-order.ts';
import type { StatementPart } from '../proof/statement-part.ts';
import type { Paper } from './read-paper.ts';

/** A statement of a document, read in the way that arithmetic bears out best. */
export type ProvenPart = { part: StatementPart; proof: Proof; isLoan: boolean };

/** Reconciles each of a document's statements on its own. */
export function proveParts(parts: readonly StatementPart[], paper: Paper): ProvenPart[] {
  const { tables, notation, isCard, dates } = paper;
  const columns = [
    ...new Map(tables.segments.flatMap((segment) => segment.columns).map((column) => [column.key, column])).values(),
  ];
  const withMinus = tablesWithMinus(tables.rows, columns);
  return parts.flatMap((part) => {
    const isLoan = isOfLoan(part, paper);
    // For a loan a direct debit is money in: such words are its payer's.
    if (isLoan) for (const row of part.rows) row.told = null;
    const habits = { isCard, isLoan, newestFirst: newestFirst(part.rows, dates.order), withMinus };
    const proof = bestProof(part, columns, notation, habits);
    return proof === null ? [] : [{ part, proof, isLoan }];
  });
}

function isOfLoan({ from, rows }: StatementPart, { lines, tables }: Paper): boolean {
  const own = new Set(rows.map(({ table }) => table));
  const headings = tables.segments.flatMap(({ heading, table }) => (heading !== null && own.has(table) ? heading : []));
  return saysLoan(lines.slice(from, rows[0]?.index), headings);
}
