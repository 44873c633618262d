import type { Transaction } from '../../extraction/statement.ts';
import { signOfDecimal } from '../decimal.ts';
import { type CategoryRule, UNCATEGORISED } from './category-rule.ts';
import { foldedWords } from './folded-words.ts';

/** The category of a transaction and the rule that says so; null where none does. */
export type CategoryMatch = { category: string; rule: CategoryRule | null };

type Candidate = { rule: CategoryRule; words: string[]; rank: number };

const NO_MATCH: CategoryMatch = { category: UNCATEGORISED, rule: null };

/**
 * Finds the rule for a transaction: of all whose words stand in its description, in order and side by side, the one
 * with the most words; of equal ones, the first in the table. `uber eats` is food, though `uber` is a ride.
 */
export const matchCategory = (
  rules: readonly CategoryRule[],
): ((transaction: Pick<Transaction, 'description' | 'amount'>) => CategoryMatch) => {
  const byFirstWord = new Map<string, Candidate[]>();
  for (const [rank, rule] of rules.entries()) {
    const words = foldedWords(rule.words);
    const [first] = words;
    if (first === undefined) continue;
    const candidates = byFirstWord.get(first) ?? [];
    candidates.push({ rule, words, rank });
    byFirstWord.set(first, candidates);
  }
  for (const candidates of byFirstWord.values()) candidates.sort(byWeight);

  return ({ description, amount }) => {
    const side = signOfDecimal(amount) < 0 ? 'out' : 'in';
    const found = foldedWords(description);
    let best: Candidate | null = null;
    for (const [position, word] of found.entries()) {
      for (const candidate of byFirstWord.get(word) ?? []) {
        if (best && byWeight(best, candidate) < 0) break;
        if (candidate.rule.side !== undefined && candidate.rule.side !== side) continue;
        if (!candidate.words.every((each, offset) => found[position + offset] === each)) continue;
        best = candidate;
        break;
      }
    }
    return best ? { category: best.rule.category, rule: best.rule } : NO_MATCH;
  };
};

const byWeight = (one: Candidate, other: Candidate): number =>
  other.words.length - one.words.length || one.rank - other.rank;
