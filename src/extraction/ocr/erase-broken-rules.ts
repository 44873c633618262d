import type { GreyImage } from './grey-image.ts';

/** Darker than this is ink. */
const DARK = 220;
/** In shares of the longer side: what is broken has to be this long to be told from a word. */
const LEAST_LENGTH = 0.1;
/** In pixels, with about 300 an inch: how long a gap is at most, and how much of the rule is left, in shares. */
const MOST_GAP = 10;
const LEAST_LEFT = 0.5;
/** In pixels: how far above and below its middle nothing is, near enough for small print; and in shares of it. */
const CLEAR = [4, 7, 10];
const MARGIN = Math.max(...CLEAR);
const LEAST_CLEAR = 0.95;
/** In pixels: what is taken out on both sides of its middle. */
const REACH = 5;

/**
 * Takes the rules out that are dashed, or that noise has eaten holes into: what is left of one is read as a line of
 * short words, among which a heading beside it goes under. Letters never stand so alone above and below.
 */
export function eraseBrokenRules({ width, height, pixels }: GreyImage): GreyImage {
  const erased = Uint8Array.from(pixels);
  const longest = Math.max(width, height) * LEAST_LENGTH;
  const isDark = (x: number, y: number) => (pixels[y * width + x] ?? 255) < DARK;
  const isInk = (x: number, y: number) => isDark(x, y) || isDark(x, y - 1) || isDark(x, y + 1);
  const isClear = (from: number, to: number, y: number) => {
    let dark = 0;
    for (let x = from; x < to; x++) if (isDark(x, y)) dark++;
    return dark <= (1 - LEAST_CLEAR) * (to - from);
  };
  for (let y = MARGIN; y < height - MARGIN; y++) {
    for (let x = 0; x < width; x++) {
      if (!isInk(x, y)) continue;
      const from = x;
      let [last, ink] = [x, 0];
      for (; x < width && x - last <= MOST_GAP; x++) {
        if (isInk(x, y)) [last, ink] = [x, ink + 1];
      }
      const to = last + 1;
      if (to - from < longest || ink < LEAST_LEFT * (to - from)) continue;
      if (!CLEAR.every((away) => isClear(from, to, y - away) && isClear(from, to, y + away))) continue;
      for (let row = y - REACH; row <= y + REACH; row++) erased.fill(255, row * width + from, row * width + to);
    }
  }
  return { width, height, pixels: erased };
}
