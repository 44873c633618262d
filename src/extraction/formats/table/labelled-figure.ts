import type { DateToken } from '../../tokens/find-dates.ts';
import { CURRENCY_CODES } from '../../vocabulary/currencies.ts';
import { type FigureKind, FIGURES } from '../../vocabulary/figures.ts';
import { foldTerms, phraseBook } from '../../vocabulary/phrase-book.ts';
import { STANDING_BALANCES } from '../../vocabulary/standing-balances.ts';
import { dateTokenOf } from '../date-texts.ts';
import { type FigureCell, readFigureCell } from './figure-cell.ts';
import type { Cell } from './grid.ts';
import { spaced } from './heading-role.ts';

/** What a figure is that a file states about itself; a `standing` balance is that of some day. */
export type LabelKind = FigureKind | 'standing';

/** A figure that a file states about itself, with the day that stands at it. */
export type Printed = { kind: LabelKind; figure: FigureCell; day: DateToken | null };

const figures = phraseBook(FIGURES);
const standing = phraseBook({ standing: STANDING_BALANCES });

/**
 * The figure of a row that has the label of one, and the last figure beside it; null for any other row. `isWhole`: the
 * label is nothing else. `labels` are the cells that may be one.
 */
export function figureOfRow(
  cells: readonly Cell[],
  labels: readonly Cell[] = cells,
): (Printed & { isWhole: boolean }) | null {
  for (const label of labels) {
    if (label.money !== null || label.text.length > LONGEST_LABEL || !/\p{L}/u.test(label.text)) continue;
    const named = dayIn(label.text);
    const kind = named === null ? null : labelOf(named.text);
    if (named === null || kind === null || dateTokenOf(label.text) !== null) continue;
    const others = cells.filter((cell) => cell !== label);
    const beside = others.flatMap((cell) => readFigureCell(cell) ?? []);
    const figure = beside.findLast(({ isMoney }) => isMoney) ?? beside.at(-1);
    if (figure === undefined) return null;
    const day = others.flatMap(({ text }) => dateTokenOf(text) ?? []).at(-1) ?? named.day;
    return { kind, figure, day, isWhole: isWholeLabel(named.text, kind) };
  }
  return null;
}

const LONGEST_LABEL = 80;

const FIRST_DIGIT = /(?<=\s)\d/;

/**
 * The day in a label, and what is left of it: `Solde au 31/01/2026`, `Balance as on 1 Jan 2026:`. Null where what stands
 * before the digits is no label of anything, as in most texts.
 */
function dayIn(label: string): { text: string; day: DateToken | null } | null {
  const at = FIRST_DIGIT.exec(label)?.index;
  if (at === undefined) return { text: label, day: null };
  const text = label.slice(0, at);
  if (labelOf(text) === null) return null;
  const day = dateTokenOf(label.slice(at).replace(/[\s:.)]+$/, ''));
  return day === null ? { text: label, day: null } : { text, day };
}

/** What stands between a label and its day. */
const FILLERS: ReadonlySet<string> = new Set(foldTerms('as of at on vom am zum per au le du al del op em na'));

/** What a text is the label of: nothing else stands in it but a date. */
export function labelOf(text: string): LabelKind | null {
  const all = termsOf(text);
  const terms = all.filter((term) => !FILLERS.has(term));
  const whole = standing.meaningOf(all.join(' ')) ?? standing.meaningOf(terms.join(' '));
  if (whole !== null) return whole;
  for (const own of [all, terms]) {
    const [match] = figures.find(own);
    if (match !== undefined && own.length - (match.end - match.start) <= 1) return match.meaning;
  }
  return null;
}

function isWholeLabel(text: string, kind: LabelKind): boolean {
  return kind !== 'standing' && figures.meaningOf(termsOf(text).join(' ')) === kind;
}

function termsOf(text: string): string[] {
  return foldTerms(spaced(text)).filter((term) => !/^\d+$/.test(term) && !CURRENCY_CODES.has(term.toUpperCase()));
}
