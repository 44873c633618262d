import { compose, type Placement } from '../layout/placement.ts';
import { eraseBrokenRules } from './erase-broken-rules.ts';
import { eraseLeaders } from './erase-leaders.ts';
import { eraseRules } from './erase-rules.ts';
import { findSkew } from './find-skew.ts';
import type { GreyImage } from './grey-image.ts';
import { levelImage } from './level-image.ts';
import { quietImage } from './quiet-image.ts';
import { resizeImage } from './resize-image.ts';
import { rotateImage } from './rotate-image.ts';
import { turnImage } from './turn-image.ts';
import { whitenFills } from './whiten-fills.ts';

/** A picture made ready for reading, and where its pixels lie on the page as shown. */
export type StraightImage = { image: GreyImage; placement: Placement };

/** Angles are measured on a smaller picture: they are the same there. */
const MEASURED_SIDE = 1000;

/** Columns of figures and rules are edges, too: lines that are so much sharper, and no less, run that way. */
const SURE = 1.5;

/**
 * Lays lines of text level on white paper: as they most likely run, and across, should no text be found. Whether they
 * stand on their heads cannot be seen by their lines alone: that is for the reader to find out.
 */
export function straighten(image: GreyImage): { likely: StraightImage; across: () => StraightImage } {
  const levelled = levelImage(quietImage(image));
  const small = resizeImage(levelled, Math.min(1, MEASURED_SIDE / Math.max(levelled.width, levelled.height)));
  const asShown = findSkew(small);
  const sideways = findSkew(turnImage(small, 1));
  const lay = (quarters: 0 | 1) => layLevel(levelled, quarters, (quarters === 0 ? asShown : sideways).degrees);
  const isSideways = sideways.sharpness > SURE * asShown.sharpness;
  return { likely: lay(isSideways ? 1 : 0), across: () => lay(isSideways ? 0 : 1) };
}

function layLevel(levelled: GreyImage, quarters: 0 | 1, degrees: number): StraightImage {
  const turned = turnImage(levelled, quarters);
  return {
    image: eraseLeaders(eraseBrokenRules(eraseRules(whitenFills(rotateImage(turned, degrees))))),
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
