import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Payment } from '../../src/domain/billing/payment.entity.ts';
import type { ProviderEvent } from '../../src/domain/billing/provider-event.ts';
import { LedgerTransfer } from '../../src/domain/credit/ledger-transfer.entity.ts';
import { WebhookEvent } from '../../src/domain/webhook/webhook-event.entity.ts';
import { findJobs } from '../support/jobs-at-rest.ts';
import type { Client } from '../support/client.ts';
import { type PaypalStandIn, startPaypal } from '../support/paypal-stand-in.ts';
import { seededRandom } from '../support/random.ts';
import { startStripe, type StripeStandIn } from '../support/stripe-stand-in.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { type CertificateHost, startCertificateHost } from '../support/webhooks/certificate-host.ts';
import { post } from '../support/webhooks/post.ts';
import {
  PAYPAL_WEBHOOK_ID,
  sendAsPaypal,
  sendAsStripe,
  type Sent,
  STRIPE_SECRET,
} from '../support/webhooks/senders.ts';

const PLAN = { id: 'flood', name: 'Flood', credits: 7, price_cents: 500, currency: 'usd', description: 'Seven' };

let host: CertificateHost;
let stripe: StripeStandIn;
let paypal: PaypalStandIn;
let app: TestApp;
let buyers: Client[];
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
      PAYPAL_WEBHOOK_ID,
    },
    { paypalTrust: host.trust },
  );
  buyers = await Promise.all(Array.from({ length: 5 }, (_, n) => app.signIn(`buyer${n}@example.com`)));
});
afterAll(async () => {
  await app.stop();
  await Promise.all([host.close(), stripe.close(), paypal.close()]);
});

type Delivery = [path: string, sent: Sent];
const fromStripe = ({ payload }: ProviderEvent): Delivery => ['/webhooks/stripe', sendAsStripe(payload as object)];
const fromPaypal = ({ id, payload }: ProviderEvent): Delivery => [
  '/webhooks/paypal',
  sendAsPaypal(payload as object, { privateKey: host.paypal.privateKey, transmissionId: id }),
];
const deliver = async ([path, sent]: Delivery): Promise<void> =>
  expect(await post(app.url, path, sent)).toMatchObject({ status: 200, body: { received: true } });

const buyerOf = (n: number): Client => {
  const buyer = buyers[n % buyers.length];
  if (!buyer) throw new Error('There are no buyers');
  return buyer;
};
async function ask<Body>(n: number, path: string): Promise<Body> {
  const { status, body } = await buyerOf(n).post(path, { plan_id: PLAN.id });
  expect(status).toBe(200);
  return body as Body;
}

/** Two events for every checkout, as for a payment that takes days. */
const paidTwice = (completed: ProviderEvent): ProviderEvent[] => {
  const id = `${completed.id}_async`;
  const type = 'checkout.session.async_payment_succeeded';
  return [completed, { id, type, payload: { ...(completed.payload as object), id, type } }];
};

test('fifty events of Stripe and fifty of PayPal, twenty times each, shuffled and at once: each payment is granted once', async () => {
  const deliveries: Delivery[] = [];
  // Every fifth buyer is so fast that the events come before the checkout call has returned.
  let sessions = 0;
  stripe.beforeAnswering(async ({ id }) => {
    sessions += 1;
    const events = paidTwice(stripe.pay(id)).map(fromStripe);
    if (sessions % 5 === 0) await Promise.all(events.map(deliver));
    deliveries.push(...events);
  });
  for (let n = 0; n < 25; n += 1) await ask(n, '/billing/stripe/checkout');
  for (let n = 0; n < 50; n += 1) {
    const { order_id: orderId } = await ask<{ order_id: string }>(n, '/billing/paypal/orders');
    deliveries.push(fromPaypal(paypal.approve(orderId)));
  }
  expect(deliveries).toHaveLength(100);

  const shuffled = seededRandom(11).shuffled(Array.from({ length: 20 }, () => deliveries).flat());
  for (let next = 0; next < shuffled.length; next += 100) {
    await Promise.all(shuffled.slice(next, next + 100).map(deliver));
  }
  const em = () => app.database.orm.em.fork();
  await vi.waitFor(async () => expect(await findJobs(app.database, 'apply-webhook')).toEqual([]), {
    timeout: 120_000,
    interval: 50,
  });

  expect(await em().count(WebhookEvent, { provider: 'stripe' })).toBe(50);
  expect(await em().count(WebhookEvent, { provider: 'paypal' })).toBe(50);
  expect(await em().find(WebhookEvent, { status: { $ne: 'applied' } })).toEqual([]);
  expect(await em().count(Payment, { status: 'completed' })).toBe(75);
  expect(await em().count(LedgerTransfer, { type: 'purchase', credits: 7 })).toBe(75);
  expect(await em().count(LedgerTransfer, { type: 'purchase' })).toBe(75);
  // 5 of the 25 sessions and 10 of the 50 orders are each buyer's.
  for (const buyer of buyers) {
    expect((await buyer.get('/billing/balance')).body).toEqual({ credits: 10 + 15 * 7, reserved: 0 });
  }
}, 240_000);
