import { compose, type Placement } from '../layout/placement.ts';
import { findSkew } from './find-skew.ts';
import type { GreyImage } from './grey-image.ts';
import { levelImage } from './level-image.ts';
import { resizeImage } from './resize-image.ts';
import { rotateImage } from './rotate-image.ts';
import { turnImage } from './turn-image.ts';

/** A picture made ready for reading, and where its pixels lie on the page as shown. */
export type StraightImage = { image: GreyImage; placement: Placement };

/** Angles are measured on a smaller picture: they are the same there. */
const MEASURED_SIDE = 1000;

/**
 * Lays lines of text level on white paper. Whether they stand on their heads cannot be seen by their lines alone: that is
 * for the reader to find out.
 */
export function straighten(image: GreyImage): StraightImage {
  const levelled = levelImage(image);
  const small = resizeImage(levelled, Math.min(1, MEASURED_SIDE / Math.max(levelled.width, levelled.height)));
  const asShown = findSkew(small);
  const sideways = findSkew(turnImage(small, 1));
  const quarters = sideways.sharpness > asShown.sharpness ? 1 : 0;
  const { degrees } = quarters === 1 ? sideways : asShown;
  const turned = turnImage(levelled, quarters);
  return {
    image: rotateImage(turned, degrees),
    placement: compose(rotation(turned, degrees), turnedBack(turned, quarters)),
  };
}

/** The same, the other way up. */
export function upsideDown({ image, placement }: StraightImage): StraightImage {
  const { width, height } = image;
  return { image: turnImage(image, 2), placement: compose([-1, 0, 0, -1, width, height], placement) };
}

/** From the pixels of the level image to those before it was rotated; see `rotateImage`. */
function rotation({ width, height }: GreyImage, degrees: number): Placement {
  const sin = Math.sin((degrees * Math.PI) / 180);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const [x, y] = [width / 2, height / 2];
  return [cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos];
}

/** From the pixels of the turned image to shares of the shown one. */
function turnedBack({ width, height }: GreyImage, quarters: 0 | 1): Placement {
  return quarters === 0 ? [1 / width, 0, 0, 1 / height, 0, 0] : [0, -1 / width, 1 / height, 0, 0, 1];
}
