import { expect, test } from 'vitest';
import { blankImage, type GreyImage } from '../../../src/extraction/ocr/grey-image.ts';
import { findSkew } from '../../../src/extraction/ocr/find-skew.ts';
import { levelImage } from '../../../src/extraction/ocr/level-image.ts';
import { resizeImage } from '../../../src/extraction/ocr/resize-image.ts';
import { rotateImage } from '../../../src/extraction/ocr/rotate-image.ts';
import { turnImage } from '../../../src/extraction/ocr/turn-image.ts';

/** Rows of short dark bars, as text looks from afar. */
function bars(width = 600, height = 800): GreyImage {
  const image = blankImage(width, height);
  for (let y = 60; y < height - 60; y += 24) {
    for (let x = 60; x < width - 60; x++)
      if ((x + y * y) % 30 < 22) image.pixels.fill(0, y * width + x, y * width + x + 1);
    for (let y2 = 1; y2 < 8; y2++) image.pixels.copyWithin((y + y2) * width, y * width, (y + 1) * width);
  }
  return image;
}

test.each([-4.2, -1, 0, 0.4, 2.7])('a page that was laid down askew by %s degrees is straightened', (degrees) => {
  const askew = rotateImage(bars(), -degrees);
  expect(findSkew(askew).degrees).toBeCloseTo(degrees, 0.5);
  expect(Math.abs(findSkew(rotateImage(askew, findSkew(askew).degrees)).degrees)).toBeLessThan(0.15);
});

test('four quarters are none, and no pixel is lost on the way', () => {
  const page = rotateImage(bars(), 1);
  const turned = turnImage(turnImage(page, 1), 3);
  expect(turned).toEqual(page);
  expect(turnImage(turnImage(page, 1), 1)).toEqual(turnImage(page, 2));
});

test('grey ink on grey paper in a shadow becomes black on white', () => {
  const page = bars();
  const shaded = page.pixels.map((value, place) => (70 + (value * 130) / 255) * (1 - (0.4 * (place % 600)) / 600));
  const { pixels } = levelImage({ ...page, pixels: Uint8Array.from(shaded) });
  const wrong = pixels.filter((value, place) => value < 128 !== (page.pixels[place] ?? 255) < 128);
  expect(wrong.length / pixels.length).toBeLessThan(0.005);
});

test('a picture keeps its ink when its size is changed', () => {
  const mean = ({ pixels }: GreyImage) => pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
  for (const scale of [0.4, 0.75, 1.6, 2]) {
    const resized = resizeImage(bars(), scale);
    expect([resized.width, resized.height]).toEqual([Math.round(600 * scale), Math.round(800 * scale)]);
    expect(mean(resized)).toBeCloseTo(mean(bars()), -0.5);
  }
});
