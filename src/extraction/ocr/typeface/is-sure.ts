import type { Letter } from './typeface.ts';

/** A letter that is as near as this to its form, and so much farther from all others, is that one. */
const SURE = { apart: 0.13, other: 0.07 };
/** Marks are a few pixels. */
const SURE_MARK = { apart: 0.28, other: 0.08 };
const MARK = /[.,:;'’-]/;

export function isSure({ text, apart, other }: Letter): boolean {
  const limits = MARK.test(text) ? SURE_MARK : SURE;
  return apart < limits.apart && other - apart > limits.other;
}
