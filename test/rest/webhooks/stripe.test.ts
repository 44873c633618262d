import { describe, expect, test } from 'vitest';
import { createStripeVerifier } from '../../../rest/webhooks/stripe.ts';
import { deliver } from '../../support/webhooks/deliver.ts';
import { sendAsStripe, type Sent, STRIPE_SECRET } from '../../support/webhooks/senders.ts';

const OLD_SECRET = 'whsec_oldSecretOfStripe';
const NOW = Date.parse('2026-03-01T12:00:00Z');
const at = (seconds = 0): Date => new Date(NOW + seconds * 1000);
const verify = createStripeVerifier({ secrets: [STRIPE_SECRET, OLD_SECRET], clock: () => at() });

const EVENT = {
  id: 'evt_1',
  object: 'event',
  type: 'checkout.session.completed',
  data: { object: { id: 'cs_1', amount_total: 900, customer_details: { email: 'ada@example.com', name: 'Ada' } } },
};
const send = (options = {}): Sent => sendAsStripe(EVENT, { at: at(), ...options });

test('what is kept is the event without the person who paid', async () => {
  expect(await deliver(verify, send())).toEqual({
    eventId: 'evt_1',
    type: 'checkout.session.completed',
    subject: null,
    payload: { ...EVENT, data: { object: { id: 'cs_1', amount_total: 900 } } },
  });
});

describe('a delivery is taken', () => {
  test.each([-299, -300, 300, 299])('%i s away from now', async (seconds) => {
    expect(await deliver(verify, send({ at: at(seconds) }))).toMatchObject({ eventId: 'evt_1' });
  });

  test('with the old secret while it is rotated, and with a right signature among others', async () => {
    expect(await deliver(verify, send({ secret: OLD_SECRET }))).toMatchObject({ eventId: 'evt_1' });
    const [time, signature] = send().headers['stripe-signature']?.split(',') ?? [];
    const several = `${time},v1=${'0'.repeat(64)},${signature},v0=${'1'.repeat(64)}`;
    expect(await deliver(verify, { ...send(), headers: { 'stripe-signature': several } })).toMatchObject({
      eventId: 'evt_1',
    });
  });
});

describe('a delivery is refused', () => {
  test.each([-301, 301, -86_400, 86_400_000])('%i s away from now', async (seconds) => {
    expect(await deliver(verify, send({ at: at(seconds) }))).toBe(`It was sent ${-seconds} s ago`);
  });

  test('without its header, and with two of them', async () => {
    expect(await deliver(verify, { ...send(), headers: {} })).toBe('stripe-signature is missing');
    const header = send().headers['stripe-signature'];
    // What two headers of one name arrive as.
    const twice = { ...send(), headers: { 'stripe-signature': `${header}, ${header}` } };
    expect(await deliver(verify, twice)).toBe('stripe-signature is malformed, or there are several');
  });

  test.each<[string, () => Sent]>([
    ['the signature of another secret', () => send({ secret: 'whsec_ofSomebodyElse' })],
    ['a body written anew', () => ({ ...send(), body: JSON.stringify(EVENT, null, 2) })],
    [
      'a byte order mark before it, which Stripe’s library would overlook',
      () => ({ ...send(), body: `\ufeff${JSON.stringify(EVENT)}` }),
    ],
  ])('with %s', async (_, sent) => {
    expect(await deliver(verify, sent())).toBe('No secret fits the signature');
  });

  test.each([
    [
      'a thin event',
      JSON.stringify({ id: 'evt_1', object: 'v2.core.event', type: 'v1.billing.meter.no_meter_found' }),
      'It is a thin event: have the endpoint at Stripe send snapshot events',
    ],
    ['no JSON', 'no json', 'The body is no JSON'],
    ['JSON after a byte order mark', '\ufeff{}', 'The body is no JSON'],
    ['no event', '{}', 'The body is no event of Stripe'],
    ['nothing', 'null', 'The body is no event of Stripe'],
  ])('where what is signed is %s', async (_, body, reason) => {
    expect(await deliver(verify, sendAsStripe(body, { at: at() }))).toBe(reason);
  });
});
