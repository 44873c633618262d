import { expect, test } from 'vitest';
import { findSkew } from '../../../src/extraction/ocr/find-skew.ts';
import { blankImage, type GreyImage } from '../../../src/extraction/ocr/grey-image.ts';
import { findPaper } from '../../../src/extraction/ocr/paper/find-paper.ts';
import { flatten } from '../../../src/extraction/ocr/paper/flatten.ts';
import { seededRandom } from '../../support/random.ts';
import { photograph } from '../../support/statements/scan/photograph.ts';

/** A sheet with lines of text as they look from afar, each as long as the sheet is wide but for its margins. */
function sheet(): GreyImage {
  const image = blankImage(900, 1270);
  for (let y = 80; y < 1190; y += 30) {
    for (let row = y; row < y + 11; row++) {
      for (let x = 80; x < 820; x += 36) image.pixels.fill(30, row * 900 + x, row * 900 + x + 26);
    }
  }
  return image;
}

/** How high a line stands at its beginning and at its end, and how many pixels of a row at half its height are dark. */
function darkRows({ width, height, pixels }: GreyImage, from: number, to: number): number[] {
  return Array.from({ length: height }, (_, y) => y).filter((y) => {
    let dark = 0;
    for (let x = Math.round(from * width); x < to * width; x++) if ((pixels[y * width + x] ?? 255) < 128) dark++;
    return dark > ((to - from) * width) / 3;
  });
}

test.each([1, 2, 3, 4, 5])('a photo of a sheet on a table, taken from one side (%s), is laid flat', (seed) => {
  const photo = photograph(sheet(), seededRandom(seed));
  const paper = findPaper(photo);
  if (paper === null) throw new Error('The sheet is not found');
  const { image, placement } = flatten(photo, paper);
  expect(Math.abs(findSkew(image).degrees)).toBeLessThan(0.2);
  // Lines begin and end at the same height, all down the sheet.
  const [begin, end] = [darkRows(image, 0.12, 0.3), darkRows(image, 0.7, 0.88)];
  expect(Math.abs((begin[0] ?? 0) - (end[0] ?? 99))).toBeLessThan(4);
  expect(Math.abs((begin.at(-1) ?? 0) - (end.at(-1) ?? 99))).toBeLessThan(4);
  const [a, b, c, d, e, f] = placement;
  const middle = paper.reduce((sum, { x, y }) => ({ x: sum.x + x / 4, y: sum.y + y / 4 }), { x: 0, y: 0 });
  expect((a + c) / 2 + e).toBeCloseTo(middle.x / photo.width, 5);
  expect((b + d) / 2 + f).toBeCloseTo(middle.y / photo.height, 5);
});

test('a scan that shows nothing but paper is left as it is, in a shadow and with a dark head, too', () => {
  const page = sheet();
  expect(findPaper(page)).toBeNull();
  const shaded = page.pixels.map((value, place) => value * (0.4 + (0.6 * (place % 900)) / 900));
  expect(findPaper({ ...page, pixels: shaded })).toBeNull();
  expect(findPaper({ ...page, pixels: Uint8Array.from(page.pixels).fill(40, 0, 900 * 150) })).toBeNull();
});
