import { type Cluster, FIRM } from './cluster.ts';
import { type HeadingCell, isNumericRole } from './heading.ts';

/** Cost of leaving figures without a column: they are part of the text. */
const NO_COLUMN = 40;
/** Figures under a text's heading are possible, but less likely. */
const TEXT_BIAS = 12;
/** A whole column of figures is hardly ever part of the text. */
const NO_COLUMN_FOR_FIRM = 80;
/** A heading that is not understood is the heading of figures only where no other is as near. */
const UNNAMED = 3;
/** How far the cell of the last heading reaches (points). */
const BEHIND_LAST = 60;
/** Two groups of figures under one heading. */
const SHARED_HEADING = 4;

/** For each cluster the index of its cell, or null. Dynamic programming over clusters and cells, both from the left. */
export function assignInOrder(clusters: Cluster[], cells: HeadingCell[]): (number | null)[] {
  // best[i][j]: least cost of the first i clusters if the last cell used is j - 1 (0: none yet).
  const best: number[][] = [[0, ...cells.map(() => Number.POSITIVE_INFINITY)]];
  const from: { cell: number | null; previous: number }[][] = [[]];
  clusters.forEach((cluster, i) => {
    const row: number[] = [];
    const steps: { cell: number | null; previous: number }[] = [];
    const before = best[i] ?? [];
    for (let j = 0; j <= cells.length; j++) {
      let cost =
        (before[j] ?? Number.POSITIVE_INFINITY) + (cluster.placed.length >= FIRM ? NO_COLUMN_FOR_FIRM : NO_COLUMN);
      let step: { cell: number | null; previous: number } = { cell: null, previous: j };
      const cell = cells[j - 1];
      if (cell !== undefined) {
        const own = distance(cluster, cells, j - 1);
        for (let previous = 0; previous <= j; previous++) {
          const total = (before[previous] ?? Number.POSITIVE_INFINITY) + own + (previous === j ? SHARED_HEADING : 0);
          if (total < cost) {
            cost = total;
            step = { cell: j - 1, previous };
          }
        }
      }
      row.push(cost);
      steps.push(step);
    }
    best.push(row);
    from.push(steps);
  });
  const assigned: (number | null)[] = clusters.map(() => null);
  const last = best[clusters.length] ?? [];
  let at = last.indexOf(Math.min(...last));
  for (let i = clusters.length; i > 0; i--) {
    const step = from[i]?.[at];
    if (step === undefined) break;
    assigned[i - 1] = step.cell;
    at = step.previous;
  }
  return assigned;
}

/** `Valor` is the amount in Portuguese and the value date in Spanish: what stands below decides. */
export function mayHeadFigures({ role }: HeadingCell): boolean {
  return role === null || role === 'valueDate' || role === 'account' || role === 'ignored';
}

/** How far a group of figures is from a heading: over it, or in the cell that begins at it. */
function distance(cluster: Cluster, cells: HeadingCell[], index: number): number {
  const cell = cells[index];
  if (cell === undefined) return Number.POSITIVE_INFINITY;
  const next = cells[index + 1]?.left ?? cell.right + BEHIND_LAST;
  const printed = gapBetween(cluster, cell);
  const reaching = gapBetween(cluster, { left: cell.left, right: Math.max(cell.right, next - 1) });
  if (!isNumericRole(cell.role) && !mayHeadFigures(cell)) return Math.min(printed, reaching + 4) + TEXT_BIAS;
  const alignment = Math.min(
    Math.abs(cluster.left - cell.left),
    Math.abs(cluster.right - cell.right),
    Math.abs(cluster.left + cluster.right - cell.left - cell.right) / 2,
  );
  return Math.min(printed, reaching + 6) + 0.15 * alignment + (isNumericRole(cell.role) ? 0 : UNNAMED);
}

function gapBetween(a: { left: number; right: number }, b: { left: number; right: number }): number {
  return Math.max(0, a.left - b.right, b.left - a.right);
}
