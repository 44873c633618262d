import { piecesOf } from '../identity/piece.ts';
import type { AmountToken } from '../tokens/find-amounts.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import type { Label } from './labels.ts';

/** Points by which a figure may stand beside the column of its label. */
const BESIDE = 100;

/**
 * Figures in the next lines, but for rows of tables, that stand nearer to this label than to its neighbours; those right
 * below it, if there are any: what stands beside may be of another text.
 */
export function belowLabel(
  below: readonly TokenLine[],
  label: Label,
  all: readonly Label[],
  isTaken: (line: TokenLine) => boolean,
  counts: (token: AmountToken) => boolean,
): AmountToken[] {
  const found: AmountToken[] = [];
  for (const line of below) {
    if (line.page !== label.page || isTaken(line)) break;
    const [nearest] = line.amounts
      .filter((amount) => counts(amount) && !isDay(amount, line) && gap(amount, label) < BESIDE)
      .filter((amount) => !endsSentence(amount, line))
      .filter((amount) => all.every((other) => other === label || gap(amount, other) >= gap(amount, label)))
      .toSorted((a, b) => distance(a, label) - distance(b, label));
    if (nearest !== undefined) found.push(nearest);
  }
  const under = found.filter((amount) => gap(amount, label) === 0);
  return under.length > 0 ? under : found;
}

/** `£957.33  £880.50` over `Closing balance  Opening balance`: nothing but figures, each over the words that name it. */
export function aboveLabel(
  above: TokenLine | undefined,
  line: TokenLine,
  label: Label,
  counts: (token: AmountToken) => boolean,
): AmountToken[] {
  if (above === undefined || above.page !== line.page || line.baseline - above.baseline > CLOSE * above.size) return [];
  const figures = above.text.text.split('\t').length;
  if (
    figures < 2 ||
    above.amounts.filter(counts).length !== figures ||
    above.terms.some(({ text }) => /\p{L}{2}/u.test(text))
  )
    return [];
  const piece = piecesOf(line).findLast(({ start }) => start <= label.start);
  return above.amounts.filter(
    ({ left, right }) => piece !== undefined && (isNear(left, piece.left) || isNear(right, piece.right)),
  );
}

/** A figure stands this close over its label, in shares of its size. */
const CLOSE = 2;

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) < 3;
}

function gap(token: AmountToken, label: Label): number {
  return Math.max(0, token.left - label.right, label.left - token.right);
}

function distance(token: AmountToken, label: Label): number {
  return Math.min(Math.abs(token.left - label.left), Math.abs(token.right - label.right));
}

/** `20250131` is a day, even where amounts are whole numbers. */
export function isDay(amount: AmountToken, { dates }: TokenLine): boolean {
  return !isFigure(amount) && dates.some((date) => date.start < amount.end && amount.start < date.end);
}

export function isFigure(amount: AmountToken): boolean {
  return amount.isMoney || amount.currency !== null;
}

/** `Insured up to €100,000.`: words stand right before the figure, and a full stop behind it. */
function endsSentence({ start, end }: AmountToken, { text: { text } }: TokenLine): boolean {
  return (
    /\p{L}{2} $/u.test(text.slice(0, start)) && /^\.(?:\s|$)/.test(text.slice(text[end - 1] === '.' ? end - 1 : end))
  );
}
