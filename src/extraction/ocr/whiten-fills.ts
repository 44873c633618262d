import type { GreyImage } from './grey-image.ts';

/** A ground is lighter than this: what is darker has light letters on it. */
const LIGHT = 170;
/** In pixels, with about 300 an inch, and in steps of grey: how even a ground is around each of its points. */
const AROUND = 4;
const EVEN = 10;
/** In pixels: behind a ground, letters on it are no longer than this. */
const REACH = 300;

/**
 * Makes light grounds white on which headings and every other row are printed, with the letters on them: the edges of a
 * ground are read as letters, and it is taken for a rule where it is as light as one.
 */
export function whitenFills({ width, height, pixels }: GreyImage): GreyImage {
  const white = Uint8Array.from(pixels);
  const isAlike = (value: number, place: number) => Math.abs((pixels[place] ?? 255) - value) <= EVEN;
  const isEven = (value: number, place: number) =>
    isAlike(value, place - AROUND) &&
    isAlike(value, place + AROUND) &&
    isAlike(value, place - AROUND * width) &&
    isAlike(value, place + AROUND * width);
  for (let y = AROUND; y < height - AROUND; y++) {
    let ground = 255;
    let last = 0;
    for (let x = AROUND; x < width - AROUND; x++) {
      const place = y * width + x;
      const value = pixels[place] ?? 255;
      if (value >= LIGHT && isEven(value, place)) {
        white[place] = 255;
        [ground, last] = [value, x];
      } else if (ground < 255 && x - last < REACH) {
        white[place] = Math.min(255, Math.round((value * 255) / ground));
      }
    }
  }
  return { width, height, pixels: white };
}
