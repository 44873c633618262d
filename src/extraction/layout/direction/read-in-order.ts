import { compose } from '../placement.ts';
import type { Line, Word } from '../word.ts';
import { hasRightToLeft } from './right-to-left.ts';
import { runsToLeft } from './runs-to-left.ts';

/** Words nearer than this share of their size are of one text. */
const NEAR = 0.75;
/** Digits of one figure that are parted by a narrow space. */
const WITHIN_FIGURE = 0.35;

/**
 * Lines whose words follow each other from left to right in the order in which they are read. A document that runs from
 * right to left is mirrored as a whole, its columns with it, but for the texts that run to the right in it; in one that
 * runs to the right, only the texts that do not are. The words of other documents stand as they are printed.
 */
export function readInOrder(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ words }) => words.some(({ text }) => hasRightToLeft(text)))) return lines;
  if (!runsToLeft(lines)) return lines.map((line) => ({ ...line, words: turnTexts(line.words) }));
  const edges = lines.flatMap(({ words }) => words.flatMap(({ left, right }) => [left, right]));
  const axis =
    edges.reduce((most, edge) => Math.max(most, edge)) + edges.reduce((least, edge) => Math.min(least, edge));
  return lines.map((line) => ({
    ...line,
    words: mirrorWords(line.words, axis),
    ...(line.placement == null ? {} : { placement: compose([-1, 0, 0, 1, axis, 0], line.placement) }),
  }));
}

/** Each run of words that is read to the right is moved as a whole, and any other word alone. */
function mirrorWords(words: readonly Word[], axis: number): Word[] {
  return splitRuns(words, goesOnToRight)
    .toReversed()
    .flatMap((mixed) => {
      const run = withPrefix(mixed);
      const move = axis - (run.at(-1)?.right ?? 0) - (run[0]?.left ?? 0);
      return run.map((word) => ({
        ...word,
        text: spelledMarks(word.text),
        left: word.left + move,
        right: word.right + move,
      }));
    });
}

/** `BRIDGE ב-BAKERY`, as it is printed: what joins a Latin name to the text before it belongs to its first word. */
function withPrefix(run: readonly Word[]): readonly Word[] {
  const [first, last] = [run[0], run.at(-1)];
  const [, prefix, rest] = JOINED_TO_LATIN.exec(last?.text ?? '') ?? [];
  if (run.length < 2 || first === undefined || last === undefined || prefix === undefined || rest === undefined)
    return run;
  return [{ ...first, text: prefix + first.text }, ...run.slice(1, -1), { ...last, text: rest }];
}

const JOINED_TO_LATIN =
  /^([\p{Script=Hebrew}\p{Script=Arabic}]+[-־]?)(\p{Script=Latin}[^\p{Script=Hebrew}\p{Script=Arabic}]*)$/u;

/** Texts that run to the left, turned where they stand. */
function turnTexts(words: readonly Word[]): Word[] {
  return splitRuns(words, isOneText).flatMap((run) => {
    const from = run.findIndex(({ text }) => hasRightToLeft(text));
    if (from < 0) return run;
    const to = run.findLastIndex(({ text }) => hasRightToLeft(text)) + 1;
    const own = run.slice(from, to);
    const axis = (own[0]?.left ?? 0) + (own.at(-1)?.right ?? 0);
    return [...run.slice(0, from), ...closedBehind(mirrorWords(own, axis)), ...run.slice(to)];
  });
}

/** A colon to the right of a text that runs to the left is behind it in one that runs to the right. */
function closedBehind(words: Word[]): Word[] {
  const [first, last] = [words[0], words.at(-1)];
  const [marks] = /^[:.,;،؛]+(?=.)/u.exec(first?.text ?? '') ?? [];
  if (first === undefined || last === undefined || marks === undefined) return words;
  const rest = first.text.slice(marks.length);
  if (words.length === 1) return [{ ...first, text: rest + marks }];
  return [{ ...first, text: rest }, ...words.slice(1, -1), { ...last, text: last.text + marks }];
}

/** Whether a run takes in the next word, before those that follow it. */
type GoesOn = (run: readonly Word[], next: Word, following: readonly Word[]) => boolean;

/** Groups of three digits that a figure may have. */
const MOST_GROUPS = 5;

function splitRuns(words: readonly Word[], goesOn: GoesOn): Word[][] {
  const runs: Word[][] = [];
  words.forEach((word, at) => {
    const run = runs.at(-1);
    if (run !== undefined && goesOn(run, word, words.slice(at + 1, at + MOST_GROUPS))) run.push(word);
    else runs.push([word]);
  });
  return runs;
}

/** A word of another script ends a text that runs to the left. */
const isOneText = (run: readonly Word[], next: Word): boolean =>
  isNear(run.at(-1), next, NEAR) && !run.some(isForeign) && !isForeign(next);

/** Latin words with the words and numbers behind them, and the groups of one number. */
function goesOnToRight(run: readonly Word[], next: Word, following: readonly Word[]): boolean {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined || hasRightToLeft(last.text)) return false;
  if (hasRightToLeft(next.text)) return isForeign(first) && isNear(last, next, NEAR) && JOINED_TO_LATIN.test(next.text);
  if (isForeign(first)) return isNear(last, next, NEAR) && !isOfColumn(next.text);
  return /^[-+]?\d{1,3}$/.test(last.text) && isNear(last, next, WITHIN_FIGURE) && endsFigure([next, ...following]);
}

/** Whether groups of digits come to the decimals of a figure: `234`, `567,00`. */
function endsFigure(words: readonly Word[]): boolean {
  const last = words.find(({ text }) => !/^\d{3}$/.test(text));
  return last !== undefined && /^\d{3}[.,]\d{2,3}-?$/.test(last.text);
}

const isForeign = ({ text }: Word): boolean => /\p{L}/u.test(text) && !hasRightToLeft(text);

/** A day or an amount of money behind a text is more likely of the next column. */
const isOfColumn = (text: string): boolean =>
  /^\d{1,4}([./-])\d{1,2}\1\d{2,4}$|^[-+(]?\d[\d.,]*[.,]\d{2}\)?$/.test(text);

function isNear(before: Word | undefined, word: Word, share: number): boolean {
  return before !== undefined && word.left - before.right < share * Math.min(before.size, word.size);
}

/** `)3`, `3(` and `%15`: marks of a text that runs to the left, at a number. */
function spelledMarks(text: string): string {
  if (hasRightToLeft(text)) return text;
  const both = /^\)(.+)\($/su.exec(text)?.[1];
  if (both !== undefined) return `(${both})`;
  return text
    .replace(/^\)([^()]+)$/su, '$1)')
    .replace(/^([^()]+)\($/su, '($1')
    .replace(/^([%٪])([\d٠-٩۰-۹.,٫]+)$/u, '$2$1');
}
