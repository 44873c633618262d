import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { createPaypalClient } from '../../src/payments/paypal-client.ts';
import { type Answered, type Asked, startJsonServer } from '../support/json-server.ts';
import { type PaypalStandIn, startPaypal } from '../support/paypal-stand-in.ts';

const checkout = {
  reference: 'ours',
  description: 'A pack',
  amount: { value: '9.97', currency: 'EUR' },
  returnUrl: 'http://localhost',
  cancelUrl: 'http://localhost',
};
const failureOf = (call: Promise<unknown>): Promise<string> => call.then(String, String);

describe('an account at PayPal', () => {
  let paypal: PaypalStandIn;
  beforeEach(async () => {
    paypal = await startPaypal();
  });
  afterEach(() => paypal.close());

  test('is asked for one order however often the same payment asks', async () => {
    const client = createPaypalClient({ ...paypal.app, apiBase: paypal.url }, systemClock);
    const [first, second] = [await client.createOrder(checkout), await client.createOrder(checkout)];
    expect(second).toEqual(first);
    expect(await client.findOrder(first.checkoutId)).toMatchObject({ reference: 'ours', amount: checkout.amount });
  });

  test('gives a token to many who ask at once, and a new one shortly before it ends', async () => {
    let now = 0;
    const client = createPaypalClient({ ...paypal.app, apiBase: paypal.url }, () => new Date(now));
    await Promise.all(Array.from({ length: 5 }, () => client.findOrder('NONE')));
    const tokens = () => paypal.asked.filter(({ path }) => path === '/v1/oauth2/token').length;
    expect(tokens()).toBe(1);
    now = (32_400 - 61) * 1_000;
    await client.findOrder('NONE');
    expect(tokens()).toBe(1);
    now += 1_000;
    await client.findOrder('NONE');
    expect(tokens()).toBe(2);
  });

  test('that does not know us says so, without our secret', async () => {
    const wrong = { clientId: 'stand-in', clientSecret: 'canary' };
    const client = createPaypalClient({ ...wrong, apiBase: paypal.url }, systemClock);
    const failure = await failureOf(client.findOrder('X'));
    expect(failure).toBe('Error: PayPal gave no access token: 401');
  });
});

test('who does not answer is not waited for longer than ten seconds', async () => {
  const deadline = new AbortController();
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(deadline.signal);
  const silent = await startJsonServer(() => {
    deadline.abort(new Error('The ten seconds are over'));
    return new Promise(() => undefined);
  });
  const client = createPaypalClient({ clientId: 'app', clientSecret: 'canary', apiBase: silent.url }, systemClock);
  expect(await failureOf(client.findOrder('X'))).toBe('Error: The ten seconds are over');
  expect(timeout).toHaveBeenCalledExactlyOnceWith(10_000);
  timeout.mockRestore();
  await silent.close();
});

describe('what is no answer of PayPal', () => {
  const asking = async (answer: (asked: Asked) => Answered): Promise<string> => {
    const token = { json: { access_token: 'canary', expires_in: 3_600 } };
    const server = await startJsonServer((asked) => (asked.path === '/v1/oauth2/token' ? token : answer(asked)));
    const settings = { clientId: 'app', clientSecret: 'canary', apiBase: server.url };
    const failure = await failureOf(createPaypalClient(settings, systemClock).findOrder('X'));
    await server.close();
    return failure;
  };

  test.each([
    ['an outage', { status: 503, json: {} }, /^Error: PayPal did not do as asked: 503$/],
    ['another shape', { json: { id: 'X' } }, /^Error: PayPal's answer cannot be read: .*status.*purchase_units/],
    ['a token that is never taken', { status: 401, json: {} }, /^Error: PayPal did not do as asked: 401$/],
  ])('is a failure: %s', async (_, answer, failure) => {
    const said = await asking(() => answer);
    expect(said).toMatch(failure);
    expect(said).not.toContain('canary');
  });
});
