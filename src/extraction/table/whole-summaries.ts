import type { AmountToken } from '../tokens/find-amounts.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import type { PrintedFigure } from './row.ts';

/** So many lines a summary has at most, from its first label to its last. */
const MOST_LINES = 8;

/**
 * Marks the totals of summaries that are whole: an opening and a closing balance with one total of either side, and no
 * other figure in their midst. Such totals are those of all rows, whatever sections these stand in.
 */
export function ofWholeSummaries(
  figures: readonly PrintedFigure[],
  lines: readonly TokenLine[],
  counts: (token: AmountToken) => boolean,
): PrintedFigure[] {
  const whole = new Set(
    figures.flatMap((opening) => (opening.kind === 'opening' ? totalsBehind(opening, figures, lines, counts) : [])),
  );
  return figures.map((figure) => (whole.has(figure) ? { ...figure, isOfWhole: true } : figure));
}

function totalsBehind(
  opening: PrintedFigure,
  figures: readonly PrintedFigure[],
  lines: readonly TokenLine[],
  counts: (token: AmountToken) => boolean,
): PrintedFigure[] {
  const near = figures.filter(
    ({ index, page }) => page === opening.page && index >= opening.index && index <= opening.index + MOST_LINES,
  );
  const closing = near.find(({ kind }) => kind === 'closing');
  if (closing === undefined) return [];
  const own = near.filter(({ index }) => index <= closing.index + 1);
  // Labels of two lines may have told of a figure once already.
  const isTotal = ({ kind }: PrintedFigure) => kind === 'totalCredits' || kind === 'totalDebits';
  const totals = [...new Map(own.filter(isTotal).map((figure) => [figure.token, figure])).values()];
  if (totals.length !== 2 || totals[0]?.kind === totals[1]?.kind || !own.every(({ isExact }) => isExact)) return [];
  const tokens = new Set(own.map(({ token }) => token));
  const block = lines.slice(opening.index, opening.index + 2 * MOST_LINES);
  const end = block.findLastIndex(({ amounts }) => amounts.some((token) => tokens.has(token)));
  const others = block.slice(0, end + 1).flatMap(({ amounts }) => amounts.filter((token) => !tokens.has(token)));
  return others.some(counts) ? [] : totals;
}
