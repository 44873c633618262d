import { ExtractionError } from '../extraction-error.ts';
import type { Character, DrawnPage } from '../layout/character.ts';
import { drawWords } from '../layout/draw-words.ts';
import { compose, type Placement } from '../layout/placement.ts';
import type { Pdf } from './open-pdf.ts';
import { loadFlatPage } from './load-flat-page.ts';
import { FULL_PAGE } from './page-source.ts';
import { pictureShare } from './picture-share.ts';
import type { Pdfium } from './pdfium.ts';
import { NOTHING, type PageText, readRuns, SPACE, type TextRun } from './text-runs.ts';
import { mainTurns, quarterTurns, turnBack, type Turns } from './turn-upright.ts';

/**
 * Reads the characters of one page (0-based index) as a person sees them: upright whatever the page's rotation, without
 * watermarks and hidden text.
 *
 * @throws {ExtractionError} `damaged_file` where the page cannot be loaded
 */
export function readCharacters(pdf: Pdf, index: number): DrawnPage {
  const { pdfium, handle } = pdf;
  const page = loadFlatPage(pdfium, handle, index);
  if (page === 0) {
    throw new ExtractionError('damaged_file', `Page ${index + 1} is damaged. Download the PDF from your bank again.`);
  }
  const textPage = pdfium.FPDFText_LoadPage(page);
  try {
    const text = textPage === 0 ? NO_TEXT : readRuns(pdfium, textPage);
    const size = { width: pdfium.FPDF_GetPageWidthF(page), height: pdfium.FPDF_GetPageHeightF(page) };
    const runs = withoutHidden(text.runs);
    const isHidden = runs.some((run) => run.isHidden);
    const turns = mainTurns(runs);
    const upright = runs.filter((run) => quarterTurns(run.angle) === turns);
    const placed = place(pdfium, textPage, text, upright, { turns, ...size });
    return {
      page: index + 1,
      ...placed,
      isHidden,
      pictureShare: isHidden || placed.characters < FULL_PAGE ? pictureShare(pdfium, page) : 0,
      placement: compose(turnBack(turns, size), shownPlace(pdfium, page)),
      undecoded: undecodedShare(text),
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

/** Measures the printed characters of runs that all run in one direction, and turns them upright. */
function place(
  pdfium: Pdfium,
  textPage: number,
  { codes, hasRightToLeft }: PageText,
  runs: readonly TextRun[],
  { turns, width, height }: { turns: Turns; width: number; height: number },
): Pick<DrawnPage, 'words' | 'characters'> {
  const drawer = drawWords();
  // Text that runs to the left is drawn from either end: a space that is drawn before it may stand anywhere.
  const isRightBefore = (space: number, left: number, size: number) =>
    turns !== 0 ||
    pdfium.FPDFText_GetLooseCharBox(textPage, space, pointer) === 0 ||
    ((floats[0] ?? 0) < left && left - (floats[2] ?? 0) < BESIDE_SPACE * size);
  // A page has thousands of characters; each is told and forgotten.
  const character: Character = { code: 0, left: 0, right: 0, baseline: 0, size: 0, afterSpace: false };
  const pointer = pdfium.malloc(32);
  const origin = pointer + 16;
  let floats = new Float32Array();
  try {
    floats = new Float32Array(pdfium.heap(), pointer, 4);
    let doubles = new Float64Array(pdfium.heap(), origin, 2);
    for (const { from, to, size } of runs) {
      let space = spaceBefore(codes, from);
      let lastBottom = Number.NaN;
      for (let index = from; index < to; index++) {
        const code = codes[index] ?? NOTHING;
        if (code === SPACE || code === NOTHING) {
          if (code === SPACE) space = index;
          continue;
        }
        if (pdfium.FPDFText_GetLooseCharBox(textPage, index, pointer) === 0) continue;
        if (floats.length === 0) {
          // Growing the heap has detached the old views.
          floats = new Float32Array(pdfium.heap(), pointer, 4);
          doubles = new Float64Array(pdfium.heap(), origin, 2);
        }
        const left = floats[0] ?? 0;
        const top = floats[1] ?? 0;
        const right = floats[2] ?? 0;
        const bottom = floats[3] ?? 0;
        // In a run whose boxes end at one height, all characters stand on one baseline.
        if (turns !== 0 || bottom !== lastBottom) {
          if (pdfium.FPDFText_GetCharOrigin(textPage, index, origin, origin + 8) === 0) continue;
        }
        lastBottom = bottom;
        const originX = doubles[0] ?? left;
        const originY = doubles[1] ?? bottom;
        character.code = printable(code);
        character.size = size;
        character.afterSpace = space >= 0 && (!hasRightToLeft || isRightBefore(space, left, size));
        if (turns === 0) setPlace(character, left, right, height - originY);
        else if (turns === 1) setPlace(character, width - top, width - bottom, height - originX);
        else if (turns === 2) setPlace(character, width - right, width - left, originY);
        else setPlace(character, bottom, top, originX);
        drawer.add(character);
        space = -1;
      }
    }
  } finally {
    pdfium.free(pointer);
  }
  return drawer.finish();
}

/** How far a character may stand from the space before it, in shares of the font size. */
const BESIDE_SPACE = 0.3;

function setPlace(character: Character, left: number, right: number, baseline: number): void {
  character.left = left;
  character.right = right;
  character.baseline = baseline;
}

/** Where a space is printed right before a character, at the end of the run before; -1 where none is. */
function spaceBefore(codes: Int32Array, index: number): number {
  for (let at = index - 1; at >= 0; at--) {
    const code = codes[at];
    if (code === SPACE) return at;
    if (code !== NOTHING) return -1;
  }
  return -1;
}

/**
 * The character of a code. A font's map may lead to codes that are no characters (NUL, halves of surrogate pairs,
 * U+FFFE); they are unreadable, and no database or XML would keep them.
 */
const printable = (code: number): number =>
  code === 0 || (code >= 0xd800 && code <= 0xdfff) || (code & 0xfffe) === 0xfffe ? UNREADABLE : code;

const UNREADABLE = 0xfffd;

/** Invisible text counts only where it is the page's text: the layer that OCR puts under a scan. */
function withoutHidden(runs: TextRun[]): TextRun[] {
  const hidden = printedIn(runs.filter((run) => run.isHidden));
  if (hidden === 0 || hidden > printedIn(runs) / 2) return runs;
  return runs.filter((run) => !run.isHidden);
}

const printedIn = (runs: readonly TextRun[]): number => runs.reduce((sum, run) => sum + run.printed, 0);

/** The share of characters of which the font does not say what they mean. */
function undecodedShare({ runs, undecoded }: PageText): number {
  return undecoded === 0 ? 0 : undecoded / printedIn(runs);
}

const NO_TEXT: PageText = { codes: new Int32Array(), runs: [], undecoded: 0, hasRightToLeft: false };
