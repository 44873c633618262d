import type { GreyImage } from './grey-image.ts';

/** The image turned clockwise by so many quarters. */
export function turnImage(image: GreyImage, quarters: 0 | 1 | 2 | 3): GreyImage {
  if (quarters === 0) return image;
  const { width, height, pixels } = image;
  if (quarters === 2) return { width, height, pixels: pixels.toReversed() };
  const turned = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const place = quarters === 1 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y;
      turned[place] = pixels[y * width + x] ?? 255;
    }
  }
  return { width: height, height: width, pixels: turned };
}
