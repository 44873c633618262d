import type { AmountToken } from '../tokens/find-amounts.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import type { HeadingRole } from '../vocabulary/headings.ts';
import { assignInOrder, mayHeadFigures } from './assign-headings.ts';
import { type Cluster, clusterByEdge, FIRM, overlapShare, type Placed, sharesLine } from './cluster.ts';
import { type Heading, type HeadingCell, isNumericRole } from './heading.ts';
import { isWholeInCell, withSmallFigures } from './small-figures.ts';

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

/** The columns of figures under a heading, or of lines without one. */
export function findColumns(
  lines: readonly TokenLine[],
  heading: Heading | null,
  counts: (token: AmountToken) => boolean,
) {
  const money = place(lines, counts);
  const placed = heading !== null && isOfWholes(heading, money) ? place(lines, isWholeInCell) : money;
  const clusters = withSmallFigures(clusterByEdge(placed), lines, counts);
  return heading === null ? unnamedColumns(clusters) : namedColumns(clusters, heading);
}

function place(lines: readonly TokenLine[], counts: (token: AmountToken, line: TokenLine) => boolean): Placed[] {
  return lines.flatMap((line) =>
    line.amounts
      .filter((token) => counts(token, line))
      .map((token): Placed => {
        const mayBeDate = line.dates.some((date) => date.start < token.end && token.start < date.end);
        return { token, line: line.index, mayBeDate };
      }),
  );
}

/** Whether a table with columns of figures has none that look like money: its amounts are yen in a document of dollars. */
function isOfWholes({ cells }: Heading, money: readonly Placed[]): boolean {
  const isBalanced = cells.some(({ role }) => role === 'balance');
  const moves = cells.some(({ role }) => role === 'debit' || role === 'credit' || role === 'amount');
  return isBalanced && moves && money.every(({ mayBeDate }) => mayBeDate);
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
  // `05.10` at the beginning of line after line is a day where other figures stand behind it, and so is one beside it.
  const days = clusters.filter((cluster) => cluster.placed.length >= FIRM && areDates(cluster));
  const first = days.filter(({ placed }) => placed.every(({ token }) => token.start === 0));
  const hasOther = (cluster: Cluster) =>
    clusters.some((other) => !days.includes(other) && other.placed.length >= FIRM && sharesLine(cluster, other));
  const isOfDays = (cluster: Cluster) =>
    days.includes(cluster) &&
    (first.includes(cluster) || first.some((other) => sharesLine(cluster, other))) &&
    hasOther(cluster);
  return clusters
    .filter((cluster) => !isOfDays(cluster))
    .map((cluster, index) => ({
      key: `column-${index}`,
      role: null,
      left: cluster.left,
      right: cluster.right,
      currency: null,
      tokens: cluster.placed.map((item) => item.token),
    }));
}

/** Gives each group of figures its heading, keeping the order from left to right, at the least distance in all. */
function namedColumns(clusters: Cluster[], heading: Heading): Column[] {
  const { cells } = heading;
  const assigned = assignInOrder(clusters, cells);
  // Where no heading speaks of figures, those that could be dates are the figures after all.
  const hasFigures = cells.some((cell) => isNumericRole(cell.role) && cell.role !== 'balance');
  const columns = new Map<number, Column>();
  const beside = besideOthers(clusters, assigned, cells);
  const countAt = (cell: number) =>
    clusters.reduce((count, { placed }, index) => (assigned[index] === cell ? count + placed.length : count), 0);
  clusters.forEach((cluster, index) => {
    const at = assigned[index] ?? null;
    if (at === null || beside.has(cluster)) return;
    const cell = cells[at];
    if (cell === undefined) return;
    const isNumeric = isNumericRole(cell.role);
    if (!isNumeric && !mayHeadFigures(cell)) return;
    // A heading in words we do not know, or a word of two meanings, still is the heading of its figures.
    if (!isNumeric && ((countAt(at) < FIRM && !isAligned(cluster, cell)) || (areDates(cluster) && hasFigures))) return;
    // Numbers of accounts may look like whole amounts.
    if (cell.role === 'account' && cluster.placed.every(({ token }) => !token.isMoney)) return;
    const role = isNumeric ? cell.role : null;
    const tokens = cluster.placed.map((item) => item.token);
    const column = columns.get(at);
    if (column === undefined) {
      columns.set(at, {
        key: columnKey(cells, at),
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

/** What the column of figures below a heading is called: by its role, and how many of that role stand before it. */
export function columnKey(cells: readonly HeadingCell[], at: number): string {
  const role = cells[at]?.role ?? null;
  const ordinal = cells.slice(0, at).filter((other) => other.role === role).length;
  return `${isNumericRole(role) ? role : `unnamed-${role ?? ''}`}-${ordinal}`;
}

/**
 * Figures to the right of a column of more, where the column stands below its heading or has figures on the very lines:
 * text beside the table, not another part of the column.
 */
function besideOthers(
  clusters: readonly Cluster[],
  assigned: readonly (number | null)[],
  cells: readonly HeadingCell[],
): Set<Cluster> {
  const isBeside = (cluster: Cluster, other: Cluster, cell: HeadingCell | undefined) =>
    other.right + BESIDE < cluster.left &&
    other.placed.length >= Math.max(FIRM, cluster.placed.length) &&
    (sharesLine(other, cluster) || (cell !== undefined && overlapShare(cell, other) > 0 && cell.right < cluster.left));
  return new Set(
    clusters.filter((cluster, index) =>
      clusters.some(
        (other, at) => assigned[at] === assigned[index] && isBeside(cluster, other, cells[assigned[at] ?? -1]),
      ),
    ),
  );
}

/** Points. */
const BESIDE = 4;

function areDates({ placed }: Cluster): boolean {
  return placed.filter((item) => item.mayBeDate).length > placed.length / 2;
}

/** One edge shared with the heading. */
function isAligned(cluster: Cluster, cell: HeadingCell): boolean {
  return Math.min(Math.abs(cluster.left - cell.left), Math.abs(cluster.right - cell.right)) < 2;
}
