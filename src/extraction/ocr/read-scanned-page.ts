import { compose, type Placement } from '../layout/placement.ts';
import type { Line } from '../layout/word.ts';
import { cropImage } from './crop-image.ts';
import { onGoodScale } from './good-scale.ts';
import type { GreyImage } from './grey-image.ts';
import { guessLanguage } from './guess-language.ts';
import { DEFAULT_LANGUAGE, type OcrLanguage } from './languages.ts';
import { makeLines } from './make-lines.ts';
import { findPaper } from './paper/find-paper.ts';
import { flatten } from './paper/flatten.ts';
import { partPage } from './part-page.ts';
import { readAgain } from './read-again.ts';
import { straighten, upsideDown } from './straighten.ts';
import { settleByTypeface } from './typeface/settle-by-typeface.ts';
import { loadTesseract, moved, type Tesseract, type TessLine } from './tesseract.ts';

/**
 * A page as a picture, 1-based, how many of its pixels make a point, and the language of the document, if another page
 * has shown it.
 */
export type ScannedPage = { page: number; image: GreyImage; pixelsPerPoint: number; language: OcrLanguage | null };

/** What a page says, and in which language; null where too little is said to tell. */
export type ReadPage = { lines: Line[]; language: OcrLanguage | null };

/** Below this, in shares, what was read is hardly text: it may stand on its head. */
const UPSIDE_DOWN = 0.6;
/** Below this, whichever way it is turned, what was found is no text but pictures and dirt. */
const NO_TEXT = 0.35;
/** White around a part of a page, in pixels. */
const BORDER = 20;
/** What is longer is seldom a word: leaders and rules count for no more. */
const LONGEST_WORD = 12;
/** A page with a smaller share of dark pixels is empty. */
const LEAST_INK = 0.0005;
const DARK = 128;

/** Reads a page by its picture, whichever way it lies, and on whatever ground. */
export async function readScannedPage(scanned: ScannedPage): Promise<ReadPage> {
  const { page, language } = scanned;
  const { image, pixelsPerPoint, placement: paper } = seenFromAbove(scanned);
  const { likely, across } = straighten(image);
  if (isEmpty(likely.image)) return { lines: [], language };
  const tesseract = await loadTesseract(language ?? DEFAULT_LANGUAGE);
  let straight = likely;
  let found = read(tesseract, likely.image);
  for (const turn of [() => upsideDown(likely), across, () => upsideDown(across())]) {
    if (certaintyOf(found) >= UPSIDE_DOWN) break;
    const turned = turn();
    const other = read(tesseract, turned.image);
    if (certaintyOf(other) > certaintyOf(found)) [straight, found] = [turned, other];
  }
  if (certaintyOf(found) < NO_TEXT) return { lines: [], language };
  const spoken = language ?? guessLanguage(wordsOf(found).map(({ text }) => text));
  if (language === null && spoken !== null && spoken !== DEFAULT_LANGUAGE) {
    found = read(await loadTesseract(spoken), straight.image);
  }
  const placement = compose([pixelsPerPoint, 0, 0, pixelsPerPoint, 0, 0], compose(straight.placement, paper));
  const words = settleByTypeface(await readAgain(found, straight.image), straight.image);
  return { lines: makeLines(words, { page, pixelsPerPoint, placement }), language: spoken };
}

const AS_IT_IS: Placement = [1, 0, 0, 1, 0, 0];

/** The sheet alone, where a picture shows it with the ground that it lies on. */
function seenFromAbove({ image, pixelsPerPoint }: ScannedPage): Omit<ScannedPage, 'page' | 'language'> & {
  placement: Placement;
} {
  const paper = findPaper(image);
  if (paper === null) return { image, pixelsPerPoint, placement: AS_IT_IS };
  const flat = flatten(image, paper);
  return { ...onGoodScale(flat.image), placement: flat.placement };
}

/** The lines of a page, each of its parts by itself. */
function read(tesseract: Tesseract, image: GreyImage): TessLine[] {
  const parts = partPage(image);
  if (parts.length === 1) return tesseract.readLines(image, { segmentation: 'block' });
  return parts.flatMap((part, at) => {
    const lines = tesseract.readLines(cropImage(image, part, 0, BORDER), { segmentation: 'block' });
    return lines.map((line) => ({ ...moved(line, part.x0 - BORDER, part.y0 - BORDER), part: at }));
  });
}

const wordsOf = (lines: readonly TessLine[]) => lines.flatMap(({ words }) => words);

/** How sure Tesseract is of its letters, from 0 to 1. */
function certaintyOf(lines: readonly TessLine[]): number {
  let letters = 0;
  let sure = 0;
  for (const { text, confidence } of wordsOf(lines)) {
    const weight = Math.min(text.length, LONGEST_WORD);
    letters += weight;
    sure += (weight * confidence) / 100;
  }
  return letters === 0 ? 0 : sure / letters;
}

function isEmpty({ pixels }: GreyImage): boolean {
  let dark = 0;
  for (const value of pixels) if (value < DARK) dark++;
  return dark < pixels.length * LEAST_INK;
}
