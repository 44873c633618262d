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
  // The steps since the last known balance, and what they move.
  let from = 0;
  let moved = 0n;
  steps.forEach(({ amount, balance }, at) => {
    moved += amount;
    if (balance === null) return;
    if (known !== null) {
      const expected = known + moved;
      if (expected === balance || turn(steps, amounts, { from, to: at + 1 }, balance - expected)) linked++;
      else {
        broken.push({ at, expected });
        if (nextFollows(steps, at, expected)) {
          // The rows after it prove that only this balance is misprinted.
          known = expected;
          from = at + 1;
          moved = 0n;
          return;
        }
      }
    }
    known = balance;
    from = at + 1;
    moved = 0n;
  });
  return { amounts, linked, broken, end: known === null ? null : known + moved };
}

/** Whether the next printed balance follows from `running` rather than from the balance printed at `at`. */
function nextFollows(steps: readonly Step[], at: number, running: bigint): boolean {
  let balance = running;
  for (let next = at + 1; next < steps.length; next++) {
    const step = steps[next];
    if (step === undefined) return false;
    balance += step.amount;
    if (step.balance !== null) return balance === step.balance;
  }
  return false;
}

/**
 * Turns the unsigned amounts of a group of steps so that they move by `missing` more than as read. Does nothing and
 * gives false where no way or more than one does that.
 */
function turn(
  steps: readonly Step[],
  amounts: bigint[],
  { from, to }: { from: number; to: number },
  missing: bigint,
): boolean {
  const free: number[] = [];
  for (let at = from; at < to; at++) if (steps[at]?.isSigned === false) free.push(at);
  if (free.length === 0 || free.length > MOST_FREE) return false;
  let moved = 0n;
  let found: number | null = null;
  // Each way differs from the one before by a single step (a Gray code), so that each costs one addition.
  let way = 0;
  for (let count = 1; count < 1 << free.length; count++) {
    const bit = 31 - Math.clz32(count & -count);
    way ^= 1 << bit;
    const twice = 2n * (amounts[free[bit] ?? 0] ?? 0n);
    moved += way & (1 << bit) ? -twice : twice;
    if (moved !== missing) continue;
    // Two ways prove neither.
    if (found !== null) return false;
    found = way;
  }
  if (found === null) return false;
  for (const [bit, at] of free.entries()) if (found & (1 << bit)) amounts[at] = -(amounts[at] ?? 0n);
  return true;
}
