import { openPdf } from '../pdf/open-pdf.ts';
import { renderPage } from '../pdf/render-page.ts';
import type { GreyImage } from './grey-image.ts';
import { requirePictureSize } from './picture-limits.ts';
import { picturePdf } from './picture-pdf.ts';
import { readJpegHeader } from './read-jpeg-header.ts';

/** @throws {ExtractionError} `damaged_file`, `memory_limit` */
export async function decodeJpeg(bytes: Uint8Array, maxPixels: number): Promise<GreyImage> {
  const jpeg = readJpegHeader(bytes);
  requirePictureSize(jpeg);
  using pdf = await openPdf(picturePdf([jpeg], 1));
  return renderPage(pdf, 0, { pixelsPerPoint: 1, maxPixels }).image;
}
