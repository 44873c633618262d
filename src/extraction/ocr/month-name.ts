import { foldTerms } from '../vocabulary/phrase-book.ts';
import { MONTHS } from '../vocabulary/months.ts';

const MONTH_NAMES: ReadonlySet<string> = new Set(MONTHS.flat());

/** Whether a text is the name of a month, in full or shortened, in any language that statements are read in. */
export const isMonthName = (text: string): boolean => MONTH_NAMES.has(foldTerms(text).join(' '));
