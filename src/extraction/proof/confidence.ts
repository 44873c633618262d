import type { Doubt } from './doubts.ts';

/** Confidence in a row: proven by arithmetic, as printed with its direction, or with a direction that was inferred. */
const PROVEN = 0.99;
const PRINTED = 0.9;
const INFERRED = 0.8;
const CONTRADICTED = 0.5;

/** What a row deserves that bears these flags, in a statement that adds up or not; between 0 and 1. */
export function confidenceOf(flags: readonly string[], reconciled: boolean | null, isSigned: boolean): number {
  if (flags.includes('balance_mismatch')) return CONTRADICTED;
  if (flags.length > 0) return INFERRED;
  if (reconciled === true) return PROVEN;
  return isSigned ? PRINTED : INFERRED;
}

/** Sums that do not prove a statement do not prove its rows; where they would be right upside down, no sign is sure. */
export function doubtedConfidence(confidence: number, doubts: readonly Doubt[]): number {
  return Math.min(confidence, doubts.includes('direction') ? INFERRED : PRINTED);
}
