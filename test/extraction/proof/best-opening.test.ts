import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOpening } from '../../../src/extraction/proof/best-opening.ts';
import { type Step, walk } from '../../../src/extraction/proof/walk.ts';

const small = fc.integer({ min: -4, max: 4 }).map(BigInt);
const step: fc.Arbitrary<Step> = fc.record({
  row: fc.constant(0),
  amount: small,
  isSigned: fc.boolean(),
  balance: fc.option(small, { freq: 2 }),
});

describe('which of the printed opening balances is one', () => {
  it('is the one that the fewest balances contradict', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.uniqueArray(small, { maxLength: 5 }), (steps, openings) => {
        const { opening, walked } = bestOpening(steps, openings);
        const counts = openings.map((candidate) => walk(steps, candidate).broken.length);
        expect(opening).toBe(openings[counts.indexOf(Math.min(...counts))] ?? null);
        expect(walked).toEqual(walk(steps, opening));
      }),
    );
  });
});
