import type { PrintedFigure } from '../table/row.ts';
import type { StatementPart } from './statement-part.ts';

/** So many lines below an opening balance, a balance without rows between is the closing one. */
const SAME_SUMMARY = 8;

/**
 * Calls a balance that is only labelled `Balance` what its place says: behind the last row, or in a summary below the
 * opening balance, it is the closing one.
 */
export function nameClosings(part: StatementPart): StatementPart {
  const first = part.rows[0]?.index ?? part.to;
  const last = part.rows.at(-1)?.index ?? part.from;
  const openings = part.figures.filter(({ kind }) => kind === 'opening');
  const isClosing = (figure: PrintedFigure) => {
    if (figure.kind !== 'dayEnd') return false;
    const isSummed = openings.some(
      ({ index, page }) => page === figure.page && index < figure.index && figure.index - index <= SAME_SUMMARY,
    );
    if (figure.index > last) return !part.figures.some(({ kind, index }) => kind === 'closing' && index > last);
    return figure.index < first && isSummed;
  };
  const figures = part.figures.map((figure) => (isClosing(figure) ? { ...figure, kind: 'closing' as const } : figure));
  return { ...part, figures };
}
