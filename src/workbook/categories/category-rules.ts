import type { CategoryRule } from './category-rule.ts';
import { HOUSEHOLD_WORDS } from './household-words.ts';
import { MERCHANT_WORDS } from './merchant-words.ts';
import { MONEY_WORDS, MOVEMENT_WORDS } from './money-words.ts';

/** Comma-separated words by category; a third part keeps them to one side of the account. */
export type CategoryWords = readonly [category: string, words: string, side?: 'in' | 'out'];

/**
 * The rules that the project brings along, in the order in which equals are settled. They name what is well known in
 * several countries; what they do not know stays uncategorised.
 */
export const CATEGORY_RULES: readonly CategoryRule[] = [
  ...MONEY_WORDS,
  ...HOUSEHOLD_WORDS,
  ...MERCHANT_WORDS,
  ...MOVEMENT_WORDS,
].flatMap(([category, words, side]) =>
  words.split(',').map((each) => ({ words: each.trim(), category, ...(side === undefined ? {} : { side }) })),
);
