import { blankImage, type GreyImage } from './grey-image.ts';

/** In pixels, `x1` and `y1` excluded. */
export type PixelBox = { x0: number; y0: number; x1: number; y1: number };

/** A part of the image and some pixels around it, on white. */
export function cropImage(image: GreyImage, box: PixelBox, around: number, border: number): GreyImage {
  const left = Math.max(0, box.x0 - around);
  const top = Math.max(0, box.y0 - around);
  const width = Math.max(1, Math.min(image.width, box.x1 + around) - left);
  const height = Math.max(1, Math.min(image.height, box.y1 + around) - top);
  const cropped = blankImage(width + 2 * border, height + 2 * border);
  for (let y = 0; y < height; y++) {
    const start = (top + y) * image.width + left;
    cropped.pixels.set(image.pixels.subarray(start, start + width), (y + border) * cropped.width + border);
  }
  return cropped;
}
