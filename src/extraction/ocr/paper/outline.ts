import type { GreyImage } from '../grey-image.ts';

/**
 * The paper in a picture: for each row its first and last column, -1 where it has none; how many pixels it covers, with
 * all that is printed on it, and how many of the picture's are darker ground around it.
 */
export type Outline = {
  left: Int32Array;
  right: Int32Array;
  width: number;
  height: number;
  area: number;
  ground: number;
};

/** Paper and ground differ at least so much, in steps of grey. */
const LEAST_CONTRAST = 40;

/** Null where the picture is no lighter thing on darker ground. */
export function outlineOf(image: GreyImage): Outline | null {
  const { width, height, pixels } = image;
  const level = threshold(pixels);
  if (level === null) return null;
  const ground = groundOf(image, level);
  const left = new Int32Array(height).fill(-1);
  const right = new Int32Array(height).fill(-1);
  let area = 0;
  let around = 0;
  for (let y = 0; y < height; y++) {
    let [from, to] = widestRun(ground, y * width, width);
    for (let x = 0; x < width; x++) if (ground[y * width + x] === 1) around++;
    if (to - from < width * 0.1) [from, to] = [-1, -1];
    if (from < 0) continue;
    left[y] = from;
    right[y] = to - 1;
    area += to - from;
  }
  return { left, right, width, height, area, ground: around };
}

/** The longest run of a row that is no ground. */
function widestRun(ground: Uint8Array, start: number, width: number): [from: number, to: number] {
  let best: [number, number] = [0, 0];
  for (let x = 0; x < width; x++) {
    const from = x;
    while (x < width && ground[start + x] === 0) x++;
    if (x - from > best[1] - best[0]) best = [from, x];
  }
  return best;
}

/** What is dark and hangs together with the edge of the picture: what is printed on paper does not. */
function groundOf({ width, height, pixels }: GreyImage, level: number): Uint8Array {
  const ground = new Uint8Array(width * height);
  const open: number[] = [];
  const visit = (x: number, y: number) => {
    const at = y * width + x;
    if (x < 0 || y < 0 || x >= width || y >= height || ground[at] === 1 || (pixels[at] ?? 255) >= level) return;
    ground[at] = 1;
    open.push(at);
  };
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) visit(x, y);
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) visit(x, y);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    visit(x - 1, y);
    visit(x + 1, y);
    visit(x, y - 1);
    visit(x, y + 1);
  }
  return ground;
}

/** The grey that parts light from dark best (Otsu, 1979); null where they hardly differ. */
function threshold(pixels: Uint8Array): number | null {
  const counts = new Float64Array(256);
  for (const value of pixels) counts[value] = (counts[value] ?? 0) + 1;
  const sum = counts.reduce((total, count, value) => total + count * value, 0);
  let [dark, darkSum, best, level, contrast] = [0, 0, 0, 0, 0];
  for (let value = 0; value < 255; value++) {
    dark += counts[value] ?? 0;
    darkSum += (counts[value] ?? 0) * value;
    const light = pixels.length - dark;
    if (dark === 0 || light === 0) continue;
    const apart = (sum - darkSum) / light - darkSum / dark;
    const between = dark * light * apart * apart;
    if (between > best) [best, level, contrast] = [between, value + 1, apart];
  }
  return contrast < LEAST_CONTRAST ? null : level;
}
