import { ExtractionError } from '../extraction-error.ts';
import type { GreyImage } from '../ocr/grey-image.ts';
import type { Pdf } from './open-pdf.ts';

/** `FPDFBitmap_Gray`: one byte a pixel (fpdfview.h). */
const GREY = 1;
/** `FPDF_ANNOT | FPDF_GRAYSCALE` (fpdfview.h): stamps and filled forms are part of what is seen. */
const FLAGS = 0x01 | 0x08;
const WHITE = 0xffffffff;

/** A picture of one page (0-based index) and how many of its pixels make a point. */
export type RenderedPage = { image: GreyImage; pixelsPerPoint: number };

/**
 * Draws a page in grey, with `pixelsPerPoint` as far as `maxPixels` allows.
 *
 * @throws {ExtractionError} `damaged_file` where the page cannot be loaded, `memory_limit`
 */
export function renderPage(
  { pdfium, handle }: Pdf,
  index: number,
  { pixelsPerPoint, maxPixels }: { pixelsPerPoint: number; maxPixels: number },
): RenderedPage {
  const page = pdfium.FPDF_LoadPage(handle, index);
  if (page === 0) throw new ExtractionError('damaged_file', `Page ${index + 1} of the PDF is damaged.`);
  let bitmap = 0;
  try {
    const points = { width: pdfium.FPDF_GetPageWidthF(page), height: pdfium.FPDF_GetPageHeightF(page) };
    const scale = Math.min(pixelsPerPoint, Math.sqrt(maxPixels / Math.max(1, points.width * points.height)));
    const width = Math.max(1, Math.floor(points.width * scale));
    const height = Math.max(1, Math.floor(points.height * scale));
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, GREY, 0, 0);
    if (bitmap === 0) throw new ExtractionError('memory_limit', `Page ${index + 1} is too large to be read.`);
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS);
    const stride = pdfium.FPDFBitmap_GetStride(bitmap);
    const source = new Uint8Array(pdfium.heap(), pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height);
    const pixels = new Uint8Array(width * height);
    for (let y = 0; y < height; y++) pixels.set(source.subarray(y * stride, y * stride + width), y * width);
    return { image: { width, height, pixels }, pixelsPerPoint: scale };
  } finally {
    if (bitmap !== 0) pdfium.FPDFBitmap_Destroy(bitmap);
    pdfium.FPDF_ClosePage(page);
  }
}
