import { type Step, type Walk, walk } from './walk.ts';

/** The printed opening balance that the fewest printed balances contradict, the first of several, and its walk. */
export function bestOpening(
  steps: readonly Step[],
  openings: readonly bigint[],
): { opening: bigint | null; walked: Walk } {
  const [first = null, ...others] = openings;
  let best = { opening: first, walked: walk(steps, first) };
  for (const opening of others) {
    if (best.walked.broken.length === 0) break;
    const walked = walk(steps, opening);
    if (walked.broken.length < best.walked.broken.length) best = { opening, walked };
  }
  return best;
}
