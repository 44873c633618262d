import type { Line, Word } from '../layout/word.ts';
import { isDateText, isFigureText, takeFigureApart } from './figure-text.ts';
import { LOOKS_LIKE_DIGIT } from './looks-like-digit.ts';

/** How the figures of a document are printed: with two decimals after this mark, at these edges (in points). */
export type FigureHabit = { mark: string; hasDollars: boolean; rights: number[]; lefts: number[] };

const BETWEEN_DIGITS = /(?<=[\d.,])[OoQlIi|ZSsB](?=[\d.,])/gu;
/** A figure with whatever stands at it: signs, currency, side. */
const LIKE_FIGURE = /^([^\d]{0,4})(\d[\d.,'’:;]*\d)([^\d]{0,4})$/u;
const LIKE_MINUS = /[~—–_]/u;
/** Words of one text stand this close, in shares of the font size. */
const CLOSE = 1.2;
/** Currencies, signs and sides, which stand close to figures. */
const MONEY_MARK = /^(?:[^\p{L}\d]{1,3}|[A-Z]{0,2}[$€£¥]|[A-Z]{1,3}|[A-Z][a-z]\.?)$/u;
/** Longer figures have marks between their thousands, or are none. */
const MOST_DIGITS = 8;
/** So many sound figures are a habit. */
const FEWEST_FIGURES = 4;
/** In shares of the font size; and with so many others. */
const ALIGNED = 0.35;
const FEWEST_ALIGNED = 2;

/**
 * Gives figures their decimal mark back where OCR has lost it: in a column of figures that all have two decimals,
 * `8332` is `83,32`. Arithmetic has the last word about what was mended, and the rows are flagged.
 */
export function mendFigures(lines: readonly Line[]): Line[] {
  const habit = habitOf(lines);
  if (habit === null) return [...lines];
  return lines.map((line) => ({
    ...line,
    words: line.words.map((word, at) => (isPartOfText(line.words, at) ? word : mend(word, habit))),
  }));
}

/** Null where too few figures are sound. */
export function habitOf(lines: readonly Line[]): FigureHabit | null {
  const sound = lines
    .flatMap((line) => line.words)
    .flatMap((word) => {
      const figure = takeFigureApart(word.text);
      return figure === null ? [] : [{ word, mark: figure.mark }];
    });
  const dots = sound.filter(({ mark }) => mark === '.').length;
  const mark = dots * 2 >= sound.length ? '.' : ',';
  const own = sound.filter((figure) => figure.mark === mark).map(({ word }) => word);
  if (own.length < FEWEST_FIGURES) return null;
  const dollars = lines.flatMap((line) => line.words).filter(({ text }) => text.endsWith('$'));
  return {
    mark,
    hasDollars: dollars.length >= FEWEST_FIGURES,
    rights: own.map(({ right }) => right),
    lefts: own.map(({ left }) => left),
  };
}

/** Whether bare digits are part of what stands beside them: `Card 8689`, `Aug 21, 2016`, `XX74 5832 4778`. */
function isPartOfText(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || !/^\W*\d+\W*$/u.test(word.text)) return false;
  const isClose = (left: Word | undefined, right: Word | undefined) =>
    left !== undefined && right !== undefined && right.left - left.right < CLOSE * word.size;
  const [before, after] = [words[at - 1], words[at + 1]];
  return (
    word.text.replaceAll(/\D/gu, '').length > MOST_DIGITS ||
    (isClose(before, word) && isText(before?.text ?? '')) ||
    (isClose(word, after) && isText(after?.text ?? ''))
  );
}

const isText = (text: string): boolean => !isFigureText(text) && !MONEY_MARK.test(text);

function mend(read: Word, habit: FigureHabit): Word {
  if (habit.mark === ',' && read.certainty !== undefined && isDayAndMonth(read.text)) {
    // Unless it ends where the figures of a column do, whose mark was misread.
    if (near(read.right, habit.rights, read.size))
      return { ...read, text: read.text.replace('.', ','), printed: read.text };
    return { ...read, text: `${read.text}.`, printed: read.text };
  }
  if (isDateText(read.text)) return read;
  const word = habit.hasDollars && read.certainty !== undefined ? { ...read, text: withDollar(read.text) } : read;
  if (word.certainty === undefined || takeFigureApart(word.text)?.mark === habit.mark) return word;
  const match = LIKE_FIGURE.exec(word.text.replaceAll(BETWEEN_DIGITS, (letter) => LOOKS_LIKE_DIGIT[letter] ?? letter));
  if (match === null || !isAligned(word, habit)) return word;
  const [, before = '', body = '', after = ''] = match;
  const digits = body.replaceAll(/\D/g, '');
  const last = /[.,](\d+)$/.exec(body)?.[1];
  // `1234,5` has lost a digit, and which one nobody knows.
  if (digits.length < 3 || last?.length === 1) return word;
  const text = `${before.replace(LIKE_MINUS, '-')}${digits.slice(0, -2)}${habit.mark}${digits.slice(-2)}${after}`;
  return text === word.text ? word : { ...word, text, printed: word.text };
}

/** `01.09` has lost its last dot: no figure of a document with commas is written so. */
function isDayAndMonth(text: string): boolean {
  const [, day, month] = /^(\d\d)\.(\d\d)$/.exec(text) ?? [];
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
}

/** The sign that looks like others, where a document prints it behind its figures. */
const withDollar = (text: string): string => text.replace(/(?<=^|\d)[$%§]{1,2}$/u, '$');

function isAligned({ left, right, size }: Word, { rights, lefts }: FigureHabit): boolean {
  return near(right, rights, size) || near(left, lefts, size);
}

const near = (place: number, places: readonly number[], size: number): boolean =>
  places.filter((other) => Math.abs(other - place) < ALIGNED * size).length >= FEWEST_ALIGNED;
