import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Step, walk } from '../../../src/extraction/proof/walk.ts';

const row = (amount: number, balance: number | null, isSigned = true): Step => ({
  row: 0,
  amount: BigInt(amount),
  isSigned,
  balance: balance === null ? null : BigInt(balance),
});

describe('following an account from balance to balance', () => {
  it('each printed balance follows from the one before', () => {
    expect(walk([row(-10, 90), row(5, 95)], 100n)).toMatchObject({ linked: 2, broken: [], end: 95n });
  });

  it('without an opening balance the first row proves nothing', () => {
    expect(walk([row(-10, 90), row(5, 95)], null).linked).toBe(1);
  });

  it('a balance at the end of the day proves all rows of the day together', () => {
    expect(walk([row(-10, null), row(-20, null), row(5, 75)], 100n)).toMatchObject({ linked: 1, broken: [] });
  });

  it('turns an amount without a sign the way the balance went', () => {
    const walked = walk([row(-10, 110, false), row(-5, 105, false)], 100n);
    expect(walked.amounts).toEqual([10n, -5n]);
    expect(walked.broken).toEqual([]);
  });

  it('does not choose between two ways that both add up', () => {
    const walked = walk([row(-10, null, false), row(-10, 100, false)], 100n);
    expect(walked.broken).toHaveLength(1);
  });

  it('keeps a printed sign against the balance, and says so', () => {
    const walked = walk([row(-10, 110)], 100n);
    expect(walked.amounts).toEqual([-10n]);
    expect(walked.broken).toEqual([{ at: 0, expected: 90n }]);
  });

  it('blames a misprinted balance alone, not the rows after it', () => {
    const walked = walk([row(-10, 90), row(5, 59), row(5, 100), row(-1, 99)], 100n);
    expect(walked.broken.map(({ at }) => at)).toEqual([1]);
    expect(walked.end).toBe(99n);
  });
});

describe('no change of a statement goes unnoticed', () => {
  const amounts = fc.array(
    fc.integer({ min: -9999, max: 9999 }).filter((amount) => amount !== 0),
    { minLength: 2, maxLength: 30 },
  );

  function statement(values: readonly number[]): Step[] {
    let balance = 1000;
    return values.map((amount) => row(amount, (balance += amount)));
  }

  const mutations: Record<string, (steps: Step[], at: number) => Step[]> = {
    'a row is lost': (steps, at) => steps.toSpliced(at, 1),
    'a row is read twice': (steps, at) => steps.toSpliced(at, 0, ...steps.slice(at, at + 1)),
    'a sign is turned': (steps, at) =>
      steps.map((step, index) => (index === at ? { ...step, amount: -step.amount } : step)),
    'a digit is misread': (steps, at) =>
      steps.map((step, index) => (index === at ? { ...step, amount: step.amount + 10n } : step)),
    'a balance is misread': (steps, at) =>
      steps.map((step, index) => (index === at ? { ...step, balance: (step.balance ?? 0n) + 90n } : step)),
  };

  it.each(Object.keys(mutations))('%s', (name) => {
    const mutate = mutations[name] ?? ((steps: Step[]) => steps);
    fc.assert(
      fc.property(amounts, fc.nat(), (values, seed) => {
        const steps = statement(values);
        const at = seed % steps.length;
        const closing = steps.at(-1)?.balance ?? 0n;
        const walked = walk(mutate(steps, at), 1000n);
        expect(walked.broken.length > 0 || walked.end !== closing).toBe(true);
      }),
    );
  });
});
