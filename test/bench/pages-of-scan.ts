import { decodeJpeg } from '../../src/extraction/ocr/decode-jpeg.ts';
import { decodePng } from '../../src/extraction/ocr/decode-png.ts';
import { openTiff } from '../../src/extraction/ocr/decode-tiff.ts';
import { onGoodScale } from '../../src/extraction/ocr/good-scale.ts';
import { GOOD_PIXELS_PER_POINT, MOST_PAGE_PIXELS } from '../../src/extraction/ocr/scan-size.ts';
import { openPdf } from '../../src/extraction/pdf/open-pdf.ts';
import { renderPage, type RenderedPage } from '../../src/extraction/pdf/render-page.ts';
import { sniff } from '../../src/extraction/sniff.ts';

/** The pages of a scan, one after the other, as pictures with about 300 dots an inch, which is what Tesseract asks for. */
export async function* pagesOf(bytes: Uint8Array): AsyncGenerator<RenderedPage> {
  const format = sniff(bytes)?.format;
  if (format === 'png') yield onGoodScale(decodePng(bytes));
  if (format === 'jpeg') yield onGoodScale(await decodeJpeg(bytes, MOST_PAGE_PIXELS));
  if (format === 'tiff') {
    const tiff = openTiff(bytes);
    for (let index = 0; index < tiff.pages; index++) yield onGoodScale(tiff.decode(index));
  }
  if (format !== 'pdf') return;
  using pdf = await openPdf(bytes);
  for (let index = 0; index < pdf.pageCount; index++) {
    yield renderPage(pdf, index, { pixelsPerPoint: GOOD_PIXELS_PER_POINT, maxPixels: MOST_PAGE_PIXELS });
  }
}
