import type { Pdfium } from './pdfium.ts';

/**
 * A page with what is written in the fields of its form and in stamps, as it is seen: PDFium reads only what is drawn by
 * the page itself, so that they are made a part of it. 0 where it cannot be loaded.
 */
export function loadFlatPage(pdfium: Pdfium, document: number, index: number): number {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0 || pdfium.FPDFPage_GetAnnotCount(page) === 0) return page;
  const outcome = pdfium.FPDFPage_Flatten(page, AS_SHOWN);
  if (outcome !== FLATTENED) return page;
  pdfium.FPDF_ClosePage(page);
  return pdfium.FPDF_LoadPage(document, index);
}

/** `FLAT_NORMALDISPLAY` and `FLATTEN_SUCCESS` (fpdf_flatten.h). */
const AS_SHOWN = 0;
const FLATTENED = 1;
