import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStripeClient } from '../../src/payments/stripe-client.ts';
import { startStripe, type StripeStandIn } from '../support/stripe-stand-in.ts';

const checkout = {
  reference: 'ours',
  description: 'A pack',
  amountCents: 997,
  currency: 'EUR',
  successUrl: 'http://localhost/bought',
  cancelUrl: 'http://localhost/plans',
};

let stripe: StripeStandIn;
beforeEach(async () => {
  stripe = await startStripe();
});
afterEach(() => stripe.close());
const client = (secretKey = stripe.secretKey) => createStripeClient({ secretKey, apiBase: stripe.url });

test('one payment has one session, however often it is asked for', async () => {
  const [first, second] = [await client().createCheckout(checkout), await client().createCheckout(checkout)];
  expect(second).toEqual(first);
  expect(await client().findSession(first.checkoutId)).toEqual({
    id: first.checkoutId,
    reference: 'ours',
    isPaid: false,
    amountCents: 997,
    currency: 'EUR',
    paymentIntentId: null,
  });
});

test('a session is found by its payment, and so are the refunds', async () => {
  const { checkoutId } = await client().createCheckout(checkout);
  stripe.pay(checkoutId, { payment_intent: 'pi_1' });
  stripe.refund(checkoutId, 100);
  expect(await client().findSessionOfPayment('pi_1')).toMatchObject({ id: checkoutId, isPaid: true });
  expect(await client().listRefunds('pi_1')).toMatchObject([
    { status: 'succeeded', amountCents: 100, currency: 'EUR' },
  ]);
});

test('what Stripe does not have is null', async () => {
  expect(await client().findSession('cs_missing')).toBeNull();
  expect(await client().findSessionOfPayment('pi_missing')).toBeNull();
});

test('an outage is bridged by one more try; a longer one is a failure', async () => {
  stripe.breakDown(1);
  expect(await client().findSession('cs_missing')).toBeNull();
  stripe.breakDown(2);
  await expect(client().findSession('cs_missing')).rejects.toThrow(/^Stripe did not do as asked: .*500/);
});

test('a key that is not taken is a failure that does not tell the key', async () => {
  const failure = await client('sk_test_canary')
    .findSession('cs_1')
    .catch((error: unknown) => error);
  expect(String(failure)).toMatch(/^Error: Stripe did not do as asked: .*401/);
  expect(JSON.stringify(failure) + String((failure as Error).stack)).not.toContain('canary');
});
