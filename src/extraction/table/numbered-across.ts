import type { TokenLine } from '../tokens/read-tokens.ts';
import type { Fold } from './fold-of-edges.ts';

/** So many numbers show in which order they go. */
const LEAST_NUMBERS = 4;

/**
 * Whether the rows of two columns go across the page, from the left one to the right: cheques side by side are numbered,
 * and their numbers rise line by line and not column by column.
 */
export function isNumberedAcross({ from, to, at }: Fold, lines: readonly TokenLine[]): boolean {
  const rows = lines
    .filter(({ index, amounts }) => index > from && index < to && amounts.some(({ isMoney }) => isMoney))
    .map((line) => [numberAt(line, Number.NEGATIVE_INFINITY, at), numberAt(line, at, Number.POSITIVE_INFINITY)]);
  const across = rows.flat().filter((number) => number !== null);
  const down = [0, 1].flatMap((side) => rows.flatMap((row) => row[side] ?? []));
  return across.length >= LEAST_NUMBERS && rises(across) && !rises(down);
}

/** The number that a half of a line begins with. */
function numberAt({ text }: TokenLine, from: number, to: number): number | null {
  const first = text.words.find(({ left }) => left >= from && left < to);
  return first !== undefined && /^\d{2,8}$/.test(first.text) ? Number(first.text) : null;
}

function rises(numbers: readonly number[]): boolean {
  return numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
}
