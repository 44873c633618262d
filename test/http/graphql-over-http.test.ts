import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let client: Client;
beforeAll(async () => {
  app = await startTestApp();
  client = await app.signIn('ada@example.com');
});
afterAll(() => app.stop());

describe('the GraphQL over HTTP specification', () => {
  const audits = serverAudits({ url: () => new URL('/graphql', app.url).href });
  test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });
});

const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(new URL('/graphql', app.url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${client.token}`, ...headers },
    body,
  });

test('an operation answers the same the first, the second and the tenth time', async () => {
  const operation = JSON.stringify({
    query: 'query Me($n: Int) { me { email credits } files(first: $n) { totalCount } }',
  });
  const answers = [];
  for (let n = 0; n < 10; n += 1) answers.push(await (await post(operation)).text());
  expect(new Set(answers).size).toBe(1);
  expect(JSON.parse(answers[0] ?? '')).toEqual({
    data: { me: { email: 'ada@example.com', credits: 10 }, files: { totalCount: 0 } },
  });
});

test('errors are the same on the long way and on the short cut', async () => {
  const wrong = JSON.stringify({ query: 'query F($id: ID!) { file(id: $id) { id } }', variables: { id: '404' } });
  const answers = [];
  for (let n = 0; n < 4; n += 1) answers.push(JSON.parse(await (await post(wrong)).text()));
  for (const answer of answers) {
    expect(answer.errors).toMatchObject([
      { message: 'File not found', path: ['file'], extensions: { code: 'NOT_FOUND' } },
    ]);
  }
  const missing = JSON.stringify({ query: 'query F($id: ID!) { file(id: $id) { id } }' });
  for (let n = 0; n < 4; n += 1) {
    expect(JSON.parse(await (await post(missing)).text()).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  }
});

test('a mutation by GET is refused', async () => {
  const url = new URL('/graphql', app.url);
  url.searchParams.set('query', 'mutation { deleteFile(id: 1) { id } }');
  expect((await fetch(url, { headers: { Authorization: `Bearer ${client.token}` } })).status).toBe(405);
});

test('batches and multipart bodies are refused', async () => {
  expect((await post(JSON.stringify([{ query: '{ me { id } }' }, { query: '{ me { id } }' }]))).status).toBe(400);
  const form = new FormData();
  form.set('operations', JSON.stringify({ query: '{ me { id } }' }));
  const answer = await fetch(new URL('/graphql', app.url), { method: 'POST', body: form });
  expect(answer.status).toBeGreaterThanOrEqual(400);
});

test('whoever asks in a form that is not spoken here is told which one is', async () => {
  const csv = await fetch(new URL('/graphql?query={me{id}}', app.url), { headers: { Accept: 'text/csv' } });
  expect([csv.status, await csv.json()]).toMatchObject([406, { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] }]);
  const plain = await post('{ me { id } }', { 'Content-Type': 'text/plain' });
  expect([plain.status, await plain.json()]).toMatchObject([
    415,
    { errors: [{ message: expect.stringContaining('application/json') }] },
  ]);
});

test('the form with a slash leads to the one without', async () => {
  const answer = await fetch(new URL('/graphql/?query={me{email}}', app.url), {
    headers: { Authorization: `Bearer ${client.token}` },
  });
  expect(await answer.json()).toEqual({ data: { me: { email: 'ada@example.com' } } });
});

test('a refused subscription is a stream that says why and ends', async () => {
  const answer = await post(JSON.stringify({ query: 'subscription { fileProgress(id: 1) { id } }' }), {
    Authorization: '',
    Accept: 'text/event-stream',
  });
  expect(answer.status).toBe(200);
  const events = await answer.text();
  expect(events).toContain('"code":"UNAUTHENTICATED"');
  expect(events).toContain('event: complete');
});

test('a body beyond the limit is refused', async () => {
  expect((await post(JSON.stringify({ query: `{ me { id } } # ${'x'.repeat(1024 * 1024)}` }))).status).toBe(413);
});

test('nobody signed in is UNAUTHENTICATED, a wrong admin key FORBIDDEN', async () => {
  const anonymous = await post(JSON.stringify({ query: '{ me { id } }' }), { Authorization: '' });
  expect(await anonymous.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  const adjust = 'mutation { adjustCredits(input: { userId: 1, credits: 1, reason: "x" }) { credits } }';
  const wrongKey = await post(JSON.stringify({ query: adjust }), { 'X-Admin-Key': 'wrong' });
  expect(await wrongKey.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
});

describe('in production', () => {
  let production: TestApp;
  beforeAll(async () => {
    const { localIssuer } = await localKey();
    production = await startTestApp({ NODE_ENV: 'production', HOST: '127.0.0.1', CLERK_JWT_KEY: localIssuer });
  });
  afterAll(() => production.stop());

  test.each(['GET', 'POST'])('%s: there is no playground and no introspection', async (method) => {
    const page = await fetch(new URL('/graphql', production.url), { headers: { Accept: 'text/html' } });
    expect(await page.text()).not.toContain('<html');
    const query = '{ __schema { types { name } } }';
    const url = new URL('/graphql', production.url);
    if (method === 'GET') url.searchParams.set('query', query);
    for (let n = 0; n < 3; n += 1) {
      const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
      const answer = await fetch(
        url,
        method === 'GET' ? { headers } : { method: 'POST', headers, body: JSON.stringify({ query }) },
      );
      expect(await answer.json()).toMatchObject({
        errors: expect.arrayContaining([
          expect.objectContaining({
            message: expect.stringContaining('introspection'),
            extensions: { code: 'BAD_USER_INPUT' },
          }),
        ]),
      });
    }
  });
});

/** Any RSA public key does: in production the tokens come from Clerk. */
async function localKey(): Promise<{ localIssuer: string }> {
  const { generateKeyPairSync } = await import('node:crypto');
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { localIssuer: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}
