import { ExtractionError } from '../extraction-error.ts';
import type { CharacterPage } from '../layout/character.ts';
import { compose, type Placement } from '../layout/placement.ts';
import type { Pdf } from './open-pdf.ts';
import type { Pdfium } from './pdfium.ts';
import { type RawCharacter, turnUpright } from './turn-upright.ts';

/** `FPDF_TEXTRENDERMODE_INVISIBLE` (fpdf_edit.h): text that a scanner's OCR lays under its picture. */
const INVISIBLE = 3;
const NO_BREAK_SPACE = 0xa0;

/**
 * Reads the characters of one page (0-based index) as a person sees them: upright whatever the page's rotation, without
 * watermarks and hidden text.
 *
 * @throws {ExtractionError} `damaged_file` where the page cannot be loaded
 */
export function readCharacters(pdf: Pdf, index: number): CharacterPage {
  const { pdfium, handle } = pdf;
  const page = pdfium.FPDF_LoadPage(handle, index);
  if (page === 0) {
    throw new ExtractionError('damaged_file', `Page ${index + 1} is damaged. Download the PDF from your bank again.`);
  }
  const textPage = pdfium.FPDFText_LoadPage(page);
  try {
    const raw = textPage === 0 ? [] : measure(pdfium, textPage);
    const size = { width: pdfium.FPDF_GetPageWidthF(page), height: pdfium.FPDF_GetPageHeightF(page) };
    const undecoded = raw.filter((character) => isUndecoded(character.code)).length;
    const { characters, toPage } = turnUpright(withoutHidden(raw), size);
    return {
      page: index + 1,
      characters,
      placement: compose(toPage, shownPlace(pdfium, page)),
      undecoded: raw.length === 0 ? 0 : undecoded / raw.length,
    };
  } finally {
    if (textPage !== 0) pdfium.FPDFText_ClosePage(textPage);
    pdfium.FPDF_ClosePage(page);
  }
}

/** PDFium places points on whole pixels: a page of so many is fine enough. */
const PIXELS = 1_000_000;

/** How the page's own points lie on the page as shown: cut to its crop box and turned as `/Rotate` says. */
function shownPlace(pdfium: Pdfium, page: number): Placement {
  const pointer = pdfium.malloc(8);
  const at = (x: number, y: number): [number, number] => {
    pdfium.FPDF_PageToDevice(page, 0, 0, PIXELS, PIXELS, 0, x, y, pointer, pointer + 4);
    const [deviceX = 0, deviceY = 0] = new Int32Array(pdfium.heap(), pointer, 2);
    return [deviceX / PIXELS, deviceY / PIXELS];
  };
  try {
    const [originX, originY] = at(0, 0);
    const [rightX, rightY] = at(100, 0);
    const [topX, topY] = at(0, 100);
    return [
      (rightX - originX) / 100,
      (rightY - originY) / 100,
      (topX - originX) / 100,
      (topY - originY) / 100,
      originX,
      originY,
    ];
  } finally {
    pdfium.free(pointer);
  }
}

/** Asks PDFium for each character's code and box; size, angle and mode are the same for a whole text object. */
function measure(pdfium: Pdfium, textPage: number): RawCharacter[] {
  const count = pdfium.FPDFText_CountChars(textPage);
  const raw: RawCharacter[] = [];
  let object = -1;
  let size = 0;
  let angle = 0;
  let hidden = false;
  let afterSpace = false;
  const pointer = pdfium.malloc(32);
  try {
    let floats = new Float32Array(pdfium.heap(), pointer, 8);
    let doubles = new Float64Array(pdfium.heap(), pointer, 4);
    for (let index = 0; index < count; index++) {
      const code = pdfium.FPDFText_GetUnicode(textPage, index);
      if ((code <= 32 && code > 0) || code === NO_BREAK_SPACE) {
        // Spaces and line ends are partly PDFium's own guesses; the boxes say more than those.
        afterSpace ||= code !== 13 && code !== 10 && pdfium.FPDFText_IsGenerated(textPage, index) === 0;
        continue;
      }
      if (floats.length === 0) {
        // Growing the heap has detached the old views.
        floats = new Float32Array(pdfium.heap(), pointer, 8);
        doubles = new Float64Array(pdfium.heap(), pointer, 4);
      }
      const ownObject = pdfium.FPDFText_GetTextObject(textPage, index);
      if (ownObject !== object) {
        object = ownObject;
        angle = pdfium.FPDFText_GetCharAngle(textPage, index);
        hidden = object !== 0 && pdfium.FPDFTextObj_GetTextRenderMode(object) === INVISIBLE;
        const fontSize = pdfium.FPDFText_GetFontSize(textPage, index);
        const scaled = pdfium.FPDFText_GetMatrix(textPage, index, pointer) !== 0;
        size = scaled ? fontSize * Math.hypot(floats[2] ?? 0, floats[3] ?? 1) : fontSize;
      }
      if (pdfium.FPDFText_GetLooseCharBox(textPage, index, pointer) === 0) continue;
      const [left = 0, top = 0, right = 0, bottom = 0] = floats;
      if (pdfium.FPDFText_GetCharOrigin(textPage, index, pointer, pointer + 8) === 0) continue;
      const [originX = left, originY = bottom] = doubles;
      raw.push({ code, left, right, top, bottom, originX, originY, size, angle, afterSpace, hidden });
      afterSpace = false;
    }
  } finally {
    pdfium.free(pointer);
  }
  return raw;
}

/** Invisible text counts only where it is the page's text: the layer that OCR puts under a scan. */
function withoutHidden(raw: RawCharacter[]): RawCharacter[] {
  const hidden = raw.filter((character) => character.hidden).length;
  if (hidden === 0 || hidden > raw.length / 2) return raw;
  return raw.filter((character) => !character.hidden);
}

/** No code, a replacement mark, or the private use area: the font does not say what the shape means. */
function isUndecoded(code: number): boolean {
  return code === 0 || code >= 0xfffd || (code >= 0xe000 && code <= 0xf8ff);
}
