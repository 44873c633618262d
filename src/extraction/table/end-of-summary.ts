import { piecesOf } from '../identity/piece.ts';
import type { AmountToken } from '../tokens/find-amounts.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { findLabels, isBareLabel, isTotal, type Label, labelOfLine } from './labels.ts';
import type { PrintedFigure } from './row.ts';

/**
 * `Opening balance  Paid in  Paid out  Balance`, one beside the other over their figures: the last is the closing balance.
 * Before one that is called so, a balance carried is the opening one, and behind an opening one the closing one.
 */
export function withEnds(labels: Label[], line: TokenLine): Label[] {
  const [first, ...others] = labels;
  const end = others.at(-1);
  if (first?.kind === 'opening' && end?.kind === 'carried' && others.slice(0, -1).every(isOfTotal))
    return [...labels.slice(0, -1), { ...end, kind: 'closing' }];
  const last = piecesOf(line).at(-1);
  if (first?.kind === 'carried' && end?.kind === 'closing' && others.slice(0, -1).every(isOfTotal))
    return [{ ...first, kind: 'opening' }, ...others];
  if (first?.kind !== 'opening' || !others.every(isOfTotal) || last === undefined) return labels;
  if (labels.some(({ end }) => end > last.start)) return labels;
  const own = { ...line, terms: line.terms.filter(({ start }) => start >= last.start) };
  if (labelOfLine(own) !== 'dayEnd' || !isBareLabel(own)) return labels;
  const { page, left, right, start, text } = { ...last, page: line.page };
  return [...labels, { kind: 'closing', page, left, right, start, end: start + text.length }];
}

function isOfTotal({ kind }: Label): boolean {
  return isTotal(kind);
}

/** A line of a panel beside a list may stand between two of its own. */
const MOST_BETWEEN = 2;

/**
 * `Opening balance 20.00`, `Paid in 5.00`, `Balance 25.00`, one below the other: the last is the closing balance, with its
 * day behind the label or without.
 */
export function endOfList(
  line: TokenLine,
  figures: readonly PrintedFigure[],
  counts: (token: AmountToken) => boolean,
): PrintedFigure | null {
  const [token] = line.amounts.filter(counts);
  if (token === undefined || line.amounts.length > 1 || line.dates.length > 1) return null;
  if (line.dates.some(({ start, end }) => start === 0 || end > token.start)) return null;
  if (findLabels(line).length > 0 || labelOfLine(line) !== 'dayEnd' || !isBareLabel(line)) return null;
  let next = line.index;
  for (const { kind, index, page } of figures.toReversed()) {
    if (index === next) continue;
    if (index < next - MOST_BETWEEN || page !== line.page) return null;
    if (kind === 'opening') return { kind: 'closing', index: line.index, page, column: null, isExact: true, token };
    if (!kind.startsWith('total')) return null;
    next = index;
  }
  return null;
}
