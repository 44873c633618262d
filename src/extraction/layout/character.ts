import type { Placement } from './placement.ts';
import type { Word } from './word.ts';

/**
 * One printed character. Points (1/72 inch), origin at the top left of the page as it is read: x grows to the right,
 * y downwards. Vertically a character is where its baseline is: boxes differ between fonts, baselines line up.
 */
export type Character = {
  /** Its code point. */
  code: number;
  left: number;
  right: number;
  baseline: number;
  /** Font size in points as printed. */
  size: number;
  /** A space is printed before it: some fonts have spaces so narrow that the gap does not show them. */
  afterSpace: boolean;
};

/** The words of one page, in the order in which the PDF draws them. */
export type DrawnPage = {
  /** 1-based. */
  page: number;
  words: Word[];
  /** How many characters its words have. */
  characters: number;
  /** Share of the characters without a meaning in Unicode (0 to 1). */
  undecoded: number;
  /** Most of them are invisible: somebody has laid them under what is seen. */
  isHidden: boolean;
  /** The share of the page that pictures cover (0 to 1); not looked for where the page is full of text that is seen. */
  pictureShare: number;
  /** Where the page's points lie on the page as shown, if that is known. */
  placement?: Placement | null;
};
