import type { Interpretation } from '../interpret.ts';

/** Lines of the reading order, `to` excluded. */
export type LineRange = { from: number; to: number };

/** The lines of those statements that are not proven; all lines where nothing was found at all. */
export function askedRanges({ statements, origins }: Pick<Interpretation, 'statements' | 'origins'>): LineRange[] {
  if (statements.length === 0) return [{ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }];
  return origins.filter((_, at) => statements[at]?.reconciled !== true);
}

export function isAsked(index: number, ranges: readonly LineRange[]): boolean {
  return ranges.some(({ from, to }) => index >= from && index < to);
}
