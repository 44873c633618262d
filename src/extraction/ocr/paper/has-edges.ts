import type { GreyImage } from '../grey-image.ts';
import type { Point, Quad } from './quad.ts';

/** On how many sides ground is seen around a sheet: a band across the head of a page has it on fewer. */
const LEAST_SIDES = 3;
/** In shares of the picture's shorter side: how far from an edge it is measured, and how often along it. */
const ASIDE = 0.012;
const MEASURES = 40;
/** An edge is this sharp, in steps of grey, in so large a share of it: the shadow on a page grows slowly. */
const SHARP = 25;
const LEAST_SHARP = 0.75;

/** Whether the picture grows dark at the edges of a sheet, and at once. */
export function hasEdges(image: GreyImage, quad: Quad): boolean {
  const sides = quad.filter((from, at) => isEdge(image, from, quad[(at + 1) % 4] ?? from));
  return sides.length >= LEAST_SIDES;
}

/** From one corner to the next, clockwise: what is on the right hand is inside. */
function isEdge(image: GreyImage, from: Point, to: Point): boolean {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const aside = Math.max(2, ASIDE * Math.min(image.width, image.height));
  const inwards = { x: (-(to.y - from.y) / length) * aside, y: ((to.x - from.x) / length) * aside };
  let sharp = 0;
  for (let measure = 1; measure <= MEASURES; measure++) {
    const share = measure / (MEASURES + 1);
    const x = from.x + share * (to.x - from.x);
    const y = from.y + share * (to.y - from.y);
    const inside = greyAt(image, x + inwards.x, y + inwards.y);
    const outside = greyAt(image, x - inwards.x, y - inwards.y);
    if (inside !== null && outside !== null && inside - outside > SHARP) sharp++;
  }
  return sharp >= LEAST_SHARP * MEASURES;
}

function greyAt({ width, height, pixels }: GreyImage, x: number, y: number): number | null {
  const [column, row] = [Math.round(x), Math.round(y)];
  return column < 0 || row < 0 || column >= width || row >= height ? null : (pixels[row * width + column] ?? null);
}
