import { blankImage, type GreyImage } from '../../../../src/extraction/ocr/grey-image.ts';
import { flatten } from '../../../../src/extraction/ocr/paper/flatten.ts';
import type { Point, Quad } from '../../../../src/extraction/ocr/paper/quad.ts';
import type { Random } from '../../random.ts';

/** In hundredths of the sheet's width: the ground that is seen around it, and how far the camera is from right above. */
const GROUND = { least: 6, most: 14 };
const ASTRAY = 4;

/** A sheet on a dark table as a telephone sees it, not quite from above. */
export function photograph(sheet: GreyImage, random: Random): GreyImage {
  const share = (least: number, most: number) => (random.integer(least, most) / 100) * sheet.width;
  const border = Math.ceil(share(25, 25));
  const table = onTable(sheet, border, random.integer(40, 90));
  /** What the picture's corner sees: the table beyond the sheet's. */
  const corner = (right: 0 | 1, down: 0 | 1): Point => ({
    x:
      border + right * sheet.width + (right === 0 ? -1 : 1) * share(GROUND.least, GROUND.most) + share(-ASTRAY, ASTRAY),
    y: border + down * sheet.height + (down === 0 ? -1 : 1) * share(GROUND.least, GROUND.most) + share(-ASTRAY, ASTRAY),
  });
  // The inverse of a projection is a projection: to see a sheet askew is to see what is askew as if it were straight.
  const seen: Quad = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
  return flatten(table, seen).image;
}

function onTable(sheet: GreyImage, border: number, grey: number): GreyImage {
  const table = blankImage(sheet.width + 2 * border, sheet.height + 2 * border);
  for (let y = 0; y < table.height; y++) {
    for (let x = 0; x < table.width; x++) {
      table.pixels[y * table.width + x] = grey + 12 * Math.sin(y / 23 + 3 * Math.sin(x / 310)) + ((x * 7 + y * 13) % 9);
    }
  }
  for (let y = 0; y < sheet.height; y++) {
    const row = sheet.pixels.subarray(y * sheet.width, (y + 1) * sheet.width);
    table.pixels.set(row, (y + border) * table.width + border);
  }
  return table;
}
