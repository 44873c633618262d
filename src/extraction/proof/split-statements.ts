import type { PrintedFigure, Row } from '../table/row.ts';
import type { StatementPart } from './statement-part.ts';

/** Cuts rows and figures at the lines on which another statement begins. */
export function splitStatements(
  rows: readonly Row[],
  figures: readonly PrintedFigure[],
  boundaries: readonly number[],
): StatementPart[] {
  const cuts = [Number.NEGATIVE_INFINITY, ...boundaries, Number.POSITIVE_INFINITY];
  const parts: StatementPart[] = [];
  for (let at = 0; at + 1 < cuts.length; at++) {
    const from = cuts[at] ?? 0;
    const to = cuts[at + 1] ?? 0;
    const inside = (index: number) => index >= from && index < to;
    const own = rows.filter((row) => inside(row.index));
    if (own.length === 0) continue;
    parts.push({ from, to, rows: own, figures: figures.filter((figure) => inside(figure.index)) });
  }
  return parts;
}
