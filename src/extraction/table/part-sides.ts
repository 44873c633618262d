import type { TokenLine } from '../tokens/read-tokens.ts';
import type { Heading, HeadingCell } from './heading.ts';
import { headingBook } from './heading-cells.ts';

/** How far from the end of their heading figures end, as a share of the font size. */
const ALIGNED = 0.8;

/**
 * `Lastschrift Gutschrift` with no more than a space between them head one column of signed amounts, or two that stand
 * close together: two where figures end below both words, and never in one row.
 */
export function partSides(heading: Heading, lines: readonly TokenLine[]): Heading {
  return { ...heading, cells: heading.cells.flatMap((cell) => part(cell, lines)) };
}

function part(cell: HeadingCell, lines: readonly TokenLine[]): HeadingCell[] {
  const [first = '', second = '', ...others] = cell.text.split(' ');
  const roles = [headingBook.meaningOf(first), headingBook.meaningOf(second)];
  if (cell.role !== 'amount' || others.length > 0 || !roles.includes('debit') || !roles.includes('credit'))
    return [cell];
  const letter = (cell.right - cell.left) / cell.text.length;
  const middle = cell.left + letter * first.length;
  const endsAt = (line: TokenLine, right: number) =>
    line.amounts.some((token) => token.isMoney && Math.abs(token.right - right) < ALIGNED * line.size);
  const left = lines.filter((line) => endsAt(line, middle));
  const right = lines.filter((line) => endsAt(line, cell.right));
  const isOne = left.length === 0 || right.length === 0 || left.some((line) => isRow(line) && right.includes(line));
  if (isOne) return [cell];
  const [role = null, otherRole = null] = roles;
  return [
    { ...cell, role, text: first, right: middle },
    { ...cell, role: otherRole, text: second, left: middle + letter },
  ];
}

/** Totals stand below both. */
const isRow = (line: TokenLine): boolean => line.dates[0]?.start === 0;
