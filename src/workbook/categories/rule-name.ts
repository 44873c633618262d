import type { CategoryRule } from './category-rule.ts';

/** What a rule is called where it matched: its words, and the side it is kept to. No two rules are called the same. */
export const ruleName = ({ words, side }: CategoryRule): string =>
  side === undefined ? words : `${words} (money ${side})`;
