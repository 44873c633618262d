import type { GreyImage } from './grey-image.ts';

/** Degrees; nobody feeds a scanner worse than this. */
const MOST = 6;
/** Ink is darker than this on a levelled image. */
const INK = 128;
/** Letters have no longer level strokes, in shares of the page's longer side; rules and frames do, even askew. */
const LONGEST_STROKE = 0.015;
/** In pixels: at its edges a scan shows the shadow of the paper. */
const MARGIN = 16;
/** Squares, in pixels, of which text begins in a smaller share than noise does. */
const CELL = 32;
const MOST_TEXT = 0.17;
/** So many dark points tell the angle as well as all of them. */
const POINTS = 60_000;

/**
 * The angle by which lines of text fall to the right, in degrees, and how sharply lines and gaps follow each other at
 * that angle: text that runs upwards has no such lines.
 */
export function findSkew(image: GreyImage): { degrees: number; sharpness: number } {
  const points = darkPoints(image);
  let best = { degrees: 0, sharpness: sharpnessAt(points, 0, image) };
  for (const step of [0.5, 0.1, 0.02]) {
    const center = best.degrees;
    const reach = step === 0.5 ? MOST : step * 5;
    for (let degrees = center - reach; degrees <= center + reach + 1e-9; degrees += step) {
      const sharpness = sharpnessAt(points, degrees, image);
      if (sharpness > best.sharpness) best = { degrees, sharpness };
    }
  }
  return best;
}

type Points = { x: Float32Array; y: Float32Array };

/**
 * Only where ink begins from above, and never far along nor close together: bars, rules, pictures and noise would drown
 * the text.
 */
function darkPoints({ width, height, pixels }: GreyImage): Points {
  const isTop = (place: number) => (pixels[place] ?? 255) < INK && (pixels[place - width] ?? 255) >= INK;
  const tops: { x: number; y: number; cell: number }[] = [];
  const cells = new Uint32Array(Math.ceil(height / CELL) * Math.ceil(width / CELL));
  for (let row = MARGIN; row < height - MARGIN; row++) {
    for (let column = MARGIN; column < width - MARGIN; column++) {
      const from = column;
      while (column < width - MARGIN && isTop(row * width + column)) column++;
      if (column - from > LONGEST_STROKE * Math.max(width, height)) continue;
      for (let stroke = from; stroke < column; stroke++) {
        const cell = Math.floor(row / CELL) * Math.ceil(width / CELL) + Math.floor(stroke / CELL);
        cells[cell] = (cells[cell] ?? 0) + 1;
        tops.push({ x: stroke, y: row, cell });
      }
    }
  }
  const text = tops.filter(({ cell }) => (cells[cell] ?? 0) < MOST_TEXT * CELL * CELL);
  const x = text.map((top) => top.x);
  const y = text.map((top) => top.y);
  const every = Math.max(1, Math.ceil(x.length / POINTS));
  const chosen = (values: number[]) => Float32Array.from(values.filter((_, index) => index % every === 0));
  return { x: chosen(x), y: chosen(y) };
}

function sharpnessAt({ x, y }: Points, degrees: number, { width, height }: GreyImage): number {
  const angle = (degrees * Math.PI) / 180;
  const sin = Math.sin(angle);
  const cos = Math.cos(angle);
  const bins = new Uint32Array(height + 2 * width);
  for (let index = 0; index < x.length; index++) {
    const bin = Math.round((y[index] ?? 0) * cos - (x[index] ?? 0) * sin) + width;
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  let sum = 0;
  for (const count of bins) sum += count * count;
  return sum / Math.max(1, x.length) ** 2;
}
