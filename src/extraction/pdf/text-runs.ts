import { isRightToLeft } from '../layout/direction/right-to-left.ts';
import type { Pdfium } from './pdfium.ts';

/** Characters that follow each other in one text object of the page, and so share size, direction and mode. */
export type TextRun = {
  /** Indices of its first character and of the one after its last. */
  from: number;
  to: number;
  /** Characters that print something: no spaces. */
  printed: number;
  /** Font size in points as printed. */
  size: number;
  /** In radians, clockwise. */
  angle: number;
  isHidden: boolean;
};

/** What PDFium knows of a page's text before any character is measured. */
export type PageText = {
  /** The code of each character; `SPACE` for one that is printed, `NOTHING` for one that PDFium only supposes. */
  codes: Int32Array;
  runs: TextRun[];
  /** Characters that print something of which the font does not say what they mean. */
  undecoded: number;
  /** Some of it is written from right to left, and may be drawn from either end. */
  hasRightToLeft: boolean;
};

export const SPACE = 32;
export const NOTHING = -1;
const NO_BREAK_SPACE = 0xa0;
/** `FPDF_TEXTRENDERMODE_INVISIBLE` (fpdf_edit.h): text that a scanner's OCR lays under its picture. */
const INVISIBLE = 3;

/** Reads the characters' codes and the runs that they stand in; the many calls for their boxes come later. */
export function readRuns(pdfium: Pdfium, textPage: number): PageText {
  const count = pdfium.FPDFText_CountChars(textPage);
  const codes = new Int32Array(Math.max(0, count));
  const runs: TextRun[] = [];
  let object = -1;
  let run: TextRun | undefined;
  let undecoded = 0;
  let hasRightToLeft = false;
  const matrix = pdfium.malloc(MATRIX_BYTES);
  try {
    for (let index = 0; index < count; index++) {
      const code = pdfium.FPDFText_GetUnicode(textPage, index);
      if ((code <= SPACE && code > 0) || code === NO_BREAK_SPACE) {
        // Spaces and line ends are partly PDFium's own guesses; the boxes say more than those.
        const isPrinted = code !== 13 && code !== 10 && pdfium.FPDFText_IsGenerated(textPage, index) === 0;
        codes[index] = isPrinted ? SPACE : NOTHING;
        continue;
      }
      codes[index] = code;
      if (isUndecoded(code)) undecoded++;
      hasRightToLeft ||= isRightToLeft(code);
      const own = pdfium.FPDFText_GetTextObject(textPage, index);
      if (run === undefined || own !== object) {
        object = own;
        run = startRun(pdfium, textPage, { index, object, matrix });
        runs.push(run);
      }
      run.to = index + 1;
      run.printed++;
    }
  } finally {
    pdfium.free(matrix);
  }
  return { codes, runs, undecoded, hasRightToLeft };
}

/** No code, a replacement mark, or the private use area: the font does not say what the shape means. */
const isUndecoded = (code: number): boolean => code === 0 || (code >= 0xe000 && (code <= 0xf8ff || code >= 0xfffd));

/** `FS_MATRIX` (fpdfview.h): six floats. */
const MATRIX_BYTES = 24;

function startRun(
  pdfium: Pdfium,
  textPage: number,
  { index, object, matrix }: { index: number; object: number; matrix: number },
): TextRun {
  const fontSize = pdfium.FPDFText_GetFontSize(textPage, index);
  const isScaled = pdfium.FPDFText_GetMatrix(textPage, index, matrix) !== 0;
  const [, , c = 0, d = 1] = isScaled ? new Float32Array(pdfium.heap(), matrix, 4) : [];
  return {
    from: index,
    to: index + 1,
    printed: 0,
    size: Math.abs(fontSize) * Math.hypot(c, d),
    // A negative size turns what a matrix has turned: both together are upright.
    angle: pdfium.FPDFText_GetCharAngle(textPage, index) + (fontSize < 0 ? Math.PI : 0),
    isHidden: object !== 0 && pdfium.FPDFTextObj_GetTextRenderMode(object) === INVISIBLE,
  };
}
