import { blankImage, type GreyImage } from './grey-image.ts';

/** Turns text that falls to the right by so many degrees back to the level. What comes in at the edges is white. */
export function rotateImage(image: GreyImage, degrees: number): GreyImage {
  if (Math.abs(degrees) < 0.03) return image;
  const { width, height, pixels } = image;
  const rotated = blankImage(width, height);
  const angle = (degrees * Math.PI) / 180;
  const sin = Math.sin(angle);
  const cos = Math.cos(angle);
  const middleX = width / 2;
  const middleY = height / 2;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = (x - middleX) * cos - (y - middleY) * sin + middleX;
      const fromY = (x - middleX) * sin + (y - middleY) * cos + middleY;
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const place = top * width + left;
      const shareX = fromX - left;
      const shareY = fromY - top;
      const above = (pixels[place] ?? 255) * (1 - shareX) + (pixels[place + 1] ?? 255) * shareX;
      const below = (pixels[place + width] ?? 255) * (1 - shareX) + (pixels[place + width + 1] ?? 255) * shareX;
      rotated.pixels[y * width + x] = above * (1 - shareY) + below * shareY;
    }
  }
  return rotated;
}
