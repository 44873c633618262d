import { expect, test } from 'vitest';
import { startJsonServer } from '../support/json-server.ts';
import { startTestApp } from '../support/test-app.ts';

test('whoever asks for what takes for ever is told so, at both doors, and the next is served', async () => {
  const silentStripe = await startJsonServer(() => new Promise(() => undefined));
  const app = await startTestApp({
    REQUEST_ANSWER_MS: '300',
    STRIPE_SECRET_KEY: 'sk_test_nobody',
    STRIPE_API_BASE: silentStripe.url,
  });
  const ada = await app.signIn('ada@example.com');
  const message = 'There was no answer within 0.3 s; it may be done all the same, so look before you ask again';
  const [{ id: plan } = { id: '' }] = (await ada.get('/billing/plans')).body as { id: string }[];

  expect(await ada.post('/billing/stripe/checkout', { plan_id: plan })).toMatchObject({
    status: 503,
    body: { detail: message },
  });
  const buy = `mutation { startStripeCheckout(input: { planId: "${plan}" }) { sessionId } }`;
  // Yoga answers the first, and the short cut what comes again.
  for (let n = 0; n < 3; n += 1) {
    const { data, errors } = await ada.graphql(buy);
    expect({ data, errors }).toMatchObject({ data: null, errors: [{ message, extensions: { code: 'INTERNAL' } }] });
  }
  expect(app.logged()).toContain('A mutation took longer than 300 ms');
  expect((await ada.get('/me')).status).toBe(200);
  await silentStripe.close();
  await app.stop();
});
