import type { DrawnPage } from '../layout/character.ts';
import { countLetters } from '../layout/count-letters.ts';
import type { Line } from '../layout/word.ts';

/** Fewer characters than this are a stamp or a page number. */
const LEAST_TEXT = 8;
/** With a larger share of characters without a meaning, the text only shows what it says. */
const MOST_UNDECODED = 0.3;
/** Pictures that cover so much of a page are the page. */
const MOST_PICTURE = 0.5;
/** With so many characters that are seen, a page is text, whatever lies behind it; fewer are a footer or a stamp. */
export const FULL_PAGE = 300;
/** How sure the words are that some other OCR has laid under a picture: nobody knows which one. */
const UNSURE = 0.8;

export const isReadable = ({ characters, undecoded }: DrawnPage): boolean =>
  characters >= LEAST_TEXT && undecoded <= MOST_UNDECODED;

/** Whether a page is to be read by its picture: it has no text, or a scan lies over or behind what little it has. */
export const isPicture = (page: DrawnPage): boolean =>
  !isReadable(page) ||
  (page.pictureShare >= MOST_PICTURE && (page.isHidden || page.characters < FULL_PAGE) && !isForeign(page));

/** Whether what was seen is all that is there: a text that says twice as much knows it better. */
export const isSeen = (found: readonly Line[], page: DrawnPage): boolean =>
  found.length > 0 && (!isReadable(page) || countLetters(found) * 2 >= page.characters);

/** Whether the text is in a script that is not read from pictures here, and so better than anything that could be seen. */
function isForeign({ words }: DrawnPage): boolean {
  const letters = words.flatMap(({ text }) => text.match(/\p{L}/gu) ?? []);
  return letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length * 2 > letters.length;
}

/** Text that is laid under a picture is what some OCR has made of it: no sum proves its days. */
export function asUnsure(lines: readonly Line[]): Line[] {
  return lines.map((line) => ({ ...line, words: line.words.map((word) => ({ ...word, certainty: UNSURE })) }));
}

/** Whether the text of a page lies under its picture. */
export const isLaidUnder = ({ isHidden, pictureShare }: DrawnPage): boolean => isHidden && pictureShare >= MOST_PICTURE;
