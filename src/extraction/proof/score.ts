import type { FigureKind } from '../vocabulary/figures.ts';
import type { Hypothesis } from './hypotheses/hypothesis.ts';
import type { Proof } from './prove.ts';
import { spokenDirections, weightOfWords } from './spoken-directions.ts';
import type { StatementPart } from './statement-part.ts';

/** What all printed balances of the rows weigh together. */
const LINKS = 100;
/** The rows lead from the printed opening balance to the closing one, or only to the latter. */
const BOTH_ENDS = 60;
const ONE_END = 10;
/** The rows of one side add up to its printed total. */
const TOTAL = 15;

/** How well the figures that a statement prints bear out one reading of it. */
export function scoreOf(proof: Omit<Proof, 'score'>, rowCount: number): number {
  const { walk: walked, opening, closing, hypothesis, entries } = proof;
  const linkWeight = LINKS / Math.max(1, rowCount);
  let score = (walked.linked - 1.5 * walked.broken.length) * linkWeight;
  const total = walked.amounts.reduce((sum, amount) => sum + amount, 0n);
  if (opening !== null && closing !== null) score += opening + total === closing ? BOTH_ENDS : -5;
  else if (closing !== null && walked.end !== null) score += walked.end === closing ? ONE_END : -3;
  if (proof.printedIn !== null) score += proof.printedIn === proof.totalIn ? TOTAL : -1;
  if (proof.printedOut !== null) score += proof.printedOut === -proof.totalOut ? TOTAL : -1;
  score += weightOfWords(spokenDirections(proof));
  score -= (rowCount - entries.length) * linkWeight * 0.5;
  return score - hypothesis.cost;
}

/** The rows of a statement that a hypothesis does not leave out. */
export function countedRows({ rows }: StatementPart, { without }: Hypothesis): number {
  return rows.filter(({ doubt }) => doubt === null || !without.has(doubt)).length;
}

/**
 * What `scoreOf` can give a reading of a statement at most: if everything that is printed agreed with it. One that could
 * not even so be the best need not be tried.
 */
export function highestScores(part: StatementPart): (hypothesis: Hypothesis) => number {
  const { rows, figures } = part;
  const prints = (...kinds: FigureKind[]) => figures.some(({ kind }) => kinds.includes(kind));
  const ends = prints('closing') ? (prints('opening') ? BOTH_ENDS : ONE_END) : 0;
  const totals = [prints('total', 'totalCredits'), prints('total', 'totalDebits', 'partDebits')];
  const words = weightOfWords({ agreeing: rows.filter(({ told }) => told !== null).length, against: 0 });
  const others = ends + TOTAL * totals.filter(Boolean).length + words + ROUNDING;
  return (hypothesis) => {
    const count = countedRows(part, hypothesis);
    // Balances between the rows are links, too.
    return (LINKS / Math.max(1, count)) * (count + figures.length) + others - hypothesis.cost;
  };
}

/** Sums of the same weights may differ in their last digits. */
const ROUNDING = 1e-6;
