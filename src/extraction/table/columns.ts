import type { AmountToken } from '../tokens/find-amounts.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import type { HeadingRole } from '../vocabulary/headings.ts';
import { type Heading, type HeadingCell, isNumericRole } from './heading.ts';

/** Figures that stand below each other. Points. */
export type Column = {
  /** The same for the same column on every page of a table. */
  key: string;
  /** What the heading says, or null where there is none. */
  role: HeadingRole | null;
  left: number;
  right: number;
  currency: string | null;
  tokens: AmountToken[];
};

type Placed = { token: AmountToken; line: number; mayBeDate: boolean };
type Cluster = { left: number; right: number; placed: Placed[] };

/** Edges that differ by less stand below each other (points). */
const EDGE = 1.8;
/** A column is sure where so many figures share an edge. */
const FIRM = 3;

/** The columns of figures under a heading, or of lines without one. */
export function findColumns(
  lines: readonly TokenLine[],
  heading: Heading | null,
  counts: (token: AmountToken) => boolean,
) {
  const placed = lines.flatMap((line) =>
    line.amounts.filter(counts).map((token): Placed => {
      const mayBeDate = line.dates.some((date) => date.start < token.end && token.start < date.end);
      return { token, line: line.index, mayBeDate };
    }),
  );
  const clusters = clusterByEdge(placed);
  return heading === null ? unnamedColumns(clusters) : namedColumns(clusters, heading);
}

/** Groups figures by the edge that the fewest groups share: mostly the right one, some statements align left. */
function clusterByEdge(placed: Placed[]): Cluster[] {
  const edges: ((token: AmountToken) => number)[] = [
    (token) => token.digitsRight,
    (token) => token.right,
    (token) => token.left,
    (token) => token.digitsLeft,
    (token) => (token.left + token.right) / 2,
  ];
  let best: Cluster[] | null = null;
  for (const edge of edges) {
    const clusters = clusterBy(placed, edge);
    if (best === null || clusters.length < best.length * 0.8) best = clusters;
  }
  return absorbStrays(best ?? []);
}

function clusterBy(placed: Placed[], edge: (token: AmountToken) => number): Cluster[] {
  const sorted = placed.toSorted((a, b) => edge(a.token) - edge(b.token));
  const clusters: Cluster[] = [];
  let lastEdge = Number.NEGATIVE_INFINITY;
  for (const item of sorted) {
    const own = edge(item.token);
    const current = clusters.at(-1);
    if (current !== undefined && own - lastEdge <= EDGE) addTo(current, item);
    else clusters.push({ left: item.token.left, right: item.token.right, placed: [item] });
    lastEdge = own;
  }
  return clusters;
}

function addTo(cluster: Cluster, item: Placed): void {
  cluster.placed.push(item);
  cluster.left = Math.min(cluster.left, item.token.left);
  cluster.right = Math.max(cluster.right, item.token.right);
}

/** A few figures off the edge of a column that they lie over belong to it, unless both are on one line. */
function absorbStrays(clusters: Cluster[]): Cluster[] {
  const firm = clusters.filter((cluster) => cluster.placed.length >= FIRM);
  const kept = [...firm];
  for (const stray of clusters) {
    if (stray.placed.length >= FIRM) continue;
    const home = firm.find((cluster) => overlapShare(cluster, stray) > 0.5 && !sharesLine(cluster, stray));
    if (home === undefined) kept.push(stray);
    else for (const item of stray.placed) addTo(home, item);
  }
  return kept.toSorted((a, b) => a.right - b.right);
}

function sharesLine(a: Cluster, b: Cluster): boolean {
  const lines = new Set(a.placed.map((item) => item.line));
  return b.placed.some((item) => lines.has(item.line));
}

function overlapShare(a: { left: number; right: number }, b: { left: number; right: number }): number {
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return shared / Math.max(1, Math.min(a.right - a.left, b.right - b.left));
}

/** Puts columns together that lie over each other: figures with a sign behind them, and those without. */
export function mergeOverlapping(columns: readonly Column[]): Column[] {
  const merged: Column[] = [];
  for (const column of columns.toSorted((a, b) => b.tokens.length - a.tokens.length)) {
    const home = merged.find((other) => overlapShare(other, column) > 0.5);
    if (home === undefined) merged.push({ ...column, tokens: [...column.tokens] });
    else {
      home.tokens.push(...column.tokens);
      home.left = Math.min(home.left, column.left);
      home.right = Math.max(home.right, column.right);
    }
  }
  return merged.toSorted((a, b) => a.right - b.right);
}

function unnamedColumns(clusters: Cluster[]): Column[] {
  return clusters.map((cluster, index) => ({
    key: `column-${index}`,
    role: null,
    left: cluster.left,
    right: cluster.right,
    currency: null,
    tokens: cluster.placed.map((item) => item.token),
  }));
}

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

/** Gives each group of figures its heading, keeping the order from left to right, at the least distance in all. */
function namedColumns(clusters: Cluster[], heading: Heading): Column[] {
  const { cells } = heading;
  const assigned = assignInOrder(clusters, cells);
  // Where no heading speaks of figures, those that could be dates are the figures after all.
  const hasFigures = cells.some((cell) => isNumericRole(cell.role) && cell.role !== 'balance');
  const columns = new Map<number, Column>();
  clusters.forEach((cluster, index) => {
    const at = assigned[index] ?? null;
    if (at === null) return;
    const cell = cells[at];
    if (cell === undefined) return;
    const isNumeric = isNumericRole(cell.role);
    if (!isNumeric && !mayHeadFigures(cell)) return;
    // A heading in words we do not know, or a word of two meanings, still is the heading of its figures.
    if (!isNumeric && (!isAligned(cluster, cell) || (areDates(cluster) && hasFigures))) return;
    const role = isNumeric ? cell.role : null;
    const tokens = cluster.placed.map((item) => item.token);
    const column = columns.get(at);
    if (column === undefined) {
      const ordinal = cells.slice(0, at).filter((other) => other.role === cell.role).length;
      const name = role ?? `unnamed-${cell.role ?? ''}`;
      columns.set(at, {
        key: `${name}-${ordinal}`,
        role,
        left: cluster.left,
        right: cluster.right,
        currency: cell.currency,
        tokens,
      });
    } else {
      column.tokens.push(...tokens);
      column.left = Math.min(column.left, cluster.left);
      column.right = Math.max(column.right, cluster.right);
    }
  });
  return [...columns.entries()].toSorted(([a], [b]) => a - b).map(([, column]) => column);
}

/** For each cluster the index of its cell, or null. Dynamic programming over clusters and cells, both from the left. */
function assignInOrder(clusters: Cluster[], cells: HeadingCell[]): (number | null)[] {
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

function areDates({ placed }: Cluster): boolean {
  return placed.filter((item) => item.mayBeDate).length > placed.length / 2;
}

/** Many figures, or one edge shared with the heading. */
function isAligned(cluster: Cluster, cell: HeadingCell): boolean {
  if (cluster.placed.length >= FIRM) return true;
  return Math.min(Math.abs(cluster.left - cell.left), Math.abs(cluster.right - cell.right)) < 2;
}

/** `Valor` is the amount in Portuguese and the value date in Spanish: what stands below decides. */
function mayHeadFigures({ role }: HeadingCell): boolean {
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
