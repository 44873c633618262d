import { foldTerms } from '../vocabulary/phrase-book.ts';
import { type Heading, isNumericRole } from './heading.ts';

/** `Valor` is a day in Spanish and an amount in Portuguese: where a heading names no other figures, those at its end. */
export function withAmountCalledValue(heading: Heading): Heading {
  const last = heading.cells.at(-1);
  if (last?.role !== 'valueDate' || heading.cells.some(({ role }) => isNumericRole(role))) return heading;
  if (foldTerms(last.text).join(' ') !== 'valor') return heading;
  return { ...heading, cells: [...heading.cells.slice(0, -1), { ...last, role: 'amount' }] };
}
