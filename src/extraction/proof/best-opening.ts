import { type Step, type Walk, walk } from './walk.ts';

/** So many printed balances tell which opening balance they follow from; those after them follow from each other. */
const TELLING_BALANCES = 3;

/** The printed opening balance that the fewest printed balances contradict, the first of several, and its walk. */
export function bestOpening(
  steps: readonly Step[],
  openings: readonly bigint[],
): { opening: bigint | null; walked: Walk } {
  const [first = null, ...others] = openings;
  let opening = first;
  if (others.length > 0) {
    const head = steps.slice(0, headLength(steps));
    let fewest = Number.POSITIVE_INFINITY;
    for (const candidate of openings) {
      const broken = walk(head, candidate).broken.length;
      if (broken >= fewest) continue;
      fewest = broken;
      opening = candidate;
    }
  }
  return { opening, walked: walk(steps, opening) };
}

function headLength(steps: readonly Step[]): number {
  let balances = 0;
  let end = 0;
  for (const [at, { balance }] of steps.entries()) {
    if (balance === null) continue;
    end = at + 1;
    balances++;
    if (balances === TELLING_BALANCES) break;
  }
  return end;
}
