import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Principal } from '../../../src/auth/principal.ts';
import { createPaypalOrder } from '../../../src/domain/billing/create-paypal-order.ts';
import type { ProviderEvent } from '../../../src/domain/billing/provider-event.ts';
import { creditsFor } from '../../../src/domain/billing/rules.ts';
import { startStripeCheckout } from '../../../src/domain/billing/start-stripe-checkout.ts';
import { LedgerAccount } from '../../../src/domain/credit/ledger-account.entity.ts';
import { seededRandom } from '../../support/random.ts';
import { openShop, type Shop, SMALL } from '../../support/shop.ts';

const PURCHASES = 50;
const DELIVERIES = 20;
const AT_ONCE = 8;

let shop: Shop;
let buyers: Principal[];
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** What became of the n-th purchase: a third is refunded in two parts, a third by half, a third is kept. */
const refundsOf = (purchase: number): number[] => [[600, 397], [499], []][purchase % 3] ?? [];
const kept = (purchase: number): number =>
  SMALL.credits - creditsFor({ credits: SMALL.credits, amountCents: SMALL.priceCents }, sum(refundsOf(purchase)));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const decimal = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

/** All events, each as often as it is delivered, in no order, several at a time. */
async function deliver(events: readonly ProviderEvent[], tell: (event: ProviderEvent) => Promise<void>): Promise<void> {
  const each = events.flatMap((event) => Array.from({ length: DELIVERIES }, () => event));
  const waiting = seededRandom(7).shuffled(each);
  const deliverNext = async (): Promise<void> => {
    for (let event = waiting.pop(); event; event = waiting.pop()) await tell(event);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, deliverNext));
}

/** What became of each purchase in the ledger. */
const effects = () =>
  Promise.all(
    buyers.map(async (buyer) => {
      const types = (await shop.ledger(buyer)).map(({ type }) => type);
      const count = (wanted: string): number => types.filter((type) => type === wanted).length;
      return { purchases: count('purchase'), refunds: count('refund'), credits: await shop.credits(buyer) };
    }),
  );
const eachOnce = () =>
  buyers.map((_, purchase) => ({ purchases: 1, refunds: refundsOf(purchase).length, credits: kept(purchase) }));
const sumOfAccounts = async (): Promise<number> =>
  sum((await shop.database.orm.em.fork().find(LedgerAccount, {})).map(({ balance }) => balance));

/** Every fifth event is told before the checkout call has returned. */
const early = (purchase: number): boolean => purchase % 5 === 0;

test('fifty purchases through Stripe, each event twenty times, shuffled and at once: each effect once', async () => {
  buyers = await Promise.all(Array.from({ length: PURCHASES }, () => shop.newBuyer()));
  const events: ProviderEvent[] = [];
  for (const [purchase, buyer] of buyers.entries()) {
    const before: Promise<void>[] = [];
    shop.stripe.beforeAnswering(async ({ id }) => {
      const paid = shop.stripe.pay(id);
      events.push(paid, { ...paid, id: `${paid.id}_async`, type: 'checkout.session.async_payment_succeeded' });
      if (early(purchase)) before.push(shop.tellStripe(paid));
    });
    const request = { planId: SMALL.id, successUrl: null, cancelUrl: null };
    const { checkoutId } = await startStripeCheckout(shop.request(), buyer, request);
    await Promise.all(before);
    for (const cents of refundsOf(purchase)) {
      const { created, charge } = shop.stripe.refund(checkoutId, cents);
      events.push(created, charge);
    }
  }
  await deliver(events, (event) => shop.tellStripe(event));
  expect(await effects()).toEqual(eachOnce());
  expect(await sumOfAccounts()).toBe(0);
}, 240_000);

test('and as many through PayPal', async () => {
  buyers = await Promise.all(Array.from({ length: PURCHASES }, () => shop.newBuyer()));
  const events: ProviderEvent[] = [];
  for (const [purchase, buyer] of buyers.entries()) {
    const before: Promise<void>[] = [];
    shop.paypal.beforeAnswering(async ({ id }) => {
      const approved = shop.paypal.approve(id);
      events.push(approved);
      if (early(purchase)) before.push(shop.tellPaypal(approved));
    });
    const { checkoutId } = await createPaypalOrder(shop.request(), buyer, SMALL.id);
    await Promise.all(before);
    await shop.services.paypal?.captureOrder(checkoutId, 'the first to capture');
    events.push(shop.paypal.tellCapture(checkoutId, 'PAYMENT.CAPTURE.COMPLETED'));
    for (const cents of refundsOf(purchase)) events.push(shop.paypal.refund(checkoutId, decimal(cents)));
  }
  await deliver(events, (event) => shop.tellPaypal(event));
  expect(await effects()).toEqual(eachOnce());
  expect(await sumOfAccounts()).toBe(0);
}, 240_000);
