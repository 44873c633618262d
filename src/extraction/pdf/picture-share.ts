import type { Pdfium } from './pdfium.ts';

/** `FPDF_PAGEOBJ_IMAGE` and `FPDF_PAGEOBJ_FORM` (fpdf_edit.h). */
const IMAGE = 3;
const FORM = 5;
/** A scan is one picture or some strips; what has more objects than this is drawn. */
const MOST_OBJECTS = 500;

/** The share of a loaded page that its pictures cover, 0 to 1; scanners lay them in strips, and into forms. */
export function pictureShare(pdfium: Pdfium, page: number): number {
  const area = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page);
  const count = pdfium.FPDFPage_CountObjects(page);
  if (count > MOST_OBJECTS || !(area > 0)) return 0;
  let covered = 0;
  for (let index = 0; index < count; index++) {
    const object = pdfium.FPDFPage_GetObject(page, index);
    if (isPicture(pdfium, object)) covered += Math.min(area, areaOf(pdfium, object));
  }
  return Math.min(1, covered / area);
}

function isPicture(pdfium: Pdfium, object: number): boolean {
  const type = pdfium.FPDFPageObj_GetType(object);
  if (type !== FORM) return type === IMAGE;
  const count = Math.min(MOST_OBJECTS, pdfium.FPDFFormObj_CountObjects(object));
  for (let index = 0; index < count; index++) {
    if (pdfium.FPDFPageObj_GetType(pdfium.FPDFFormObj_GetObject(object, index)) === IMAGE) return true;
  }
  return false;
}

/** Of its bounding box, in square points. */
function areaOf(pdfium: Pdfium, object: number): number {
  const pointer = pdfium.malloc(16);
  try {
    const isBound = pdfium.FPDFPageObj_GetBounds(object, pointer, pointer + 4, pointer + 8, pointer + 12) !== 0;
    const [left = 0, bottom = 0, right = 0, top = 0] = new Float32Array(pdfium.heap(), pointer, 4);
    return isBound ? Math.max(0, right - left) * Math.max(0, top - bottom) : 0;
  } finally {
    pdfium.free(pointer);
  }
}
