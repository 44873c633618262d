import type { Character } from '../layout/character.ts';

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

/**
 * Turns a page so that most of its text runs to the right, and drops what runs in another direction. The text decides,
 * not the page's `/Rotate`: some statements are drawn sideways without saying so.
 */
export function turnUpright(raw: RawCharacter[], size: { width: number; height: number }): Character[] {
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
  return characters;
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
