import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Principal } from '../../src/auth/principal.ts';
import { createRestCaller } from '../support/rest-caller.ts';
import { openShop, type Shop } from '../support/shop.ts';

const nobody = {};
let shop: Shop;
let rest: ReturnType<typeof createRestCaller>;
let ada: { principal: Principal };

beforeAll(async () => {
  shop = await openShop();
  rest = createRestCaller(shop.database, shop.services);
});
afterAll(() => shop.close());
beforeEach(async () => {
  ada = { principal: await shop.newBuyer() };
  rest.log.length = 0;
});

const NOT_AUTHENTICATED = { status: 401, body: { detail: 'Not authenticated' } };

test('anybody may see what is sold', async () => {
  expect((await rest.call(nobody, 'GET /billing/plans')).body).toEqual([
    { id: 'small', name: 'Small', credits: 101, price_cents: 997, currency: 'EUR', description: 'A small pack' },
  ]);
});

test('nobody buys without having signed in', async () => {
  for (const line of [
    'POST /billing/stripe/checkout',
    'POST /billing/paypal/orders',
    'POST /billing/paypal/orders/X/capture',
    'GET /billing/payments',
  ] as const) {
    expect(await rest.call(nobody, line, line.startsWith('POST') ? {} : undefined)).toMatchObject(NOT_AUTHENTICATED);
  }
});

describe('through Stripe', () => {
  const checkOut = (body: object) => rest.call(ada, 'POST /billing/stripe/checkout', body);
  const asked = () => new URLSearchParams(shop.stripe.asked.at(-1)?.body);

  test('a plan is bought: checkout, payment, credits', async () => {
    const { status, body } = await checkOut({
      plan_id: 'small',
      success_url: 'https://app.example.com/bought?session={CHECKOUT_SESSION_ID}',
      cancel_url: 'http://localhost:3000/plans',
    });
    const { session_id: session, checkout_url: url } = body as { session_id: string; checkout_url: string };
    expect([status, url]).toEqual([200, `https://checkout.stripe.com/c/pay/${session}`]);
    expect(Object.fromEntries(asked())).toMatchObject({
      mode: 'payment',
      'line_items[0][quantity]': '1',
      'line_items[0][price_data][unit_amount]': '997',
      'line_items[0][price_data][currency]': 'eur',
      success_url: 'https://app.example.com/bought?session={CHECKOUT_SESSION_ID}',
      cancel_url: 'http://localhost:3000/plans',
    });
    await shop.tellStripe(shop.stripe.pay(session));

    const payments = (await rest.call(ada, 'GET /billing/payments')).body as { id: number }[];
    expect(payments).toEqual([
      {
        id: payments[0]?.id,
        provider: 'stripe',
        plan_id: 'small',
        amount_cents: 997,
        currency: 'EUR',
        credits: 101,
        status: 'completed',
        created_at: '2026-03-01T12:00:00.000Z',
      },
    ]);
    expect((await rest.call(ada, 'GET /billing/balance')).body).toEqual({ credits: 101, reserved: 0 });
    expect((await rest.call(ada, 'GET /billing/transactions')).body).toMatchObject([
      { type: 'purchase', credits: 101, balance_after: 101, reference: `payment:${payments[0]?.id}` },
    ]);
    expect((await rest.call({ principal: await shop.newBuyer() }, 'GET /billing/payments')).body).toEqual([]);
  });

  test('buyers return to the web app where they do not say otherwise', async () => {
    await checkOut({ plan_id: 'small', success_url: null });
    expect([asked().get('success_url'), asked().get('cancel_url')]).toEqual(
      Array.from({ length: 2 }, () => 'http://localhost:4000'),
    );
  });

  test('every checkout is made once at Stripe, by a key of its own', async () => {
    await checkOut({ plan_id: 'small' });
    await checkOut({ plan_id: 'small' });
    const [first, second] = shop.stripe.asked.slice(-2).map(({ headers }) => headers);
    expect(first?.['idempotency-key']).toMatch(/^reference-\d+$/);
    expect(second?.['idempotency-key']).not.toBe(first?.['idempotency-key']);
    expect(first?.['stripe-version']).toBe('2026-10-28.endive');
  });

  test('what is not sold is not found', async () => {
    expect(await checkOut({ plan_id: 'huge' })).toMatchObject({ status: 404, body: { detail: 'Plan not found' } });
    expect((await rest.call(ada, 'GET /billing/payments')).body).toEqual([]);
  });

  test.each(['javascript:alert(1)', '/bought', 'ftp://example.com', 'https://', ''])(
    'nobody is sent to %j',
    async (url) => {
      for (const name of ['success_url', 'cancel_url']) {
        expect(await checkOut({ plan_id: 'small', [name]: url })).toMatchObject({
          status: 422,
          body: { detail: [{ loc: ['body', name], input: url }] },
        });
      }
    },
  );

  test('a plan must be named', async () => {
    expect(await checkOut({})).toMatchObject({
      status: 422,
      body: { detail: [{ type: 'missing', loc: ['body', 'plan_id'], msg: 'Field required' }] },
    });
    expect(await checkOut({ plan_id: 7 })).toMatchObject({ status: 422, body: { detail: [{ type: 'string_type' }] } });
  });

  test('where Stripe is down, it is said so, and the log knows more; the secret nobody', async () => {
    shop.stripe.breakDown(2);
    expect(await checkOut({ plan_id: 'small' })).toMatchObject({
      status: 503,
      body: { detail: 'Stripe cannot be reached; try again later' },
    });
    expect((await rest.call(ada, 'GET /billing/payments')).body).toMatchObject([{ status: 'failed' }]);
    const [logged] = rest.log as Error[];
    expect(String(logged?.cause)).toMatch(/Stripe did not do as asked: .*500/);
    expect(JSON.stringify(logged?.cause) + String(logged?.cause)).not.toContain(shop.stripe.secretKey);
  });
});

describe('through PayPal', () => {
  const order = async (): Promise<string> => {
    const { status, body } = await rest.call(ada, 'POST /billing/paypal/orders', { plan_id: 'small' });
    const { order_id: id, approve_url: url } = body as { order_id: string; approve_url: string };
    expect([status, url]).toEqual([200, `https://www.sandbox.paypal.com/checkoutnow?token=${id}`]);
    return id;
  };
  const capture = (id: string, who = ada) => rest.call(who, `POST /billing/paypal/orders/${id}/capture`);

  test('a plan is bought: order, approval, capture, credits; again, it answers as the first time', async () => {
    const id = await order();
    const [call] = shop.paypal.asked.slice(-1);
    expect(JSON.parse(call?.body ?? '')).toMatchObject({
      intent: 'CAPTURE',
      purchase_units: [
        { custom_id: call?.headers['paypal-request-id'], amount: { value: '9.97', currency_code: 'EUR' } },
      ],
    });
    expect(await capture(id)).toMatchObject({
      status: 409,
      body: { detail: 'The order is not approved yet; approve it at PayPal first' },
    });
    shop.paypal.approve(id);
    const captured = { status: 200, body: { order_id: id, status: 'completed', credits: 101 } };
    expect(await capture(id)).toMatchObject(captured);
    expect(await capture(id)).toMatchObject(captured);
    expect((await rest.call(ada, 'GET /billing/balance')).body).toEqual({ credits: 101, reserved: 0 });
  });

  test("somebody else's order answers as a missing one", async () => {
    const id = await order();
    shop.paypal.approve(id);
    const stranger = { principal: await shop.newBuyer() };
    const missing = { status: 404, body: { detail: 'Order not found' } };
    expect(await capture(id, stranger)).toMatchObject(missing);
    expect(await capture('NONE')).toMatchObject(missing);
  });

  test('what is not sold is not found', async () => {
    expect(await rest.call(ada, 'POST /billing/paypal/orders', { plan_id: 'huge' })).toMatchObject({
      status: 404,
      body: { detail: 'Plan not found' },
    });
  });
});

test('a provider that is not configured says so', async () => {
  const closed = createRestCaller(shop.database, { ...shop.services, stripe: null, paypal: null });
  const unconfigured = (name: string) => ({ status: 503, body: { detail: `${name} is not configured` } });
  const post = (path: `/${string}`, body?: object) => closed.call(ada, `POST ${path}`, body);
  expect(await post('/billing/stripe/checkout', { plan_id: 'small' })).toMatchObject(unconfigured('Stripe'));
  expect(await post('/billing/paypal/orders', { plan_id: 'small' })).toMatchObject(unconfigured('PayPal'));
  expect(await post('/billing/paypal/orders/X/capture')).toMatchObject(unconfigured('PayPal'));
});
