import type { Doubt } from '../table/row.ts';
import type { Proof } from './prove.ts';

/** Lines of these kinds are rows where the sums ask for them. */
const ASKED_FOR: readonly Doubt[] = ['undated', 'labelled', 'after-end', 'repeated'];

/**
 * Whether lines that may be no rows were taken for rows although they move nothing together: the sums are right with
 * them and without them.
 */
export function hasNeedlessRows({ entries, steps, walk }: Proof): boolean {
  return ASKED_FOR.some((doubt) => {
    const own = steps.flatMap((step, at) => {
      const entry = step.row === null ? undefined : entries[step.row];
      return entry?.row.doubt === doubt ? [{ balance: step.balance, amount: walk.amounts[at] ?? 0n }] : [];
    });
    const isProven = own.some(({ balance }) => balance !== null);
    return own.length > 0 && !isProven && own.reduce((sum, { amount }) => sum + amount, 0n) === 0n;
  });
}
