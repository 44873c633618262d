import type { AmountToken } from '../tokens/find-amounts.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { addTo, type Cluster, EDGE, FIRM } from './cluster.ts';

/**
 * Puts whole numbers below a thousand into the column of whole amounts at whose edge they stand alone in their cell: in
 * a document of yen and dollars nothing else says that `850` is money. Nothing at all may be printed as `0` anywhere.
 */
export function withSmallFigures(
  clusters: Cluster[],
  lines: readonly TokenLine[],
  counts: (token: AmountToken) => boolean,
): Cluster[] {
  const isOfWholes = countWhole(clusters.flatMap(({ placed }) => placed)) >= FIRM;
  for (const line of lines) {
    for (const token of line.amounts) {
      if (counts(token) || !isSmall(token) || !isAloneInCell(token, line)) continue;
      const home = clusters.find((column) => mayHold(column, token, isOfWholes) && standsAtEdge(column, token, line));
      if (home !== undefined) addTo(home, { token, line: line.index, mayBeDate: false });
    }
  }
  return clusters;
}

/** Digits alone in their cell, no more of them than an amount has. */
export function isWholeInCell(token: AmountToken, line: TokenLine): boolean {
  return token.readings['.']?.decimals === 0 && token.end - token.start <= LONGEST && isAloneInCell(token, line);
}

const LONGEST = 10;

/** Digits that need no mark for groups. */
const BELOW_GROUPS = 1_000_000n;

function isSmall({ readings }: AmountToken): boolean {
  const value = readings['.']?.value;
  return value !== undefined && value < BELOW_GROUPS;
}

function isAloneInCell({ start, end }: AmountToken, { text: { text }, dates }: TokenLine): boolean {
  const isEdge = (character: string | undefined) => character === undefined || character === '\t';
  return isEdge(text[start - 1]) && isEdge(text[end]) && !dates.some((date) => date.start < end && start < date.end);
}

/** Amounts with decimals would have them here, too. */
function mayHold({ placed }: Cluster, { readings }: AmountToken, isOfWholes: boolean): boolean {
  if (readings['.']?.value === 0n) return placed.length >= FIRM;
  return isOfWholes && countWhole(placed) > placed.length / 2;
}

function countWhole(placed: Cluster['placed']): number {
  return placed.filter(({ token: { readings } }) => readings['.']?.decimals === 0 || readings[',']?.decimals === 0)
    .length;
}

function standsAtEdge({ placed }: Cluster, token: AmountToken, { index }: TokenLine): boolean {
  return (
    placed.some((item) => Math.abs(item.token.digitsRight - token.digitsRight) < EDGE) &&
    placed.every(({ line }) => line !== index)
  );
}
