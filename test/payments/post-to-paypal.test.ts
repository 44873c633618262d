import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { createPaypalPost } from '../../src/payments/post-to-paypal.ts';
import { startJsonServer } from '../support/json-server.ts';

const bodies: string[] = [];
let status = 200;
let server: Awaited<ReturnType<typeof startJsonServer>>;
beforeAll(async () => {
  server = await startJsonServer(async ({ path, body }) => {
    if (path === '/v1/oauth2/token') {
      return { json: { access_token: 'token', token_type: 'Bearer', expires_in: 32_400 } };
    }
    bodies.push(body);
    return { status, json: { verification_status: 'SUCCESS' } };
  });
});
afterAll(() => server.close());

const post = (body: string): Promise<unknown> =>
  createPaypalPost({ clientId: 'id', clientSecret: 'secret', apiBase: server.url }, systemClock)('/v1/verify', body);

test('PayPal is sent the very text, not what it would be if it were written anew', async () => {
  const text = '{"a":1,  "a":2, "n":12345678901234567890.10}';
  expect(await post(text)).toEqual({ verification_status: 'SUCCESS' });
  expect(bodies).toEqual([text]);
});

test('where PayPal fails nothing is said to be proven or refused', async () => {
  status = 503;
  await expect(post('{}')).rejects.toThrow('PayPal could not answer: 503');
});
