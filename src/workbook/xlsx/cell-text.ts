import { printable } from '../printable-text.ts';

/** Excel's limit, in UTF-16 units. */
export const CELL_LENGTH_MAX = 32_767;

/** Text as a cell can hold it: printable, and cut with an ellipsis where it is longer than a cell may be. */
export const cellText = (text: string): string => {
  const plain = printable(text);
  if (plain.length <= CELL_LENGTH_MAX) return plain;
  // The cut may split a surrogate pair; `printable` drops the half that is left.
  return `${printable(plain.slice(0, CELL_LENGTH_MAX - 1))}…`;
};

/** Whether a person who edits this text in Excel would find it turned into a formula, or its apostrophe gone. */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@'\t\n]/.test(text);
