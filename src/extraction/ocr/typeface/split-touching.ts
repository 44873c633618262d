import { columnEnergies, type Ink, type Run } from './ink.ts';
import type { Typeface } from './typeface.ts';
import { unexplained } from './unexplained.ts';

/** So many columns two letters may share. */
export const MOST_SHARED = 3;
/** What may be left besides the letters, in shares of the ink. */
const MOST_LEFT = 0.03;

/**
 * Letters that touch, each where it begins and ends: the row of forms that leaves the least of the ink unexplained.
 * Null where no forms explain it.
 */
export function splitTouching(ink: Ink, { forms }: Typeface): Run[] | null {
  const { width } = ink;
  const energies = columnEnergies(ink);
  const least = new Float64Array(width + 1).fill(Infinity);
  const steps: ({ from: number; isLetter: boolean } | undefined)[] = [];
  least[0] = 0;
  const reach = (from: number, to: number, more: number, isLetter: boolean) => {
    const cost = (least[from] ?? Infinity) + more;
    if (cost >= (least[to] ?? Infinity)) return;
    least[to] = cost;
    steps[to] = { from, isLetter };
  };
  for (let x = 0; x < width; x++) {
    reach(x, x + 1, energies[x] ?? 0, false);
    for (const form of forms) {
      if (x + form.width > width + 2) continue;
      const more = unexplained(ink, x, form);
      for (let shared = 0; shared <= MOST_SHARED && shared < form.width; shared++) {
        reach(x, Math.min(width, x + form.width - shared), more, true);
      }
    }
  }
  const runs: Run[] = [];
  let left = 0;
  for (let to = width; to > 0; to = steps[to]?.from ?? 0) {
    const step = steps[to];
    if (step === undefined) return null;
    if (step.isLetter) runs.unshift({ from: step.from, to });
    else left += energies[to - 1] ?? 0;
  }
  return left > MOST_LEFT * energies.reduce((sum, one) => sum + one, 0) ? null : runs;
}
