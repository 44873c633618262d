import type { Interpretation } from '../interpret.ts';
import { readInOrder } from '../layout/direction/read-in-order.ts';
import type { Placement } from '../layout/placement.ts';
import type { Line } from '../layout/word.ts';
import { unfoldColumns } from '../table/unfold-columns.ts';
import { askedRanges, isAsked } from './asked-lines.ts';
import { writeQuestion } from './write-question.ts';

/** What could not be proven: a question about it, and the lines that an answer will be held to. */
export type Unproven = { question: string; lines: readonly Line[] };

/** Null where all is proven, or where more pages would have to be asked about than allowed. */
export function findUnproven(interpretation: Interpretation, maxPages: number): Unproven | null {
  const { lines } = interpretation;
  const ranges = askedRanges(interpretation);
  if (ranges.length === 0) return null;
  const asked = unfoldColumns(readInOrder(lines)).lines.filter(({ index }) => isAsked(index, ranges));
  const pages = new Set(asked.map(({ page }) => page));
  return pages.size === 0 || pages.size > maxPages ? null : { question: writeQuestion(asked), lines };
}

/** Lines that have been text meanwhile. Those of one page share their placement, and are known by it. */
export function reviveLines(lines: readonly Line[]): Line[] {
  const placements = new Map<string, Placement | null>();
  return lines.map((line) => {
    const key = JSON.stringify(line.placement ?? null);
    const placement = placements.get(key) ?? line.placement ?? null;
    placements.set(key, placement);
    return { ...line, placement };
  });
}
