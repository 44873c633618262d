import type { GreyImage } from '../grey-image.ts';
import { resizeImage } from '../resize-image.ts';
import { cornersOf } from './corners.ts';
import { outlineOf } from './outline.ts';
import { hasEdges } from './has-edges.ts';
import type { Point, Quad } from './quad.ts';

/** Paper is looked for on a smaller picture. */
const SIDE = 640;
/** Paper covers at least so much of a picture of it, and fills so much of the figure between its corners. */
const LEAST_PAPER = 0.25;
const LEAST_FILLED = 0.93;
/** Less than this of the picture around the paper is no ground that it lies on. */
const LEAST_GROUND = 0.02;

/**
 * The corners of a sheet that lies on darker ground, as on a photograph or within the black edges of a scan; null where
 * the picture shows nothing but paper, or no sheet with four corners.
 */
export function findPaper(image: GreyImage): Quad | null {
  const scale = Math.min(1, SIDE / Math.max(image.width, image.height));
  const small = scale < 1 ? resizeImage(image, scale) : image;
  const outline = outlineOf(small);
  const all = small.width * small.height;
  if (outline === null || outline.area < LEAST_PAPER * all || outline.ground < LEAST_GROUND * all) return null;
  const quad = cornersOf(outline);
  if (quad === null || outline.area < LEAST_FILLED * areaOf(quad) || !hasEdges(small, quad)) return null;
  const [topLeft, topRight, bottomRight, bottomLeft] = quad;
  const onImage = ({ x, y }: Point): Point => ({ x: x / scale, y: y / scale });
  return [onImage(topLeft), onImage(topRight), onImage(bottomRight), onImage(bottomLeft)];
}

function areaOf(quad: Quad): number {
  const sum = quad.reduce((total, one, at) => {
    const next = quad[(at + 1) % 4] ?? one;
    return total + one.x * next.y - next.x * one.y;
  }, 0);
  return Math.abs(sum) / 2;
}
