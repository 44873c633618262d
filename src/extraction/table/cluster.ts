import type { AmountToken } from '../tokens/find-amounts.ts';

/** A figure, the line it stands on, and whether it may be read as a date. */
export type Placed = { token: AmountToken; line: number; mayBeDate: boolean };
/** Figures that share an edge. Points. */
export type Cluster = { left: number; right: number; placed: Placed[] };

/** Edges that differ by less stand below each other (points). */
export const EDGE = 1.8;
/** A column is sure where so many figures share an edge. */
export const FIRM = 3;

/** Groups figures by the edge that the fewest groups share: mostly the right one, some statements align left. */
export function clusterByEdge(placed: Placed[]): Cluster[] {
  const edges: ((token: AmountToken) => number)[] = [
    (token) => token.digitsRight,
    (token) => token.right,
    (token) => token.left,
    (token) => token.digitsLeft,
    (token) => (token.left + token.right) / 2,
  ];
  let best: { edge: (typeof edges)[number]; count: number } | null = null;
  for (const edge of edges) {
    const count = countGroups(placed, edge);
    if (best === null || count < best.count * 0.8) best = { edge, count };
  }
  return absorbStrays(best === null ? [] : clusterBy(placed, best.edge));
}

/** How many clusters an edge makes of figures. */
function countGroups(placed: readonly Placed[], edge: (token: AmountToken) => number): number {
  const sorted = Float64Array.from(placed, ({ token }) => edge(token)).sort();
  return sorted.reduce((count, own, at) => (own - (sorted[at - 1] ?? -Infinity) <= EDGE ? count : count + 1), 0);
}

function clusterBy(placed: Placed[], edge: (token: AmountToken) => number): Cluster[] {
  const sorted = placed.map((item) => ({ item, own: edge(item.token) })).toSorted((a, b) => a.own - b.own);
  const clusters: Cluster[] = [];
  let lastEdge = Number.NEGATIVE_INFINITY;
  for (const { item, own } of sorted) {
    const current = clusters.at(-1);
    if (current !== undefined && own - lastEdge <= EDGE) addTo(current, item);
    else clusters.push({ left: item.token.left, right: item.token.right, placed: [item] });
    lastEdge = own;
  }
  return clusters;
}

export function addTo(cluster: Cluster, item: Placed): void {
  cluster.placed.push(item);
  cluster.left = Math.min(cluster.left, item.token.left);
  cluster.right = Math.max(cluster.right, item.token.right);
}

/** A few figures off the edge of a column that they lie over belong to it, unless both are on one line. */
function absorbStrays(clusters: Cluster[]): Cluster[] {
  const firm = joinOverlapping(clusters.filter((cluster) => cluster.placed.length >= FIRM));
  const kept = [...firm];
  for (const stray of clusters) {
    if (stray.placed.length >= FIRM) continue;
    const home = firm.find((cluster) => overlapShare(cluster, stray) > 0.5 && !sharesLine(cluster, stray));
    if (home === undefined) kept.push(stray);
    else for (const item of stray.placed) addTo(home, item);
  }
  return kept.toSorted((a, b) => a.right - b.right);
}

/** Figures with a mark behind them and figures with a longer one lie over each other, and never stand on one line. */
function joinOverlapping(clusters: readonly Cluster[]): Cluster[] {
  const joined: Cluster[] = [];
  for (const cluster of clusters) {
    const home = joined.find((other) => overlapShare(other, cluster) > SAME_COLUMN && !sharesLine(other, cluster));
    if (home === undefined) joined.push(cluster);
    else for (const item of cluster.placed) addTo(home, item);
  }
  return joined;
}

/** Clusters that share so much of the narrower one are one column. */
const SAME_COLUMN = 0.8;

export function sharesLine(a: Cluster, b: Cluster): boolean {
  const lines = new Set(a.placed.map((item) => item.line));
  return b.placed.some((item) => lines.has(item.line));
}

/** The part of the narrower of two stretches that both share. */
export function overlapShare(a: { left: number; right: number }, b: { left: number; right: number }): number {
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return shared / Math.max(1, Math.min(a.right - a.left, b.right - b.left));
}
