import { bestProof } from '../proof/best-proof.ts';
import { tablesWithMinus } from '../proof/hypotheses/sign-readings.ts';
import type { Proof } from '../proof/prove.ts';
import { newestFirst } from '../proof/row-order.ts';
import type { StatementPart } from '../proof/statement-part.ts';
import type { Paper } from './read-paper.ts';

/** A statement of a document, read in the way that arithmetic bears out best. */
export type ProvenPart = { part: StatementPart; proof: Proof };

/** Reconciles each of a document's statements on its own. */
export function proveParts(parts: readonly StatementPart[], paper: Paper): ProvenPart[] {
  const { tables, notation, isCard, dates } = paper;
  const columns = [
    ...new Map(tables.segments.flatMap((segment) => segment.columns).map((column) => [column.key, column])).values(),
  ];
  const withMinus = tablesWithMinus(tables.rows, columns);
  return parts.flatMap((part) => {
    const habits = { isCard, newestFirst: newestFirst(part.rows, dates.order), withMinus };
    const proof = bestProof(part, columns, notation, habits);
    return proof === null ? [] : [{ part, proof }];
  });
}
