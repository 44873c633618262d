import type { Character } from '../layout/character.ts';
import type { Placement } from '../layout/placement.ts';

/** A character as PDFium reports it: points, y upwards, angle in radians clockwise. */
export type RawCharacter = {
  code: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  originX: number;
  originY: number;
  size: number;
  angle: number;
  afterSpace: boolean;
  hidden: boolean;
};

const QUARTER = Math.PI / 2;
/** Text that leans further than this (about 3 degrees) from the direction of its page is a stamp or a watermark. */
const MAX_LEAN = 0.05;

/** `toPage` leads from the points of the turned page back to the PDF's own. */
export type Upright = { characters: Character[]; toPage: Placement };

/**
 * Turns a page so that most of its text runs to the right, and drops what runs in another direction. The text decides,
 * not the page's `/Rotate`: some statements are drawn sideways without saying so.
 */
export function turnUpright(raw: RawCharacter[], size: { width: number; height: number }): Upright {
  const counts = [0, 0, 0, 0];
  for (const { angle } of raw) {
    const turn = quarterTurns(angle);
    if (turn !== null) counts[turn] = (counts[turn] ?? 0) + 1;
  }
  const main = counts.indexOf(Math.max(...counts));
  // Media coordinates do not know the page's rotation, so a sideways page is as high as it looks wide.
  const height = main % 2 === 0 ? size.height : size.width;
  const width = main % 2 === 0 ? size.width : size.height;
  const characters: Character[] = [];
  for (const character of raw) {
    if (quarterTurns(character.angle) !== main) continue;
    const { code, left, right, top, bottom, originX, originY } = character;
    const text = printable(code);
    const own = { text, size: character.size, afterSpace: character.afterSpace };
    if (main === 0) characters.push({ ...own, left, right, baseline: height - originY });
    else if (main === 1)
      characters.push({ ...own, left: height - top, right: height - bottom, baseline: width - originX });
    else if (main === 2) characters.push({ ...own, left: width - right, right: width - left, baseline: originY });
    else characters.push({ ...own, left: bottom, right: top, baseline: originX });
  }
  return { characters, toPage: turnBack(main, width, height) };
}

/** Undoes what `turnUpright` does to a page of so many quarter turns. */
function turnBack(turns: number, width: number, height: number): Placement {
  if (turns === 0) return [1, 0, 0, -1, 0, height];
  if (turns === 1) return [0, -1, -1, 0, width, height];
  if (turns === 2) return [-1, 0, 0, 1, width, 0];
  return [0, 1, 1, 0, 0, 0];
}

/**
 * The character of a code. A font's map may lead to codes that are no characters (NUL, halves of surrogate pairs,
 * U+FFFE); they are unreadable, and no database or XML would keep them.
 */
const printable = (code: number): string =>
  code === 0 || (code >= 0xd800 && code <= 0xdfff) || (code & 0xfffe) === 0xfffe
    ? '\ufffd'
    : String.fromCodePoint(code);

/** 0 to 3 for text along an axis, null for text that leans. */
function quarterTurns(angle: number): number | null {
  const turns = Math.round(angle / QUARTER);
  if (Math.abs(angle - turns * QUARTER) > MAX_LEAN) return null;
  return turns % 4;
}
