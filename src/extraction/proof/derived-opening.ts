import type { Proof } from './prove.ts';

/**
 * The balance before the first row, worked out from the first balance printed and what moved until then. It proves
 * nothing about that row; null where a direction on the way is not printed, or where the balances contradict each other.
 */
export function derivedOpening({ steps, walk }: Pick<Proof, 'steps' | 'walk'>): bigint | null {
  const first = steps.findIndex(({ balance }) => balance !== null);
  const balance = steps[first]?.balance;
  const before = steps.slice(0, first + 1);
  if (balance == null || walk.broken.length > 0 || !before.every(({ isSigned }) => isSigned)) return null;
  return before.reduce((rest, _, at) => rest - (walk.amounts[at] ?? 0n), balance);
}
