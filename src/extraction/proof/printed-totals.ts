import type { PrintedFigure } from '../table/row.ts';
import { type Notation, readingOf } from './decimal-mark.ts';
import type { Hypothesis } from './hypotheses/hypothesis.ts';
import type { StatementPart } from './statement-part.ts';

/** What a row moves, and where it stands. */
export type Moved = { index: number; amount: bigint };

export type PrintedTotals = { printedIn: bigint | null; printedOut: bigint | null };

/**
 * The totals of both sides that a statement prints, without sign. One that adds up a section or a page can agree with the
 * rows, but does not contradict all of them together, unless a whole summary prints it; several beside labels may be the parts of one.
 */
export function printedTotals(
  part: StatementPart,
  moved: () => readonly Moved[],
  hypothesis: Hypothesis,
  notation: Notation,
): PrintedTotals {
  const hasSections = new Set(part.rows.map((row) => row.section)).size > 1;
  const pick = (kind: 'totalCredits' | 'totalDebits') => {
    const side = kind === 'totalCredits' ? 1n : -1n;
    const figures = part.figures.filter((figure) => isTotal(figure, kind, hypothesis));
    const parts = kind === 'totalDebits' ? part.figures.filter((figure) => figure.kind === 'partDebits') : [];
    if (figures.length === 0 && parts.length === 0) return null;
    const own = moved().filter(({ amount }) => amount * side > 0n);
    const sumOf = (rows: readonly Moved[]) => rows.reduce((sum, { amount }) => sum + amount * side, 0n);
    const expected = sumOf(own);
    const valueOf = ({ token }: PrintedFigure) => readingOf(token, notation).value;
    const values = figures.map(valueOf);
    const beside = [...figures, ...parts].filter(({ column }) => column === null).map(valueOf);
    if (values.includes(expected) || ((beside.length > 1 || parts.length > 0) && sum(beside) === expected))
      return expected;
    if (hasSections) {
      const ofWhole = figures.filter(({ isOfWhole }) => isOfWhole === true).map(valueOf);
      return ofWhole.length === 1 ? (ofWhole[0] ?? null) : null;
    }
    let from = Number.NEGATIVE_INFINITY;
    const whole = figures.filter((figure) => {
      if (figure.column === null) return true;
      const rows = own.filter(({ index }) => index > from && index < figure.index);
      from = figure.index;
      return sumOf(rows) !== valueOf(figure);
    });
    return whole[0] === undefined ? null : valueOf(whole[0]);
  };
  return { printedIn: pick('totalCredits'), printedOut: pick('totalDebits') };
}

function isTotal(figure: PrintedFigure, kind: 'totalCredits' | 'totalDebits', { meanings }: Hypothesis): boolean {
  const meaning = figure.column === null ? undefined : meanings.get(figure.column);
  if (figure.kind === kind) return meaning !== 'balance';
  return figure.kind === 'total' && meaning === (kind === 'totalCredits' ? 'credit' : 'debit');
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}
