import { foldTerms } from '../vocabulary/phrase-book.ts';
import type { Heading } from './heading.ts';

/** What a lender keeps for taxes and insurance. */
const ESCROW = new Set(['escrow', 'impound']);

/** Beside the balance of a loan, that of its escrow is a figure of another account. */
export function withoutEscrow(heading: Heading): Heading {
  const balances = heading.cells.filter(({ role }) => role === 'balance');
  const escrow = balances.filter(({ text }) => foldTerms(text).some((term) => ESCROW.has(term)));
  if (escrow.length === 0 || escrow.length === balances.length) return heading;
  const cells = heading.cells.map((cell) => (escrow.includes(cell) ? { ...cell, role: 'foreign' as const } : cell));
  return { ...heading, cells };
}
