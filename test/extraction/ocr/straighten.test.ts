import { expect, test } from 'vitest';
import { blankImage, type GreyImage } from '../../../src/extraction/ocr/grey-image.ts';
import { findSkew } from '../../../src/extraction/ocr/find-skew.ts';
import { eraseBrokenRules } from '../../../src/extraction/ocr/erase-broken-rules.ts';
import { eraseLeaders } from '../../../src/extraction/ocr/erase-leaders.ts';
import { eraseRules } from '../../../src/extraction/ocr/erase-rules.ts';
import { levelImage } from '../../../src/extraction/ocr/level-image.ts';
import { quietImage } from '../../../src/extraction/ocr/quiet-image.ts';
import { resizeImage } from '../../../src/extraction/ocr/resize-image.ts';
import { rotateImage } from '../../../src/extraction/ocr/rotate-image.ts';
import { straighten } from '../../../src/extraction/ocr/straighten.ts';
import { turnImage } from '../../../src/extraction/ocr/turn-image.ts';
import { whitenFills } from '../../../src/extraction/ocr/whiten-fills.ts';
import { seededRandom } from '../../support/random.ts';

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

test('a dark bar across the head of a page in a shadow stays a bar, with its letters, and becomes no noise', () => {
  const page = blankImage(600, 800);
  const random = seededRandom(3);
  const isLetter = (place: number) => place % 600 > 100 && place % 600 < 300 && Math.floor(place / 600) % 40 < 6;
  const seen = page.pixels.map((_, place) => {
    const ground = place < 600 * 150 && !isLetter(place) ? 55 : 210;
    return ground * (1 - (0.3 * (place % 600)) / 600) + random.integer(-12, 12);
  });
  const { pixels } = levelImage({ ...page, pixels: Uint8Array.from(seen) });
  const wrong = pixels.filter((value, place) => value < 128 !== (place < 600 * 150 && !isLetter(place)));
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

test('the noise of a scanner becomes white, and the ink under it stays', () => {
  const page = bars();
  const noise = seededRandom(5);
  const noisy = page.pixels.map((value) => {
    const shade = 60 + (value * 150) / 255 + noise.integer(-30, 30);
    return Math.max(0, Math.min(255, shade));
  });
  const { pixels } = levelImage(quietImage({ ...page, pixels: noisy }));
  const wrong = pixels.filter((value, place) => value < 128 !== (page.pixels[place] ?? 255) < 128);
  expect(wrong.length / pixels.length).toBeLessThan(0.02);
  const margin = pixels.subarray(0, 40 * 600);
  expect(margin.filter((value) => value > 250).length / margin.length).toBeGreaterThan(0.97);
});

/** The same page, ruled across between its lines and down between its columns. */
function ruled(): GreyImage {
  const page = bars();
  for (let y = 50; y < 780; y += 48) page.pixels.fill(60, y * 600 + 20, y * 600 + 580);
  for (let x = 20; x < 600; x += 80) for (let y = 50; y < 780; y++) page.pixels[y * 600 + x] = 60;
  return page;
}

test('a rule that noise has eaten holes into goes, and no line of text does', () => {
  const page = resizeImage(bars(), 3);
  const { width } = page;
  const worn = { ...page, pixels: Uint8Array.from(page.pixels) };
  const random = seededRandom(8);
  const middle = 46 * 3;
  for (let x = 60; x < width - 60; x++)
    if (random.chance(0.6)) worn.pixels.fill(120, middle * width + x, middle * width + x + 1);
  const { pixels } = eraseBrokenRules(worn);
  expect(pixels.filter((value, place) => value !== worn.pixels[place]).length).toBeGreaterThan(width / 2);
  expect(pixels.filter((value, place) => value !== page.pixels[place]).length).toBe(0);
});

test('rules go, and the letters between and under them stay', () => {
  const { pixels } = eraseRules(ruled());
  const letters = bars().pixels;
  const inkAt = (places: (place: number) => boolean) =>
    pixels.filter((value, place) => value < 128 && places(place)).length;
  expect(inkAt((place) => letters[place] === 255)).toBeLessThan(0.03 * pixels.length);
  expect(inkAt((place) => letters[place] === 0)).toBeGreaterThan(0.9 * letters.filter((value) => value === 0).length);
});

test.each([0, 1] as const)('a ruled page lies as its lines of text do, turned by %s quarters', (quarters) => {
  const { image } = straighten(turnImage(ruled(), quarters)).likely;
  const isUpright = image.width < image.height;
  expect(isUpright).toBe(true);
});

test('dots that lead from a text to its figure go, and full stops stay', () => {
  const page = blankImage(600, 60);
  const dot = (x: number, y: number) => {
    for (let row = y; row < y + 4; row++) page.pixels.fill(0, row * 600 + x, row * 600 + x + 4);
  };
  for (let x = 100; x < 500; x += 11) dot(x, 30);
  for (const x of [20, 31, 42]) dot(x, 50);
  for (let row = 10; row < 35; row++) page.pixels.fill(0, row * 600 + 520, row * 600 + 524);
  const { pixels } = eraseLeaders(page);
  const ink = (from: number, to: number) =>
    pixels.filter((value, place) => value < 128 && place % 600 >= from && place % 600 < to).length;
  expect(ink(90, 510)).toBe(0);
  expect(ink(0, 90)).toBe(3 * 16);
  expect(ink(510, 600)).toBe(25 * 4);
});

test('a heading printed on a light ground stands on white, and its letters are as dark as before', () => {
  const page = bars();
  const shaded = { ...page, pixels: Uint8Array.from(page.pixels) };
  for (let y = 100; y < 160; y++) {
    for (let x = 40; x < 560; x++) {
      const place = y * page.width + x;
      shaded.pixels[place] = Math.min(page.pixels[place] ?? 255, 221);
    }
  }
  const { pixels } = whitenFills(shaded);
  const wrong = pixels.filter((value, place) => value < 128 !== (page.pixels[place] ?? 255) < 128);
  expect(wrong.length).toBe(0);
  const grey = pixels.filter((value) => value > 60 && value < 240).length;
  // What is left is the edge of the ground, which is a rule.
  expect(grey).toBeLessThan(2 * (520 + 60) * 5);
  expect(shaded.pixels.filter((value) => value > 60 && value < 240).length).toBeGreaterThan(10_000);
});
