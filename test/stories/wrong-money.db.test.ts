import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { Payment } from '../../src/domain/billing/payment.entity.ts';
import type { ProviderEvent } from '../../src/domain/billing/provider-event.ts';
import { WebhookEvent } from '../../src/domain/webhook/webhook-event.entity.ts';
import type { Client } from '../support/client.ts';
import { type PaypalStandIn, startPaypal } from '../support/paypal-stand-in.ts';
import { startStripe, type StripeStandIn } from '../support/stripe-stand-in.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { type CertificateHost, startCertificateHost } from '../support/webhooks/certificate-host.ts';
import { post } from '../support/webhooks/post.ts';
import { PAYPAL_WEBHOOK_ID, sendAsPaypal, sendAsStripe, STRIPE_SECRET } from '../support/webhooks/senders.ts';

const PLAN = { id: 'small', name: 'Small', credits: 7, price_cents: 500, currency: 'EUR', description: 'Seven' };

let host: CertificateHost;
let stripe: StripeStandIn;
let paypal: PaypalStandIn;
let app: TestApp;
let buyer: Client;
let buyers = 0;
beforeAll(async () => {
  [host, stripe, paypal] = await Promise.all([startCertificateHost(), startStripe(), startPaypal()]);
  app = await startTestApp(
    {
      PLANS: JSON.stringify([PLAN]),
      STRIPE_SECRET_KEY: stripe.secretKey,
      STRIPE_API_BASE: stripe.url,
      STRIPE_WEBHOOK_SECRET: STRIPE_SECRET,
      PAYPAL_CLIENT_ID: paypal.app.clientId,
      PAYPAL_CLIENT_SECRET: paypal.app.clientSecret,
      PAYPAL_API_BASE: paypal.url,
      PAYPAL_MERCHANT_ID: 'MERCHANT1',
      PAYPAL_WEBHOOK_ID,
    },
    { paypalTrust: host.trust },
  );
});
afterAll(async () => {
  await app.stop();
  await Promise.all([host.close(), stripe.close(), paypal.close()]);
});
beforeEach(async () => {
  buyers += 1;
  buyer = await app.signIn(`buyer${buyers}@example.com`);
});

const em = () => app.database.orm.em.fork();

/** Delivers an event with its provider's genuine signature, and answers with what was kept of it once it was applied. */
async function deliver(provider: 'stripe' | 'paypal', { id, payload }: ProviderEvent): Promise<WebhookEvent> {
  const body = payload as object;
  const sent =
    provider === 'stripe'
      ? sendAsStripe(body)
      : sendAsPaypal(body, { privateKey: host.paypal.privateKey, transmissionId: id });
  expect(await post(app.url, `/webhooks/${provider}`, sent)).toMatchObject({ status: 200, body: { received: true } });
  return vi.waitFor(
    async () => {
      const event = await em().findOneOrFail(WebhookEvent, { eventId: id });
      expect(event.status).not.toBe('received');
      return event;
    },
    { timeout: 30_000, interval: 20 },
  );
}

async function nothingIsGranted(): Promise<void> {
  expect((await buyer.get('/billing/balance')).body).toEqual({ credits: 10, reserved: 0 });
  expect((await buyer.get('/billing/transactions')).body).toMatchObject([{ type: 'signup' }]);
}
const checkOut = async (): Promise<string> =>
  ((await buyer.post('/billing/stripe/checkout', { plan_id: 'small' })).body as { session_id: string }).session_id;
const order = async (): Promise<string> =>
  ((await buyer.post('/billing/paypal/orders', { plan_id: 'small' })).body as { order_id: string }).order_id;
/** As if the plan had been taken out of the configuration since. */
const withdrawPlan = (checkoutId: string) => em().nativeUpdate(Payment, { checkoutId }, { planId: 'gone' });

describe('a genuine event of Stripe over wrong money grants nothing and is kept as failed', () => {
  const money = { id: 'cs_foreign', metadata: {}, currency: 'eur', amount_total: 500 };

  test.each<[string, RegExp, (session: string) => ProviderEvent | Promise<ProviderEvent>]>([
    ['in another currency', /is in EUR, not in USD$/, (session) => stripe.pay(session, { currency: 'usd' })],
    ['of one cent less', /is of 500 cents, not of 499$/, (session) => stripe.pay(session, { amount_total: 499 })],
    [
      "for another account's session",
      /^Stripe has no session cs_foreign for this account$/,
      () => stripe.event('checkout.session.completed', money),
    ],
    [
      'to another payee',
      /^The event is of another account: acct_other$/,
      (session) => {
        const paid = stripe.pay(session);
        return { ...paid, payload: { ...(paid.payload as object), account: 'acct_other' } };
      },
    ],
    [
      'for a plan that no longer exists',
      /^Plan gone of payment \d+ is no longer sold$/,
      async (session) => {
        await withdrawPlan(session);
        return stripe.pay(session);
      },
    ],
  ])('%s', async (_, reason, pay) => {
    const event = await deliver('stripe', await pay(await checkOut()));
    expect(event).toMatchObject({ status: 'failed', reason: expect.stringMatching(reason) });
    await nothingIsGranted();
  });
});

describe('a genuine event of PayPal over wrong money grants nothing and is kept as failed', () => {
  const captured = (orderId: string, changes: object): ProviderEvent => {
    paypal.approve(orderId, changes);
    paypal.capture(orderId);
    return paypal.tellCapture(orderId, 'PAYMENT.CAPTURE.COMPLETED');
  };
  const amount = (value: string, currency_code = 'EUR') => ({ amount: { value, currency_code } });

  test.each<[string, RegExp, (orderId: string) => ProviderEvent | Promise<ProviderEvent>]>([
    ['in another currency', /is in EUR, not in USD$/, (orderId) => captured(orderId, amount('5.00', 'USD'))],
    ['of one cent less', /is of 500 cents, not of 499$/, (orderId) => captured(orderId, amount('4.99'))],
    [
      "for another account's order",
      /^PayPal has no order of capture FOREIGN for this account$/,
      () => paypal.event('PAYMENT.CAPTURE.COMPLETED', { id: 'FOREIGN', ...amount('5.00') }),
    ],
    [
      'to another payee',
      /^The money went to another payee: THIEF$/,
      (orderId) => captured(orderId, { payee: { merchant_id: 'THIEF', email_address: 'thief@example.com' } }),
    ],
    [
      'for a plan that no longer exists',
      /^Plan gone of payment \d+ is no longer sold$/,
      async (orderId) => {
        await withdrawPlan(orderId);
        return captured(orderId, {});
      },
    ],
  ])('%s', async (_, reason, pay) => {
    const event = await deliver('paypal', await pay(await order()));
    expect(event).toMatchObject({ status: 'failed', reason: expect.stringMatching(reason) });
    await nothingIsGranted();
  });
});
