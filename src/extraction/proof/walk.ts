/** One step of an account: a row with what it moves, or a balance printed between rows (`amount` 0). */
export type Step = {
  /** Index among the statement's rows, or null for a balance between them. */
  row: number | null;
  amount: bigint;
  isSigned: boolean;
  balance: bigint | null;
};

export type Walk = {
  /** The amounts of the steps after arithmetic has given unsigned ones their direction. */
  amounts: bigint[];
  /** Printed balances that follow from the one before. */
  linked: number;
  /** Steps whose printed balance does not, with the balance that would follow. */
  broken: { at: number; expected: bigint }[];
  /** The balance after the last step, as computed from the last printed one; null if nothing was ever printed. */
  end: bigint | null;
};

/** More unsigned rows between two balances are not tried in all directions. */
const MOST_FREE = 12;

/** Follows an account from its opening balance (null: not known), step by step, in the order of time. */
export function walk(steps: readonly Step[], opening: bigint | null): Walk {
  const amounts = steps.map((step) => step.amount);
  const broken: Walk['broken'] = [];
  let linked = 0;
  let known = opening;
  let from = 0;
  steps.forEach((step, at) => {
    if (step.balance === null) return;
    if (known !== null) {
      const moved = step.balance - known;
      const group = range(from, at + 1);
      const solved = solve(group, steps, amounts, moved);
      if (solved === null) {
        broken.push({ at, expected: known + sum(group, amounts) });
        if (nextFollows(steps, amounts, at, known + sum(group, amounts))) {
          // The rows after it prove that only this balance is misprinted.
          known += sum(group, amounts);
          from = at + 1;
          return;
        }
      } else {
        for (const [index, amount] of solved) amounts[index] = amount;
        linked++;
      }
    }
    known = step.balance;
    from = at + 1;
  });
  const end = known === null ? null : known + sum(range(from, steps.length), amounts);
  return { amounts, linked, broken, end };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function sum(indices: readonly number[], amounts: readonly bigint[]): bigint {
  return indices.reduce((total, index) => total + (amounts[index] ?? 0n), 0n);
}

/** Whether the next printed balance follows from `running` rather than from the balance printed at `at`. */
function nextFollows(steps: readonly Step[], amounts: readonly bigint[], at: number, running: bigint): boolean {
  let next = at + 1;
  while (next < steps.length && steps[next]?.balance === null) next++;
  if (next === steps.length) return false;
  const moved = sum(range(at + 1, next + 1), amounts);
  return running + moved === steps[next]?.balance && steps[at]?.balance !== running;
}

/** The amounts of a group that add up to `moved`, turning unsigned ones where only one way does; null if none does. */
function solve(group: readonly number[], steps: readonly Step[], amounts: readonly bigint[], moved: bigint) {
  const asRead = sum(group, amounts);
  if (asRead === moved) return group.map((index): [number, bigint] => [index, amounts[index] ?? 0n]);
  const free = group.filter((index) => steps[index]?.isSigned === false);
  if (free.length === 0 || free.length > MOST_FREE) return null;
  let found: number | null = null;
  for (let mask = 1; mask < 1 << free.length; mask++) {
    let total = asRead;
    free.forEach((index, bit) => {
      if (mask & (1 << bit)) total -= 2n * (amounts[index] ?? 0n);
    });
    if (total !== moved) continue;
    // Two ways prove neither.
    if (found !== null) return null;
    found = mask;
  }
  if (found === null) return null;
  const turned = new Set(free.filter((_, bit) => (found ?? 0) & (1 << bit)));
  return group.map((index): [number, bigint] => [index, (turned.has(index) ? -1n : 1n) * (amounts[index] ?? 0n)]);
}
