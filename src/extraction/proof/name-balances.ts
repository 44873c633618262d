import type { PrintedFigure } from '../table/row.ts';
import type { FigureKind } from '../vocabulary/figures.ts';
import type { StatementPart } from './statement-part.ts';

const DECIMAL_MARKS = ['.', ','] as const;

/** So many lines below an opening balance, a balance without rows between is the closing one. */
const SAME_SUMMARY = 8;

/**
 * Calls balances what their place says, since labels are used loosely: `Balance` behind the last row, or in a summary
 * below the opening balance, is the closing one; one `carried over` before everything else is the opening one, and so is
 * `Solde au 31.08.` where another one stands behind the last row; a `closing balance` after each day is only that of the
 * day.
 */
export function nameBalances(part: StatementPart): StatementPart {
  const first = part.rows[0]?.index ?? part.to;
  const last = part.rows.at(-1)?.index ?? part.from;
  const isBetween = ({ index }: PrintedFigure) => index > first && index < last;
  const before = part.figures.filter(({ index }) => index < first);
  const [head] = before;
  const opensCarried =
    head?.kind === 'carried' && head.column === null && !before.some(({ kind }) => kind === 'opening') ? head : null;
  const ends = part.figures.filter(({ kind, index }) => kind === 'closing' && index > last);
  const behind = part.figures.filter((figure) => figure.index > last && isBalance(figure));
  const opensDated = before.some(({ kind }) => kind === 'opening') ? null : openingAmong(before, behind);
  const isOpening = (figure: PrintedFigure) =>
    figure.kind === 'opening' || figure === opensCarried || figure === opensDated;
  const openings = before.filter(isOpening);
  const isDaily = part.figures.filter((figure) => figure.kind === 'closing' && isBetween(figure)).length > 1;
  const isSummed = (figure: PrintedFigure) =>
    openings.some(
      (opening) =>
        opening !== figure &&
        opening.page === figure.page &&
        opening.index <= figure.index &&
        figure.index - opening.index <= SAME_SUMMARY,
    );
  const kindOf = (figure: PrintedFigure): FigureKind => {
    if (isOpening(figure)) return 'opening';
    if (figure.kind === 'closing' && isDaily && isBetween(figure)) return 'dayEnd';
    const isLoose = figure.kind === 'dayEnd' || (figure.kind === 'carried' && figure.column === null);
    if (isLoose && figure.index < first && isSummed(figure)) return 'closing';
    return figure.kind === 'dayEnd' && figure.index > last && ends.length === 0 ? 'closing' : figure.kind;
  };
  return { ...part, figures: part.figures.map((figure) => ({ ...figure, kind: kindOf(figure) })) };
}

/** The balance right above the rows that is called as the one right below them, and is another: `Solde au 31.08.`. */
function openingAmong(before: readonly PrintedFigure[], ends: readonly PrintedFigure[]): PrintedFigure | null {
  const nearest = before.findLast(isBalance);
  return nearest !== undefined && ends.length > 0 && ends.every((end) => !isSameFigure(end, nearest)) ? nearest : null;
}

/** A balance as of a day; without such a word only in its column. */
function isBalance({ kind, column }: PrintedFigure): boolean {
  return kind === 'closing' || (kind === 'dayEnd' && column !== null);
}

function isSameFigure({ token: one }: PrintedFigure, { token: other }: PrintedFigure): boolean {
  return DECIMAL_MARKS.every((mark) => one.readings[mark]?.value === other.readings[mark]?.value);
}
