import { isFigureText } from '../figure-text.ts';
import type { GreyImage } from '../grey-image.ts';
import { OUTVOTED, type ReadWord } from '../read-again.ts';
import type { TessBox } from '../tesseract.ts';
import { inkOf } from './ink.ts';
import { isSure } from './is-sure.ts';
import { readLetters } from './read-letters.ts';
import type { Typeface } from './typeface.ts';

/** In digits: letters of one figure stand this close, and no more of them are lost. */
const CLOSE = 1.2;
const MOST_LOST = 6;
const DARK = 128;
/** What was lost must be worth it: specks look like dots. */
const WORTH = /[\d€$£¥-]/;
/** What is left of a rule looks like a dash, and has to look very much like one. */
const SURE_DASH = 0.1;

/**
 * A figure with the letters beside it that nobody has read: the thousands of `€1 027,92` before a narrow space, or a
 * sign. Null where there are none, or where they cannot be told for sure.
 */
export function findLost(
  word: ReadWord,
  { before, after }: { before: readonly ReadWord[]; after: readonly ReadWord[] },
  image: GreyImage,
  typeface: Typeface,
): ReadWord | null {
  if (!isFigureText(word.text)) return null;
  const bbox = {
    ...word.bbox,
    x0: reach(word.bbox, -1, (before.findLast(isWord)?.bbox.x1 ?? -2) + 2, image, typeface),
    x1: reach(word.bbox, 1, (after.find(isWord)?.bbox.x0 ?? image.width + 2) - 2, image, typeface),
  };
  if (bbox.x0 === word.bbox.x0 && bbox.x1 === word.bbox.x1) return null;
  const ink = inkOf(bbox, image);
  const letters = ink === null ? [] : readLetters(ink, typeface);
  const text = letters.map((letter) => letter.text).join('');
  const at = text.indexOf(word.text);
  const lost = at < 0 ? '' : text.slice(0, at) + text.slice(at + word.text.length);
  const beside = [...before, ...after].filter(({ bbox: { x0, x1 } }) => x0 >= bbox.x0 - 2 && x1 <= bbox.x1 + 2);
  const isRead = beside.map((other) => other.text).join('') === lost;
  if (isRead || !WORTH.test(lost) || !isFigureText(text)) return null;
  if (!letters.every((letter) => isSure(letter) && (letter.text !== '-' || letter.apart < SURE_DASH))) return null;
  return { ...word, text, bbox, certainty: OUTVOTED, alternatives: [word.text, ...word.alternatives] };
}

/** Less than this is what ink becomes that nobody could read: a sign with its digit is a `=`. */
const isWord = ({ text }: ReadWord): boolean => /[\p{L}\d]{2}/u.test(text);

/** How far the ink goes on to one side with no gap that parts words. */
function reach(box: TessBox, step: 1 | -1, end: number, image: GreyImage, { digitWidth }: Typeface): number {
  const edge = step < 0 ? box.x0 : box.x1;
  const hasInk = (x: number) => {
    for (let y = box.y0; y < box.y1; y++) if ((image.pixels[y * image.width + x] ?? 255) < DARK) return true;
    return false;
  };
  let last = edge;
  for (let x = edge + step; (end - x) * step > 0 && Math.abs(x - edge) < MOST_LOST * digitWidth; x += step) {
    if (Math.abs(x - last) > CLOSE * digitWidth) break;
    if (hasInk(x)) last = x;
  }
  return last;
}
