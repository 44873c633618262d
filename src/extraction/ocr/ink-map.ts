import type { PixelBox } from './crop-image.ts';
import type { GreyImage } from './grey-image.ts';

/** Pixels to a side of a cell, with about 300 an inch. */
export const CELL = 4;
const DARK = 128;
/** A cell with fewer dark pixels holds a speck. */
const LEAST_DARK = 2;

/** Where a page has ink, in cells. */
export type InkMap = {
  width: number;
  height: number;
  /** How many cells are white from here to the right. */
  whiteFrom(x: number, y: number): number;
  isRowWhite(box: PixelBox, y: number): boolean;
};

export function inkMapOf(image: GreyImage): InkMap {
  const width = Math.ceil(image.width / CELL);
  const height = Math.ceil(image.height / CELL);
  const dark = new Uint8Array(width * height);
  for (let y = 0; y < image.height; y++) {
    const row = Math.floor(y / CELL) * width;
    for (let x = 0; x < image.width; x++) {
      if ((image.pixels[y * image.width + x] ?? 255) < DARK) dark[row + (x >> 2)] = (dark[row + (x >> 2)] ?? 0) + 1;
    }
  }
  const white = new Uint16Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = width - 1; x >= 0; x--) {
      const at = y * width + x;
      white[at] = (dark[at] ?? 0) >= LEAST_DARK ? 0 : (x + 1 < width ? (white[at + 1] ?? 0) : 0) + 1;
    }
  }
  const whiteFrom = (x: number, y: number) => white[y * width + x] ?? 0;
  return {
    width,
    height,
    whiteFrom,
    isRowWhite: ({ x0, x1 }, y) => whiteFrom(x0, y) >= x1 - x0,
  };
}

/** The heights of the rows of ink in a box, from the top: those of text, and those of what runs together. */
export function rowHeights(map: InkMap, box: PixelBox): number[] {
  const heights: number[] = [];
  for (let y = box.y0; y < box.y1; y++) {
    const from = y;
    while (y < box.y1 && !map.isRowWhite(box, y)) y++;
    if (y > from) heights.push(y - from);
  }
  return heights;
}
