import type { GreyImage } from './grey-image.ts';

/** The image at another scale, each pixel mixed from those that it covers. */
export function resizeImage({ width, height, pixels }: GreyImage, scale: number): GreyImage {
  const newWidth = Math.max(1, Math.round(width * scale));
  const newHeight = Math.max(1, Math.round(height * scale));
  const resized = new Uint8Array(newWidth * newHeight);
  const reach = Math.max(1, 1 / scale);
  const across = weights(width, newWidth, reach);
  const down = weights(height, newHeight, reach);
  const middle = new Float32Array(newWidth * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < newWidth; x++) {
      let sum = 0;
      for (const { place, weight } of across[x] ?? []) sum += (pixels[y * width + place] ?? 255) * weight;
      middle[y * newWidth + x] = sum;
    }
  }
  for (let y = 0; y < newHeight; y++) {
    const own = down[y] ?? [];
    for (let x = 0; x < newWidth; x++) {
      let sum = 0;
      for (const { place, weight } of own) sum += (middle[place * newWidth + x] ?? 255) * weight;
      resized[y * newWidth + x] = Math.round(sum);
    }
  }
  return { width: newWidth, height: newHeight, pixels: resized };
}

/** A tent over each new pixel: linear between the old ones, and an average of many where the image shrinks. */
function weights(from: number, to: number, reach: number): { place: number; weight: number }[][] {
  return Array.from({ length: to }, (_, index) => {
    const center = ((index + 0.5) * from) / to - 0.5;
    const own: { place: number; weight: number }[] = [];
    for (let place = Math.ceil(center - reach); place <= Math.floor(center + reach); place++) {
      const weight = 1 - Math.abs(place - center) / reach;
      if (weight > 0) own.push({ place: Math.min(from - 1, Math.max(0, place)), weight });
    }
    const total = own.reduce((sum, { weight }) => sum + weight, 0);
    return own.map(({ place, weight }) => ({ place, weight: weight / total }));
  });
}
