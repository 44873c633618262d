import { expect, test } from 'vitest';
import { blankImage, type GreyImage } from '../../../src/extraction/ocr/grey-image.ts';
import { partPage } from '../../../src/extraction/ocr/part-page.ts';

/** Rows of dark bars as high as text, from `from` on, every `pitch` pixels. */
function drawRows(image: GreyImage, { x0, x1, from, pitch }: { x0: number; x1: number; from: number; pitch: number }) {
  for (let y = from; y < image.height - 200; y += pitch) {
    for (let row = y; row < y + 28; row++) image.pixels.fill(0, row * image.width + x0, row * image.width + x1);
  }
}

function page(panel: { from: number; pitch: number }): GreyImage {
  const image = blankImage(2400, 1800);
  drawRows(image, { x0: 150, x1: 500, from: 200, pitch: 70 });
  drawRows(image, { x0: 900, x1: 1500, from: 200, pitch: 70 });
  drawRows(image, { x0: 1600, x1: 2200, ...panel });
  return image;
}

test('a panel beside a table, the lines of which stand at other heights, is read by itself', () => {
  const parts = partPage(page({ from: 215, pitch: 44 }));
  const [table, panel] = parts.filter(({ y1, y0 }) => y1 - y0 > 800);
  expect([table?.x0, panel?.x1]).toEqual([0, 2400]);
  expect(table?.x1).toBe(panel?.x0);
  expect(table?.x1).toBeGreaterThan(1500);
  expect(table?.x1).toBeLessThan(1600);
});

test('the columns of a table, which share their lines, are read together', () => {
  expect(partPage(page({ from: 200, pitch: 70 }))).toEqual([{ x0: 0, y0: 0, x1: 2400, y1: 1800 }]);
});
