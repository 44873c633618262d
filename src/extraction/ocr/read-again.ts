import { cropImage } from './crop-image.ts';
import type { GreyImage } from './grey-image.ts';
import { isDateText, isFigureText } from './figure-text.ts';
import { LOOKS_LIKE_DIGIT } from './looks-like-digit.ts';
import { isMonthName } from './month-name.ts';
import { loadTesseract, type Tesseract, type TessLine, type TessWord } from './tesseract.ts';

/** Pixels of the page around a word, and of white around those. */
const AROUND = 4;
const BORDER = 10;
/** How sure a word is on which all readings agree, most of them, or none. */
export const AGREED = 0.95;
export const OUTVOTED = 0.7;
const DISPUTED = 0.4;

/** What all readings of a word have come to. */
export type ReadWord = TessWord & { certainty: number; alternatives: string[] };
export type ReadLine = Omit<TessLine, 'words'> & { words: ReadWord[] };

/**
 * Reads every word with digits, and names of months that are not sure, once more, by itself: in a line that is cut as closely as that, decimal marks are seen
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
      return isWorthIt(word)
        ? settle(
            asRead,
            () => readWord(second, word, image),
            () => readWord(third, word, image),
          )
        : asRead;
    }),
  }));
}

/** A day without its month is none; other words prove nothing. */
const isWorthIt = ({ text, confidence }: TessWord): boolean =>
  /\d/.test(text) || (confidence / 100 < AGREED && isMonthName(text));

function settle(word: ReadWord, readSecond: () => string, readThird: () => string): ReadWord {
  const first = word.text;
  const second = readSecond();
  if (second === first) return { ...word, certainty: AGREED };
  const third = readThird();
  return { ...word, ...decide([second, first, third]) };
}

/**
 * What most readings say; and of those that agree on the digits, one that has the marks of a figure or a date. They are
 * as good as one where they agree on those, too.
 */
export function decide(
  said: readonly [second: string, first: string, third: string],
): Pick<ReadWord, 'text' | 'certainty' | 'alternatives'> {
  const readings = said.filter((text) => text !== '');
  // A letter that looks like a digit speaks for it.
  const digits = readings.map((text) => withDigits(text).replaceAll(/\D/g, ''));
  const voted = digits.find((own, at) => own !== '' && digits.indexOf(own) !== at);
  const agreeing = readings.filter((_, at) => digits[at] === voted);
  const sound = [...new Set((voted === undefined ? readings : agreeing).filter(isSound))];
  const winner = readings.find((text, at) => readings.indexOf(text) !== at);
  const text = winner !== undefined && (isSound(winner) || sound.length === 0) ? winner : (sound[0] ?? said[1]);
  const alternatives = [...new Set(readings)].filter((other) => other !== text);
  if (voted === undefined && winner === undefined) return { text, certainty: DISPUTED, alternatives };
  const areOne = agreeing.length === said.length && sound.length <= 1;
  return { text, certainty: areOne ? AGREED : OUTVOTED, alternatives };
}

const withDigits = (text: string): string => text.replaceAll(/\p{L}/gu, (letter) => LOOKS_LIKE_DIGIT[letter] ?? letter);

const isSound = (text: string): boolean => isFigureText(text) || isDateText(text);

function readWord(tesseract: Tesseract, { bbox }: TessWord, image: GreyImage): string {
  const lines = tesseract.readLines(cropImage(image, bbox, AROUND, BORDER), { segmentation: 'line' });
  return lines
    .flatMap(({ words }) => words)
    .map(({ text }) => text)
    .join('');
}
