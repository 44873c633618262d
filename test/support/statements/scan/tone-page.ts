import type { GreyImage } from '../../../../src/extraction/ocr/grey-image.ts';
import type { Random } from '../../random.ts';
import type { ScanAxes } from './scan-axes.ts';

/** In shares of the way from ink to paper: where a fax parts black from white. */
const THRESHOLD = { least: 50, most: 70 };
/** What coloured paper leaves of white, in steps of grey. */
const TINT = { least: 150, most: 215 };

/** The page as a fax sends it, in black and white alone, or as if it had been printed on coloured paper. */
export function tonePage(image: GreyImage, tone: ScanAxes['tone'], random: Random): GreyImage {
  if (tone === 'grey') return image;
  const { width, height, pixels } = image;
  if (tone === 'tinted') {
    const paper = random.integer(TINT.least, TINT.most);
    return { width, height, pixels: pixels.map((value) => Math.round((value * paper) / 255)) };
  }
  const { ink, paper } = levelsOf(pixels);
  const threshold = ink + ((paper - ink) * random.integer(THRESHOLD.least, THRESHOLD.most)) / 100;
  return { width, height, pixels: pixels.map((value) => (value < threshold ? 0 : 255)) };
}

/** The levels of the darkest hundredth and of most of the page. */
function levelsOf(pixels: Uint8Array): { ink: number; paper: number } {
  const sorted = pixels.toSorted();
  return { ink: sorted[Math.floor(sorted.length / 100)] ?? 0, paper: sorted[sorted.length >> 1] ?? 255 };
}
