import type { Line, Word } from '../layout/word.ts';

/** How a date in digits is written: how long its parts are, and what stands between them. */
type Shape = { mark: string; lengths: readonly [number, number, number] };

const DATE = /^(\d{1,4})([./-])(\d{1,2})\2(\d{4}|\d{1,2})$/;
/** What a slash is read as, where it is not lost. */
const LOOKS_LIKE_SLASH = ['7', '1', 'l', 'I', '|'];
/** So many dates that begin at the same place are a column, in shares of the font size. */
const FEWEST_ALIGNED = 2;
const ALIGNED = 0.5;
/** How sure a date is one of whose marks was not read: it is for a person to look at. */
const SURE = 0.7;

/**
 * Gives dates in digits a mark back that was lost or read as a digit, `2802/15` and `28102/15`, where others on their
 * line or in their column are written like `28/02/15`.
 */
export function mendNumericDates(lines: readonly Line[]): Line[] {
  const dates = lines.flatMap(({ words }) => words).filter(({ text }) => DATE.test(text));
  return lines.map((line) => ({
    ...line,
    words: line.words.map((word) => {
      if (word.certainty === undefined || !/^\d{2}/.test(word.text) || DATE.test(word.text)) return word;
      const beside = line.words.filter(({ text }) => DATE.test(text));
      const aligned = dates.filter(({ left }) => Math.abs(left - word.left) < ALIGNED * word.size);
      const models = aligned.length >= FEWEST_ALIGNED ? [...beside, ...aligned] : beside;
      return mend(word, models);
    }),
  }));
}

function mend(word: Word, models: readonly Word[]): Word {
  for (const { text: model } of models) {
    const shape = shapeOf(model);
    const text = shape === null ? undefined : datesMeant(word.text, shape)[0];
    if (text === undefined) continue;
    return { ...word, text, printed: word.text, certainty: Math.min(word.certainty ?? SURE, SURE) };
  }
  return word;
}

function shapeOf(text: string): Shape | null {
  const [, first = '', mark = '', second = '', third = ''] = DATE.exec(text) ?? [];
  return mark === '' ? null : { mark, lengths: [first.length, second.length, third.length] };
}

/** The dates of a shape that a text is but for one of the marks. */
function datesMeant(text: string, { mark, lengths: [first, second, third] }: Shape): string[] {
  const isLike = (read: string) => read === mark || (mark === '/' && LOOKS_LIKE_SLASH.includes(read));
  return [true, false].flatMap((isFirstLost) =>
    [0, 1].flatMap((length) => {
      // Where nothing is left of a mark, the parts beside it follow each other.
      const atFirst = isFirstLost ? length : 1;
      const atSecond = isFirstLost ? 1 : length;
      if (text.length !== first + atFirst + second + atSecond + third) return [];
      const marks = [text.slice(first, first + atFirst), text.slice(text.length - third - atSecond, -third)];
      const parts = [text.slice(0, first), text.slice(first + atFirst, first + atFirst + second), text.slice(-third)];
      const isRead = marks.every(
        (read, at) => read === mark || ((at === 0) === isFirstLost && (read === '' || isLike(read))),
      );
      const date = parts.join(mark);
      return isRead && parts.every((part) => /^\d+$/.test(part)) && isPossible(parts) ? [date] : [];
    }),
  );
}

/** Whether one of the parts may be a month, and one beside it a day. */
function isPossible(parts: readonly string[]): boolean {
  const [first = 0, second = 0, third = 0] = parts.map(Number);
  const [one, other] = (parts[0]?.length ?? 0) > 2 ? [second, third] : [first, second];
  return Math.min(one, other) >= 1 && Math.min(one, other) <= 12 && Math.max(one, other) <= 31;
}
