import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStripeClient } from '../../src/payments/stripe-client.ts';
import { startJsonServer } from '../support/json-server.ts';
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
  const [refund, ...others] = await client().listRefunds('pi_1');
  expect(refund).toMatchObject({ status: 'succeeded', amountCents: 100, currency: 'EUR', paymentIntentId: 'pi_1' });
  expect(others).toEqual([]);
  expect(await client().findRefund(refund?.id ?? '')).toEqual(refund);
});

test('a list of refunds is read to its last page', async () => {
  const { checkoutId } = await client().createCheckout(checkout);
  stripe.pay(checkoutId, { payment_intent: 'pi_1' });
  for (let cents = 1; cents <= 5; cents += 1) stripe.refund(checkoutId, cents);
  const before = stripe.asked.length;
  expect((await client().listRefunds('pi_1')).map(({ amountCents }) => amountCents)).toEqual([1, 2, 3, 4, 5]);
  // Two on a page.
  expect(stripe.asked.length - before).toBe(3);
});

test('a dispute tells how often its money has moved, and whether it is gone', async () => {
  const { checkoutId } = await client().createCheckout(checkout);
  stripe.pay(checkoutId, { payment_intent: 'pi_1' });
  const dispute = stripe.dispute(checkoutId, 500);
  const id = (dispute.tell('created').payload as { data: { object: { id: string } } }).data.object.id;
  const about = { id, amountCents: 500, currency: 'EUR', paymentIntentId: 'pi_1' };
  expect(await client().findDispute(id)).toEqual({
    ...about,
    status: 'needs_response',
    movements: 0,
    isWithdrawn: false,
  });
  dispute.withdraw();
  expect(await client().findDispute(id)).toMatchObject({ movements: 1, isWithdrawn: true });
  dispute.reinstate();
  expect(await client().findDispute(id)).toMatchObject({ movements: 2, isWithdrawn: false });
  dispute.withdraw();
  expect(await client().findDispute(id)).toMatchObject({ movements: 3, isWithdrawn: true });
});

test('who does not answer is not waited for, and asked once more', async () => {
  const calls: string[] = [];
  const silent = await startJsonServer(({ path }) => {
    calls.push(path);
    return new Promise(() => undefined);
  });
  const waiting = createStripeClient({ secretKey: 'sk_test_x', apiBase: silent.url, timeoutMs: 30 });
  await expect(waiting.findSession('cs_1')).rejects.toThrow(/^Stripe did not do as asked: StripeConnectionError/);
  expect(calls).toHaveLength(2);
  await silent.close();
});

test('what Stripe does not have is null', async () => {
  expect(await client().findSession('cs_missing')).toBeNull();
  expect(await client().findSessionOfPayment('pi_missing')).toBeNull();
  expect(await client().findRefund('re_missing')).toBeNull();
  expect(await client().findDispute('du_missing')).toBeNull();
  expect(await client().listRefunds('pi_missing')).toEqual([]);
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
