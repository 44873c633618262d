import type { GreyImage } from '../grey-image.ts';
import type { TessBox } from '../tesseract.ts';

/** Rows above and below the foot of the digits, in pixels: larger letters are not compared. */
const ABOVE = 44;
const BELOW = 12;
export const ROWS = ABOVE + BELOW;

/** The ink of a word or of one of its letters, from 0 to 255: `ROWS` rows of so many columns, one after the other. */
export type Ink = { width: number; dark: Uint8Array };
/** Columns of an ink, `to` excluded. */
export type Run = { from: number; to: number };

/** Pixels of the page around a word. */
const AROUND = 3;
/** Rows with so large a share of the ink of the darkest are the body of the digits; marks reach beyond it. */
const BODY = 0.3;
/** What is lighter than this is the paper between letters. */
const FAINT = 8;

/** The ink of a word, set on the foot of its digits; null where it is larger than what is compared. */
export function inkOf({ x0, y0, x1, y1 }: TessBox, { width, height, pixels }: GreyImage): Ink | null {
  const [left, right] = [Math.max(0, x0 - AROUND), Math.min(width, x1 + AROUND)];
  const [top, bottom] = [Math.max(0, y0 - AROUND), Math.min(height, y1 + AROUND)];
  const darkness = (x: number, y: number) => 255 - (pixels[y * width + x] ?? 255);
  const rows = Array.from({ length: Math.max(0, bottom - top) }, (_, row) => {
    let sum = 0;
    for (let x = left; x < right; x++) sum += darkness(x, top + row);
    return sum;
  });
  const body = BODY * Math.max(...rows);
  const head = rows.findIndex((sum) => sum > body);
  const foot = rows.findLastIndex((sum) => sum > body);
  if (head === -1 || foot - head >= ABOVE) return null;
  const ink = { width: right - left, dark: new Uint8Array((right - left) * ROWS) };
  for (let row = 0; row < ROWS; row++) {
    const y = top + foot - ABOVE + 1 + row;
    if (y < top || y >= bottom) continue;
    for (let x = left; x < right; x++) ink.dark[row * ink.width + x - left] = darkness(x, y);
  }
  return ink;
}

export function partOf({ width, dark }: Ink, { from, to }: Run): Ink {
  const part = { width: to - from, dark: new Uint8Array((to - from) * ROWS) };
  for (let row = 0; row < ROWS; row++) {
    part.dark.set(dark.subarray(row * width + from, row * width + to), row * part.width);
  }
  return part;
}

/** The runs of columns that are darker somewhere than `gap`, each with the grey at its sides. */
export function darkRuns({ width, dark }: Ink, gap: number): Run[] {
  const darkest = Array.from({ length: width }, (_, x) => {
    let most = 0;
    for (let at = x; at < dark.length; at += width) most = Math.max(most, dark[at] ?? 0);
    return most;
  });
  const level = (x: number) => darkest[x] ?? 0;
  const runs: Run[] = [];
  for (let x = 0; x < width; x++) {
    if (level(x) <= gap) continue;
    let from = x;
    while (x < width && level(x) > gap) x++;
    let to = x;
    while (from > 0 && level(from - 1) > FAINT && level(from - 1) < level(from)) from--;
    while (to < width && level(to) > FAINT && level(to) < level(to - 1)) to++;
    runs.push({ from, to });
  }
  return runs;
}

/** How much ink each column holds, as a sum of squares. */
export function columnEnergies({ width, dark }: Ink): Float64Array {
  const energies = new Float64Array(width);
  dark.forEach((value, at) => {
    energies[at % width] = (energies[at % width] ?? 0) + value * value;
  });
  return energies;
}
