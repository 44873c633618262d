import type { Line, Word } from '../layout/word.ts';
import { isFigureText } from './figure-text.ts';

/** In shares of the font size: figures that end as near to each other are one column. */
const ALIGNED = 0.35;
/** So many figures above it and below it are asked, and so many have to be there. */
const ASKED = 2;
const FEWEST = 3;

/**
 * Gives a figure its minus back which only one of its readings has seen, where all figures around it in its column have
 * one: a stroke so thin is lost sooner than dirt is taken for it.
 */
export function mendSigns(lines: readonly Line[]): Line[] {
  const figures = lines.map(({ words }) => words.filter(({ text }) => isFigureText(text)));
  return lines.map((line, at) => ({
    ...line,
    words: line.words.map((word) => {
      const signed = signedReading(word);
      if (signed === undefined || !isFigureText(word.text)) return word;
      const inColumn = (column: readonly Word[][]) =>
        column.flatMap((own) => own.filter(({ right }) => Math.abs(right - word.right) < ALIGNED * word.size));
      const above = inColumn(figures.slice(0, at)).slice(-ASKED);
      const below = inColumn(figures.slice(at + 1)).slice(0, ASKED);
      const around = [...above, ...below];
      const sign = signed.startsWith('-') ? /^-/ : /-$/;
      if (around.length < FEWEST || !around.every(({ text }) => sign.test(text))) return word;
      const alternatives = (word.alternatives ?? []).map((other) => (other === signed ? word.text : other));
      return { ...word, text: signed, printed: word.text, alternatives };
    }),
  }));
}

/** What else was read that differs by a minus alone, before the figure or behind it. */
const signedReading = ({ text, alternatives = [] }: Word): string | undefined =>
  alternatives.find((other) => other === `-${text}` || other === `${text}-`);
