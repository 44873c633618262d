import type { Placement } from '../layout/placement.ts';
import type { TextRun } from './text-runs.ts';

const QUARTER = Math.PI / 2;
/** Text that leans further than this (about 3 degrees) from the direction of its page is a stamp or a watermark. */
const MAX_LEAN = 0.05;

/** By how many quarter turns clockwise a page's text is turned. */
export type Turns = 0 | 1 | 2 | 3;

const ALL_TURNS: readonly Turns[] = [0, 1, 2, 3];

/**
 * The direction in which most of a page's text runs. The text decides, not the page's `/Rotate`: some statements are
 * drawn sideways without saying so.
 */
export function mainTurns(runs: readonly TextRun[]): Turns {
  const counts = [0, 0, 0, 0];
  for (const { angle, printed } of runs) {
    const turns = quarterTurns(angle);
    if (turns !== null) counts[turns] = (counts[turns] ?? 0) + printed;
  }
  return ALL_TURNS[counts.indexOf(Math.max(...counts))] ?? 0;
}

/** 0 to 3 for text along an axis, null for text that leans. */
export function quarterTurns(angle: number): Turns | null {
  const turns = Math.round(angle / QUARTER);
  if (Math.abs(angle - turns * QUARTER) > MAX_LEAN) return null;
  return ALL_TURNS[turns % 4] ?? null;
}

/** How the points of a page whose text was turned upright lie on the page as the PDF counts them, y upwards. */
export function turnBack(turns: Turns, { width, height }: { width: number; height: number }): Placement {
  if (turns === 0) return [1, 0, 0, -1, 0, height];
  // The PDF's points do not know the page's rotation, so a sideways page is as high as it looks wide.
  if (turns === 1) return [0, -1, -1, 0, height, width];
  if (turns === 2) return [-1, 0, 0, 1, width, 0];
  return [0, 1, 1, 0, 0, 0];
}
