import type { Outline } from './outline.ts';
import type { Point, Quad } from './quad.ts';

/** Near its corners an edge may be bent or torn: its line is that of its middle part. */
const MIDDLE = { from: 0.12, to: 0.88 };
/** Points that are farther from the line of most others than this share of the edge belong to no edge. */
const ASTRAY = 0.012;
const ROUNDS = 4;

/** Where the lines of the four edges of a sheet meet; null where it has none. */
export function cornersOf({ left, right, width, height }: Outline): Quad | null {
  const sides = { left: [] as Point[], right: [] as Point[] };
  const top = new Int32Array(width).fill(height);
  const bottom = new Int32Array(width).fill(-1);
  for (let y = 0; y < height; y++) {
    const [from, to] = [left[y] ?? -1, right[y] ?? -1];
    if (from < 0) continue;
    sides.left.push({ x: from, y });
    sides.right.push({ x: to + 1, y });
    for (let x = from; x <= to; x++) {
      top[x] = Math.min(top[x] ?? height, y);
      bottom[x] = Math.max(bottom[x] ?? -1, y);
    }
  }
  const corners = extremes([...sides.left, ...sides.right]);
  if (corners === null) return null;
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  const inside = (low: number, high: number, value: number) => {
    const share = (value - low) / Math.max(1, high - low);
    return share > MIDDLE.from && share < MIDDLE.to;
  };
  const across = (edge: Int32Array, one: Point, other: Point, past: number) =>
    [...edge].flatMap((y, x) => (inside(one.x, other.x, x) && y >= 0 && y < height ? [{ x, y: y + past }] : []));
  const edges = [
    fitLine(across(top, topLeft, topRight, 0), 'across'),
    fitLine(
      sides.right.filter(({ y }) => inside(topRight.y, bottomRight.y, y)),
      'down',
    ),
    fitLine(across(bottom, bottomLeft, bottomRight, 1), 'across'),
    fitLine(
      sides.left.filter(({ y }) => inside(topLeft.y, bottomLeft.y, y)),
      'down',
    ),
  ] as const;
  const [above, beyond, below, before] = edges;
  const [one, two, three, four] = [
    cross(above, before),
    cross(above, beyond),
    cross(below, beyond),
    cross(below, before),
  ];
  return one && two && three && four ? [one, two, three, four] : null;
}

/** The points that lie farthest towards each corner of the picture. */
function extremes(points: readonly Point[]): Quad | null {
  const farthest = (towards: (point: Point) => number) =>
    points.reduce((best, point) => (towards(point) > towards(best) ? point : best), points[0] ?? { x: 0, y: 0 });
  if (points.length < 8) return null;
  return [
    farthest(({ x, y }) => -x - y),
    farthest(({ x, y }) => x - y),
    farthest(({ x, y }) => x + y),
    farthest(({ x, y }) => y - x),
  ];
}

/** `along` the edge is x where it runs across, and y where it runs down; the other is `offset + slope * along`. */
type EdgeLine = { runs: 'across' | 'down'; offset: number; slope: number };

/** The line through most of the points, by least squares, without those that stray. */
function fitLine(points: readonly Point[], runs: EdgeLine['runs']): EdgeLine | null {
  const place = ({ x, y }: Point) => (runs === 'across' ? { along: x, aside: y } : { along: y, aside: x });
  let own = points.map(place);
  let line: EdgeLine | null = null;
  for (let round = 0; round < ROUNDS && own.length >= 4; round++) {
    const mean = (value: (one: { along: number; aside: number }) => number) =>
      own.reduce((sum, one) => sum + value(one), 0) / own.length;
    const [along, aside] = [mean((one) => one.along), mean((one) => one.aside)];
    const slope =
      mean((one) => (one.along - along) * (one.aside - aside)) /
      Math.max(
        1e-9,
        mean((one) => (one.along - along) ** 2),
      );
    const fitted: EdgeLine = { runs, offset: aside - slope * along, slope };
    line = fitted;
    const length = Math.max(...own.map((one) => one.along)) - Math.min(...own.map((one) => one.along));
    const apart = (one: { along: number; aside: number }) =>
      Math.abs(one.aside - fitted.offset - fitted.slope * one.along);
    const near = own.filter((one) => apart(one) <= Math.max(1.5, (ASTRAY * length) / (round + 1)));
    if (near.length === own.length || near.length < own.length / 2) break;
    own = near;
  }
  return line;
}

function cross(across: EdgeLine | null, down: EdgeLine | null): Point | null {
  if (across === null || down === null) return null;
  const y = (across.offset + across.slope * down.offset) / (1 - across.slope * down.slope);
  return { x: down.offset + down.slope * y, y };
}
