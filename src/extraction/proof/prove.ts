import { bestOpening } from './best-opening.ts';
import type { Notation } from './decimal-mark.ts';
import { readingOf } from './decimal-mark.ts';
import type { Hypothesis } from './hypotheses/hypothesis.ts';
import { type Movement, movementOf, signedBalance } from './movement.ts';
import { printedTotals } from './printed-totals.ts';
import { countedRows, scoreOf } from './score.ts';
import type { StatementPart } from './statement-part.ts';
import type { PrintedFigure, Row } from '../table/row.ts';
import type { Step, Walk } from './walk.ts';

/** A statement's figures under one hypothesis, and what the arithmetic says about it. */
export type Proof = {
  hypothesis: Hypothesis;
  /** Rows that have an amount under the hypothesis, with their movements, in reading order. */
  entries: { row: Row; movement: Movement }[];
  /** In the order of time. */
  steps: Step[];
  walk: Walk;
  opening: bigint | null;
  closing: bigint | null;
  /** Closing balances that are printed beside their label and differ from the one that fits. */
  otherClosings: bigint[];
  totalIn: bigint;
  totalOut: bigint;
  printedIn: bigint | null;
  printedOut: bigint | null;
  score: number;
};

/** Tries a hypothesis on a statement: its printed opening, closing and totals are those that fit, if any do. */
export function prove(part: StatementPart, hypothesis: Hypothesis, notation: Notation): Proof {
  const entries = part.rows.flatMap((row) => {
    if (row.doubt !== null && hypothesis.without.has(row.doubt)) return [];
    const movement = movementOf(row, hypothesis, notation);
    return movement === null ? [] : [{ row, movement }];
  });
  const steps = stepsOf(entries, part.figures, hypothesis, notation);
  const openings = valuesOf(outside(part.figures, entries), 'opening', hypothesis, notation);
  const closings = valuesOf(part.figures, 'closing', hypothesis, notation);
  const { opening, walked } = bestOpening(steps, openings);
  const amounts = walked.amounts;
  const total = amounts.reduce((sum, amount) => sum + amount, 0n);
  const totalIn = amounts.reduce((sum, amount) => (amount > 0n ? sum + amount : sum), 0n);
  const totalOut = total - totalIn;
  const closing = pickClosing(closings, walked, opening, total);
  const otherClosings = contradictingClosings(part, steps, { opening, closing }, hypothesis, notation);
  const moved = () =>
    steps.flatMap(({ row }, at) => {
      const index = row === null ? undefined : entries[row]?.row.index;
      return index === undefined ? [] : [{ index, amount: amounts[at] ?? 0n }];
    });
  const { printedIn, printedOut } = printedTotals(part, moved, hypothesis, notation);
  const proof = {
    hypothesis,
    entries,
    steps,
    walk: walked,
    opening,
    closing,
    otherClosings,
    totalIn,
    totalOut,
    printedIn,
    printedOut,
  };
  return { ...proof, score: scoreOf(proof, countedRows(part, hypothesis)) };
}

function stepsOf(
  entries: Proof['entries'],
  figures: readonly PrintedFigure[],
  hypothesis: Hypothesis,
  notation: Notation,
): Step[] {
  const steps: (Step & { index: number })[] = entries.map(({ row, movement }, at) => ({
    index: row.index,
    row: at,
    amount: movement.amount,
    isSigned: movement.isSigned,
    balance: movement.balance,
  }));
  const first = steps[0]?.index ?? 0;
  const last = steps.at(-1)?.index ?? 0;
  const hasBalances = [...hypothesis.meanings.values()].includes('balance');
  for (const figure of figures) {
    const meaning = figure.column === null ? undefined : hypothesis.meanings.get(figure.column);
    const isCarried = figure.kind === 'dayEnd' || figure.kind === 'carried';
    const isEnd = figure.kind === 'opening' || figure.kind === 'closing';
    const isBetween = figure.index > first && figure.index < last;
    if (meaning === undefined || meaning === 'ignored' || meaning === 'fee') continue;
    // Without a column of balances they stand among the amounts.
    if (meaning === 'balance' ? !isCarried && !(isEnd && isBetween) : hasBalances || figure.kind !== 'dayEnd') continue;
    const balance = balanceOf(figure, hypothesis, notation);
    steps.push({ index: figure.index, row: null, amount: 0n, isSigned: true, balance });
  }
  steps.sort((a, b) => a.index - b.index);
  return hypothesis.newestFirst ? steps.toReversed() : steps;
}

/** Figures that do not stand between rows: there, a balance brought forward is that of a page. */
function outside(figures: readonly PrintedFigure[], entries: Proof['entries']): PrintedFigure[] {
  const first = entries[0]?.row.index ?? 0;
  const last = entries.at(-1)?.row.index ?? 0;
  return figures.filter(({ index }) => index < first || index > last);
}

/** Balances as printed, each once. */
function valuesOf(
  figures: readonly PrintedFigure[],
  kind: 'opening' | 'closing' | 'carried',
  hypothesis: Hypothesis,
  notation: Notation,
): bigint[] {
  const values = figures
    .filter((figure) => figure.kind === kind)
    .map((figure) => balanceOf(figure, hypothesis, notation));
  return [...new Set(values)];
}

/** A printed balance from the holder's side; in a column of debits it is an overdraft. */
function balanceOf(figure: PrintedFigure, hypothesis: Hypothesis, notation: Notation): bigint {
  const meaning = figure.column === null ? null : hypothesis.meanings.get(figure.column);
  if (meaning !== 'debit' && meaning !== 'credit') return signedBalance(figure.token, hypothesis, notation);
  const { value } = readingOf(figure.token, notation);
  // A mark of its own outweighs the column.
  if (figure.token.side !== null || figure.token.sign === 'plus')
    return signedBalance(figure.token, hypothesis, notation);
  return meaning === 'debit' || figure.token.sign === 'minus' ? -value : value;
}

/** The printed closing balance that the rows lead to, else the last one printed. */
function pickClosing(closings: readonly bigint[], walked: Walk, opening: bigint | null, total: bigint): bigint | null {
  const expected = walked.end ?? (opening === null ? null : opening + total);
  return closings.find((closing) => closing === expected) ?? closings.at(-1) ?? null;
}

/** Balances printed beside a label for the end that are neither the end nor on the way to it. */
function contradictingClosings(
  { figures }: StatementPart,
  steps: readonly Step[],
  ends: { opening: bigint | null; closing: bigint | null },
  hypothesis: Hypothesis,
  notation: Notation,
): bigint[] {
  const exact = figures.filter(({ isExact }) => isExact);
  const carried = exact.filter(({ column }) => column === null);
  const values = [
    ...valuesOf(exact, 'closing', hypothesis, notation),
    ...valuesOf(carried, 'carried', hypothesis, notation),
  ];
  const others = values.filter((value) => value !== ends.opening && value !== ends.closing);
  if (others.length === 0) return others;
  const known = new Set(steps.map((step) => step.balance));
  return others.filter((value) => !known.has(value));
}
