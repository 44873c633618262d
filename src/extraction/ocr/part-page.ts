import type { PixelBox } from './crop-image.ts';
import type { GreyImage } from './grey-image.ts';
import { type InkMap, inkMapOf, rowHeights, CELL } from './ink-map.ts';

/** In cells, with about 75 an inch: how wide a gutter is at least, how high, and how much runs together without it. */
const GUTTER = { width: 8, height: 120, gain: 24 };
/** Rows that are so many times as high as most are several that run together. */
const MERGED = 1.4;
/** No page has more columns of text than this. */
const MOST_PARTS = 8;

/**
 * The parts of a level page that are read one by one, from the top: lines that stand beside each other at different
 * heights, as those of a table and of a panel beside it, run together when they are read as one.
 */
export function partPage(image: GreyImage): PixelBox[] {
  const map = inkMapOf(image);
  const parts = part(map, { x0: 0, y0: 0, x1: map.width, y1: map.height }, MOST_PARTS);
  return parts.map(({ x0, y0, x1, y1 }) => ({
    x0: x0 * CELL,
    y0: y0 * CELL,
    x1: Math.min(image.width, x1 * CELL),
    y1: Math.min(image.height, y1 * CELL),
  }));
}

function part(map: InkMap, box: PixelBox, most: number): PixelBox[] {
  const gutter = most > 1 ? bestGutter(map, box) : null;
  if (gutter === null) return [box];
  const { x, y0, y1 } = gutter;
  const bands = [
    { ...box, y1: y0 },
    { ...box, x1: x, y0, y1 },
    { ...box, x0: x, y0, y1 },
    { ...box, y0: y1 },
  ].filter((band) => band.y1 > band.y0);
  return bands.flatMap((band) => part(map, band, most - bands.length + 1));
}

type Gutter = { x: number; y0: number; y1: number };

/** The white strip that parts the most lines which run together across it; null where none does. */
function bestGutter(map: InkMap, box: PixelBox): Gutter | null {
  let best: (Gutter & { gain: number }) | null = null;
  for (const gutter of guttersOf(map, box)) {
    const gain = gainOf(map, box, gutter);
    if (gain >= GUTTER.gain && gain > (best?.gain ?? 0)) best = { ...gutter, gain };
  }
  return best;
}

/** Each strip that is white, in its middle, and between rows that are white across the box where there are such. */
function guttersOf(map: InkMap, box: PixelBox): Gutter[] {
  const gutters: Gutter[] = [];
  let before: Gutter[] = [];
  for (let x = box.x0 + GUTTER.width; x < box.x1 - GUTTER.width; x++) {
    const own: Gutter[] = [];
    for (let y = box.y0; y < box.y1; y++) {
      const y0 = y;
      while (y < box.y1 && map.whiteFrom(x, y) >= GUTTER.width) y++;
      if (y - y0 >= GUTTER.height) own.push({ x: x + (GUTTER.width >> 1), y0, y1: y });
    }
    // A wide strip is one gutter.
    gutters.push(...own.filter(({ y0, y1 }) => !before.some((other) => other.y0 === y0 && other.y1 === y1)));
    before = own;
  }
  return gutters.map((gutter) => between(map, box, gutter)).filter(({ y0, y1 }) => y1 - y0 >= GUTTER.height);
}

function between(map: InkMap, box: PixelBox, { x, y0, y1 }: Gutter): Gutter {
  let [top, bottom] = [y0, y1];
  if (y0 > box.y0) while (top < y1 && !map.isRowWhite(box, top)) top++;
  if (y1 < box.y1) while (bottom > y0 && !map.isRowWhite(box, bottom - 1)) bottom--;
  return top < bottom ? { x, y0: top, y1: bottom } : { x, y0, y1 };
}

/** How many cells high all rows are that run together across a gutter, and on neither side of it. */
function gainOf(map: InkMap, box: PixelBox, { x, y0, y1 }: Gutter): number {
  const left = rowHeights(map, { ...box, x1: x, y0, y1 });
  const right = rowHeights(map, { ...box, x0: x, y0, y1 });
  if (left.length === 0 || right.length === 0) return 0;
  const beside = [...left, ...right].toSorted((a, b) => a - b);
  const usual = beside[beside.length >> 1] ?? 0;
  const merged = (heights: readonly number[]) =>
    heights.filter((height) => height > MERGED * usual).reduce((sum, height) => sum + height, 0);
  return merged(rowHeights(map, { ...box, y0, y1 })) - merged(left) - merged(right);
}
