import type { LineText } from './line-text.ts';

/** What OCR says of the words that a token is made of; nothing for a text layer's. */
export type WordReading = {
  certainty?: number;
  /** It was read otherwise: without its decimal mark, or with other digits. */
  isMended?: boolean;
  /** It was read with other digits, or another sign. */
  isRepaired?: boolean;
};

/** The least sure word of a part of the line counts for all of it. */
export function readingOfWords({ words, offsets }: LineText, start: number, end: number): WordReading {
  let certainty: number | undefined;
  let isMended = false;
  let isRepaired = false;
  words.forEach((word, index) => {
    const from = offsets[index] ?? 0;
    if (from >= end || from + word.text.length <= start) return;
    if (word.certainty !== undefined) certainty = Math.min(certainty ?? 1, word.certainty);
    isMended ||= word.printed !== undefined;
    isRepaired ||= word.printed !== undefined && valueOf(word.printed) !== valueOf(word.text);
  });
  return certainty === undefined ? {} : { certainty, isMended, isRepaired };
}

/** The digits and the sign, whatever the dash. */
const valueOf = (text: string): string => text.replaceAll(/[~—–_]/gu, '-').replaceAll(/[^\d-]/g, '');
