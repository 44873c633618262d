import type { Column } from '../table/columns.ts';
import type { Notation } from './decimal-mark.ts';
import { type Habits, hypotheses } from './hypotheses/hypotheses.ts';
import { type Proof, prove } from './prove.ts';
import { highestScores } from './score.ts';
import type { StatementPart } from './statement-part.ts';

/** Reads a statement in every way that makes sense and keeps the one that arithmetic bears out best. */
export function bestProof(
  part: StatementPart,
  columns: readonly Column[],
  notation: Notation,
  habits: Habits,
): Proof | null {
  let best: Proof | null = null;
  const highest = highestScores(part);
  for (const hypothesis of hypotheses(part, columns, habits)) {
    if (best !== null && highest(hypothesis) < best.score) continue;
    const proof = prove(part, hypothesis, notation);
    if (proof.entries.length > 0 && (best === null || proof.score > best.score)) best = proof;
  }
  return best;
}
