import type { Placement } from '../../layout/placement.ts';
import { blankImage, type GreyImage } from '../grey-image.ts';
import type { Point, Quad } from './quad.ts';

/** Between shares of the sheet and pixels of the picture. */
type Projection = (right: number, down: number) => Point;

/** What the edge of the sheet and its shadow cover, in shares of it. */
const EDGE = 0.004;

/**
 * A sheet as if it were seen from right above, and where shares of it lie in the picture, in shares of that, as nearly
 * as shifting, turning and stretching go.
 */
export function flatten(image: GreyImage, paper: Quad): { image: GreyImage; placement: Placement } {
  const [topLeft, topRight, bottomRight, bottomLeft] = paper;
  const length = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y);
  const width = Math.round(Math.max(length(topLeft, topRight), length(bottomLeft, bottomRight)));
  const height = Math.round(Math.max(length(topLeft, bottomLeft), length(topRight, bottomRight)));
  const project = projectionTo(paper);
  const flat = blankImage(width, height);
  const inner = (share: number) => EDGE + (1 - 2 * EDGE) * share;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const { x: fromX, y: fromY } = project(inner((x + 0.5) / width), inner((y + 0.5) / height));
      flat.pixels[y * width + x] = mixedAt(image, fromX, fromY);
    }
  }
  const across = {
    x: topRight.x + bottomRight.x - topLeft.x - bottomLeft.x,
    y: topRight.y + bottomRight.y - topLeft.y - bottomLeft.y,
  };
  const down = {
    x: bottomLeft.x + bottomRight.x - topLeft.x - topRight.x,
    y: bottomLeft.y + bottomRight.y - topLeft.y - topRight.y,
  };
  const middle = { x: paper.reduce((sum, { x }) => sum + x, 0) / 4, y: paper.reduce((sum, { y }) => sum + y, 0) / 4 };
  return {
    image: flat,
    placement: [
      across.x / 2 / image.width,
      across.y / 2 / image.height,
      down.x / 2 / image.width,
      down.y / 2 / image.height,
      (middle.x - across.x / 4 - down.x / 4) / image.width,
      (middle.y - across.y / 4 - down.y / 4) / image.height,
    ],
  };
}

/** The unit square as a camera sees it (Heckbert, Fundamentals of texture mapping, 1989, 2.2.3). */
function projectionTo([p, q, r, s]: Quad): Projection {
  const sum = { x: p.x - q.x + r.x - s.x, y: p.y - q.y + r.y - s.y };
  const [one, other] = [
    { x: q.x - r.x, y: q.y - r.y },
    { x: s.x - r.x, y: s.y - r.y },
  ];
  const whole = one.x * other.y - other.x * one.y;
  const g = (sum.x * other.y - other.x * sum.y) / whole;
  const h = (one.x * sum.y - sum.x * one.y) / whole;
  return (right, down) => {
    const depth = g * right + h * down + 1;
    return {
      x: ((q.x - p.x + g * q.x) * right + (s.x - p.x + h * s.x) * down + p.x) / depth,
      y: ((q.y - p.y + g * q.y) * right + (s.y - p.y + h * s.y) * down + p.y) / depth,
    };
  };
}

function mixedAt({ width, height, pixels }: GreyImage, x: number, y: number): number {
  const left = Math.min(width - 2, Math.max(0, Math.floor(x)));
  const top = Math.min(height - 2, Math.max(0, Math.floor(y)));
  const [right, down] = [Math.min(1, Math.max(0, x - left)), Math.min(1, Math.max(0, y - top))];
  const at = top * width + left;
  const above = (pixels[at] ?? 255) * (1 - right) + (pixels[at + 1] ?? 255) * right;
  const below = (pixels[at + width] ?? 255) * (1 - right) + (pixels[at + width + 1] ?? 255) * right;
  return above * (1 - down) + below * down;
}
