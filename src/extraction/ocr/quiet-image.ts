import type { GreyImage } from './grey-image.ts';

/** More noise than this, in steps of grey, is taken for specks of ink; blurring less would only cost edges. */
const MOST_NOISE = 4;
/** Nothing grows quieter after so often, and letters melt. */
const MOST_BLURS = 2;

/** The image with its noise blurred as far as it takes: thin strokes stay, since paper is never sharper than they. */
export function quietImage(image: GreyImage): GreyImage {
  let quiet = image;
  for (let round = 0; round < MOST_BLURS && measureNoise(quiet) > MOST_NOISE; round++) quiet = blur(quiet);
  return quiet;
}

/** Each so many pixels are measured. */
const STRIDE = 7;
/** The mean deviation of noise of one step under the mask below is six steps; its median is this share of that. */
const MEDIAN_DEVIATION = 6 * 0.6745;

/**
 * The standard deviation of noise, in steps of grey, by the mask that sees neither edges nor slopes (Immerkær, Fast
 * noise variance estimation, 1996); the median, since most of a page is paper.
 */
export function measureNoise({ width, height, pixels }: GreyImage): number {
  const counts = new Uint32Array(2_041);
  let total = 0;
  const at = (place: number) => pixels[place] ?? 255;
  for (let y = 1; y < height - 1; y += 2) {
    for (let x = 1 + (y % STRIDE); x < width - 1; x += STRIDE) {
      const place = y * width + x;
      const corners = at(place - width - 1) + at(place - width + 1) + at(place + width - 1) + at(place + width + 1);
      const sides = at(place - width) + at(place - 1) + at(place + 1) + at(place + width);
      const size = Math.abs(corners - 2 * sides + 4 * at(place));
      counts[size] = (counts[size] ?? 0) + 1;
      total++;
    }
  }
  let median = 0;
  for (let seen = 0; median < counts.length; median++) {
    seen += counts[median] ?? 0;
    if (seen * 2 >= total) break;
  }
  return median / MEDIAN_DEVIATION;
}

/** Each pixel with its neighbours, weighted 1, 2 and 1 both ways. */
function blur({ width, height, pixels }: GreyImage): GreyImage {
  const pass = (from: Uint8Array, step: number): Uint8Array => {
    const to = Uint8Array.from(from);
    for (let place = step; place < from.length - step; place++) {
      to[place] = ((from[place - step] ?? 255) + 2 * (from[place] ?? 255) + (from[place + step] ?? 255) + 2) >> 2;
    }
    return to;
  };
  return { width, height, pixels: pass(pass(pixels, 1), width) };
}
