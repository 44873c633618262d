import type { TokenLine } from '../tokens/read-tokens.ts';
import { stackCells } from './heading-cells.ts';
import { type Label, labelOfText } from './labels.ts';

/** The lines of one label stand this close to each other, in shares of their size. */
const CLOSE = 1.7;

/**
 * The labels of a summary that are too long for their columns: `Beginning`, `Deposits and`, `Ending` over `balance`,
 * `other additions`, `balance`. Empty where the two lines do not name what a statement begins and ends with.
 */
export function stackedLabels(upper: TokenLine, lower: TokenLine | undefined): Label[] {
  if (lower === undefined || lower.page !== upper.page || hasFigures(upper) || hasFigures(lower)) return [];
  if (lower.baseline - upper.baseline > CLOSE * upper.size) return [];
  const labels = stackCells([upper, lower]).flatMap(({ lines, left, right }): Label[] => {
    const kind = lines.length > 1 ? labelOfText(lines.join(' ')) : null;
    return kind === null ? [] : [{ kind, page: upper.page, left, right, start: 0, end: 0 }];
  });
  const kinds = new Set(labels.map(({ kind }) => kind));
  return kinds.has('opening') && kinds.has('closing') ? labels : [];
}

function hasFigures({ amounts, dates }: TokenLine): boolean {
  return dates.length > 0 || amounts.some(({ isMoney }) => isMoney);
}
