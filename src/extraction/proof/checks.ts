import { printAmount } from '../tokens/amount.ts';
import type { Check } from '../statement.ts';
import type { Proof } from './prove.ts';

/** What the paper prints about its rows beside what they come to, whether it agrees or not. */
export function checksOf(proof: Proof): Check[] {
  const { walk, steps, opening, closing, totalIn, totalOut, printedIn, printedOut } = proof;
  const checks: Check[] = [];
  const add = (name: string, expected: bigint, found: bigint) =>
    checks.push({ name, ok: expected === found, expected: printAmount(expected), found: printAmount(found) });
  for (const { at, expected } of walk.broken) {
    const printed = steps[at]?.balance;
    if (printed != null) add('running_balance', printed, expected);
  }
  if (walk.broken.length === 0 && walk.linked > 0) {
    const last = lastBalance(proof) ?? 0n;
    add('running_balance', last, last);
  }
  const sum = totalIn + totalOut;
  if (closing !== null && opening !== null) add('closing_balance', closing, opening + sum);
  else if (closing !== null && walk.end !== null) add('closing_balance', closing, walk.end);
  const end = closing ?? walk.end;
  for (const other of proof.otherClosings) if (end !== null) add('closing_balance', other, end);
  if (printedIn !== null) add('total_credits', printedIn, totalIn);
  if (printedOut !== null) add('total_debits', -printedOut, totalOut);
  return checks;
}

/**
 * Whether checks prove a statement: `false` where one fails, `null` where there are too few of them.
 *
 * `true` needs two printed ends: an opening balance, and a closing one or the last row's, with every balance between
 * following; or the totals of both sides. An opening that is only derived from the first row proves nothing about it.
 */
export function verdict(proof: Proof, checks: readonly Check[]): boolean | null {
  if (checks.some((check) => !check.ok)) return false;
  const { opening, closing, printedIn, printedOut } = proof;
  const last = closing ?? lastBalance(proof);
  const byBalances = opening !== null && last !== null && opening + proof.totalIn + proof.totalOut === last;
  const byTotals = printedIn !== null && printedOut !== null;
  return byBalances || byTotals ? true : null;
}

/** The last balance that is printed in the table. */
export function lastBalance({ steps }: Proof): bigint | null {
  return steps.findLast((step) => step.balance !== null)?.balance ?? null;
}
