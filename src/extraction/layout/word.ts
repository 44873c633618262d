import type { Placement } from './placement.ts';

/** Characters that stand together. Points, as for a character. */
export type Word = {
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
  /** A space is printed before it, however narrow. */
  afterSpace: boolean;
  /** How sure OCR is of it, 0 to 1; what a text layer says is sure. */
  certainty?: number;
  /** What else OCR has read in it. */
  alternatives?: string[];
  /** What OCR has read, where it was mended. */
  printed?: string;
};

/** The words on one baseline, from left to right. */
export type Line = {
  /** 1-based page of the document. */
  page: number;
  baseline: number;
  /** Largest font size on the line, in points. */
  size: number;
  words: Word[];
  /** Where its points lie on the page as shown, if that is known. */
  placement?: Placement | null;
};
