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
 * label is nothing else.
 */
export function figureOfRow(cells: readonly Cell[]): (Printed & { isWhole: boolean }) | null {
  for (const label of cells) {
    if (label.money !== null || label.text.length > LONGEST_LABEL || !/\p{L}/u.test(label.text)) continue;
    if (dateTokenOf(label.text) !== null) continue;
    const named = dayIn(label.text);
    const kind = labelOf(named.text);
    if (kind === null) continue;
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

/** The day in a label, and what is left of it: `Solde au 31/01/2026`, `Balance as on 1 Jan 2026:`. */
function dayIn(label: string): { text: string; day: DateToken | null } {
  for (const match of label.matchAll(/(?<=\s|^)\d/g)) {
    const day = dateTokenOf(label.slice(match.index).replace(/[\s:.)]+$/, ''));
    if (day !== null) return { text: label.slice(0, match.index), day };
  }
  return { text: label, day: null };
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
