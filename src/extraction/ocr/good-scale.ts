import type { GreyImage } from './grey-image.ts';
import { resizeImage } from './resize-image.ts';
import { GOOD_PIXELS_PER_POINT } from './scan-size.ts';

/** Pictures seldom say how large the paper was: its shorter side is taken for that of A4, in points. */
const PAPER_WIDTH = 595;
/** A scale this near to the good one is left as it is. */
const NEAR = 1.2;
const MOST_ENLARGED = 3;

/** A picture of a page as if it had been scanned with about 300 dots an inch. */
export function onGoodScale(image: GreyImage): { image: GreyImage; pixelsPerPoint: number } {
  const pixelsPerPoint = Math.min(image.width, image.height) / PAPER_WIDTH;
  const scale = Math.min(MOST_ENLARGED, GOOD_PIXELS_PER_POINT / pixelsPerPoint);
  if (scale > 1 / NEAR && scale < NEAR) return { image, pixelsPerPoint };
  return { image: resizeImage(image, scale), pixelsPerPoint: pixelsPerPoint * scale };
}
