import { cropImage } from './crop-image.ts';
import type { GreyImage } from './grey-image.ts';
import { isDateText, isFigureText } from './figure-text.ts';
import { loadTesseract, type Tesseract, type TessLine, type TessWord } from './tesseract.ts';

/** Pixels of the page around a word, and of white around those. */
const AROUND = 4;
const BORDER = 10;
/** How sure a word is on which all readings agree, most of them, or none. */
const AGREED = 0.95;
const OUTVOTED = 0.7;
const DISPUTED = 0.4;

/** What all readings of a word have come to. */
export type ReadWord = TessWord & { certainty: number; alternatives: string[] };
export type ReadLine = Omit<TessLine, 'words'> & { words: ReadWord[] };

/**
 * Reads every word with digits once more, by itself: in a line that is cut as closely as that, decimal marks are seen
 * that were lost in the whole page. Where the readings differ, a third one decides; what was outvoted is kept.
 */
export async function readAgain(lines: readonly TessLine[], image: GreyImage): Promise<ReadLine[]> {
  // The smallest of the models is the best with figures, and another one makes other mistakes.
  const second = await loadTesseract('fra');
  const third = await loadTesseract('eng');
  return lines.map((line) => ({
    ...line,
    words: line.words.map((word) => {
      const asRead = { ...word, certainty: word.confidence / 100, alternatives: [] };
      return /\d/.test(word.text)
        ? settle(
            asRead,
            () => readWord(second, word, image),
            () => readWord(third, word, image),
          )
        : asRead;
    }),
  }));
}

function settle(word: ReadWord, readSecond: () => string, readThird: () => string): ReadWord {
  const first = word.text;
  const second = readSecond();
  if (second === first) return { ...word, certainty: AGREED };
  const third = readThird();
  const readings = [second, first, third].filter((text) => text !== '');
  const winner = readings.find((text, at) => readings.indexOf(text) !== at);
  const isSound = (text: string) => isFigureText(text) || isDateText(text);
  const text = winner ?? readings.find(isSound) ?? first;
  return {
    ...word,
    text,
    certainty: winner === undefined ? DISPUTED : OUTVOTED,
    alternatives: [...new Set(readings)].filter((other) => other !== text),
  };
}

function readWord(tesseract: Tesseract, { bbox }: TessWord, image: GreyImage): string {
  const lines = tesseract.readLines(cropImage(image, bbox, AROUND, BORDER), { segmentation: 'line' });
  return lines
    .flatMap(({ words }) => words)
    .map(({ text }) => text)
    .join('');
}
