import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPayment } from '../../../src/domain/billing/find-payment.ts';
import { Payment } from '../../../src/domain/billing/payment.entity.ts';
import type { ReversalKind } from '../../../src/domain/billing/payment-reversal.entity.ts';
import { recordPurchase } from '../../../src/domain/billing/record-purchase.ts';
import { recordReversal } from '../../../src/domain/billing/record-reversal.ts';
import { creditsFor } from '../../../src/domain/billing/rules.ts';
import { openShop, type Shop } from '../../support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

test('credits go with money in proportion, rounded up, and never more than were granted', () => {
  const amount = fc.integer({ min: 1, max: 99_999_999 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), amount, amount, (credits, amountCents, cents) => {
      const price = { credits, amountCents };
      const taken = creditsFor(price, cents);
      expect(taken).toBeLessThanOrEqual(credits);
      // The smallest whole number that is not less than the share.
      if (taken < credits) expect(BigInt(taken) * BigInt(amountCents)).toBeGreaterThanOrEqual(BigInt(credits * cents));
      expect(BigInt(taken - 1) * BigInt(amountCents)).toBeLessThan(BigInt(credits) * BigInt(cents));
      expect(creditsFor(price, amountCents)).toBe(credits);
      expect(creditsFor(price, 0)).toBe(0);
    }),
  );
});

type News =
  | { about: 'grant' }
  | { about: number; kind: ReversalKind; amountCents: number; state: 'active' | 'undone'; version: number };

const isGone = (movements: number): boolean => movements % 2 === 1;

/** What can happen to a payment, and the order in which it is told, some of it twice. */
const histories = fc
  .record({
    credits: fc.integer({ min: 1, max: 300 }),
    amountCents: fc.integer({ min: 1, max: 2_000 }),
    reversals: fc.array(
      fc.record({
        kind: fc.constantFrom<ReversalKind>('refund', 'reversal', 'dispute'),
        amountCents: fc.integer({ min: 1, max: 2_000 }),
        // Money goes, comes back, and may go again.
        movements: fc.integer({ min: 1, max: 4 }),
      }),
      { maxLength: 4 },
    ),
  })
  .chain((facts) => {
    const news: News[] = [
      { about: 'grant' },
      ...facts.reversals.flatMap(({ kind, amountCents, movements }, about) =>
        Array.from({ length: movements }, (_, index): News => {
          const version = index + 1;
          return { about, kind, amountCents, state: isGone(version) ? 'active' : 'undone', version };
        }),
      ),
    ];
    const told = fc.shuffledSubarray([...news, ...news], { minLength: news.length * 2 });
    return fc.record({ facts: fc.constant(facts), told });
  });

test('what is left depends on what happened, and not on the order in which it is told', async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(histories, async ({ facts: { credits, amountCents, reversals }, told }) => {
      runs += 1;
      const buyer = await shop.newBuyer();
      const checkoutId = `cs_${runs}`;
      const checkout = { provider: 'stripe', checkoutId, reference: `payment-${runs}` } as const;
      const { em, clock } = shop.request();
      const offer = { ...checkout, ...buyer, planId: 'small', amountCents, currency: 'EUR', credits };
      em.create(Payment, { ...offer, status: 'pending', createdAt: clock(), updatedAt: clock() });
      await em.flush();

      for (const news of told) {
        const services = shop.request();
        if (news.about === 'grant') {
          await recordPurchase(services, {
            ...checkout,
            amountCents,
            currency: 'EUR',
            chargeId: `pi_${runs}`,
            eventId: 'e',
          });
        } else {
          const { about, ...reversal } = news;
          const providerId = `re_${runs}_${about}`;
          const payment = await findPayment(services.em, checkout);
          await recordReversal(services, payment, { ...reversal, providerId, currency: 'EUR', eventId: 'e' });
        }
      }
      const gone = reversals.filter(({ movements }) => isGone(movements));
      const sumOf = (isDispute: boolean): number =>
        gone.reduce((sum, { kind, amountCents: cents }) => sum + ((kind === 'dispute') === isDispute ? cents : 0), 0);
      // What PayPal's disputes take it tells again as refunds and reversals.
      const returned = Math.max(sumOf(false), sumOf(true));
      expect(await shop.credits(buyer)).toBe(credits - creditsFor({ credits, amountCents }, returned));
      const ledger = await shop.ledger(buyer);
      expect(ledger.filter(({ type }) => type === 'purchase')).toHaveLength(1);
    }),
    { numRuns: 40 },
  );
});
