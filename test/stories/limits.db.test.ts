import { expect, test, vi } from 'vitest';
import { aSample } from '../support/a-statement.ts';
import { openEvents } from '../support/watch-file.ts';
import { startTestApp } from '../support/test-app.ts';

test('whoever calls too often is told when to come back, at both doors, and nobody else notices', async () => {
  let now = Date.now();
  const app = await startTestApp({ RATE_PROCESS: '3', RATE_CHECKOUT: '1' }, { clock: () => new Date(now) });
  const ada = await app.signIn('ada@example.com');
  const ben = await app.signIn('ben@example.com');
  for (let n = 0; n < 3; n += 1) expect((await ada.post('/files/1/process')).status).toBe(404);

  const refused = await ada.post('/files/1/process');
  expect(refused).toMatchObject({ status: 429, body: { detail: 'Too Many Requests' } });
  expect(refused.headers.get('retry-after')).toBe('20');
  const same = await ada.graphql('mutation { processFile(id: 1) { id } }');
  expect(same.errors).toMatchObject([
    { message: 'Too Many Requests', extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 20 } },
  ]);
  expect((await ben.post('/files/1/process')).status).toBe(404);
  expect((await ada.get('/files/')).status).toBe(200);

  now += 20_000;
  expect((await ada.post('/files/1/process')).status).toBe(404);
  expect((await ada.post('/files/1/process')).status).toBe(429);
  await app.stop();
});

test('calls in one document are counted one by one', async () => {
  const app = await startTestApp({ RATE_CHANGE: '2' });
  const ada = await app.signIn('ada@example.com');
  const { errors } = await ada.graphql(
    'mutation { a: deleteFile(id: 1) { id } b: deleteFile(id: 2) { id } c: deleteFile(id: 3) { id } }',
  );
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  await app.stop();
});

test('whoever has too many statements waiting, and whoever finds the queue full, keeps the credits and comes back later', async () => {
  const bounds = { QUEUE_LIMIT: '3', QUEUE_LIMIT_PER_USER: '2' };
  const app = await startTestApp({ ...bounds, ROLE: 'api' });
  const [ada, ben] = [await app.signIn('ada@example.com'), await app.signIn('ben@example.com')];
  const { pdf } = aSample('releve-de-compte');
  const process = async (client: typeof ada) => {
    const { id } = await client.upload(pdf);
    return { id, ...(await client.post(`/files/${id}/process`)) };
  };
  expect([(await process(ada)).status, (await process(ada)).status]).toEqual([200, 200]);
  const third = await process(ada);
  expect(third).toMatchObject({ status: 429, body: { detail: 'Too Many Requests' } });
  expect(third.headers.get('retry-after')).toBe('30');
  expect((await ada.get(`/files/${third.id}`)).body).toMatchObject({ status: 'pending', progress: 0 });
  expect((await ada.get('/billing/balance')).body).toEqual({ credits: 8, reserved: 2 });

  expect((await process(ben)).status).toBe(200);
  const full = await process(ben);
  const detail = 'Too many statements are waiting to be read; process this one again in a little while';
  expect(full).toMatchObject({ status: 503, body: { detail } });
  expect(full.headers.get('retry-after')).toBe('30');
  const same = await ben.graphql(`mutation { processFile(id: ${full.id}) { id } }`);
  expect(same.errors).toMatchObject([{ message: detail, extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 30 } }]);
  expect((await ben.get('/billing/balance')).body).toEqual({ credits: 9, reserved: 1 });

  // A place that is given up is free for the next.
  const [{ id: newest } = { id: 0 }] = (await ada.get('/files/?status=processing')).body as { id: number }[];
  expect((await ada.delete(`/files/${newest}`)).status).toBe(200);
  expect((await ben.post(`/files/${full.id}/process`)).status).toBe(200);
  await app.stop();
});

test('strangers are counted by their address at every door, and whoever is signed in there is not', async () => {
  let now = Date.now();
  const settings = { RATE_ANONYMOUS: '3', TRUSTED_PROXIES: '1', CLERK_WEBHOOK_SECRET: `whsec_${btoa('a secret')}` };
  const app = await startTestApp(settings, { clock: () => new Date(now) });
  const call = async (path: string, address: string, init: RequestInit = {}) => {
    const headers = { 'X-Forwarded-For': address, 'Content-Type': 'application/json', ...init.headers };
    const response = await fetch(`${app.url}${path}`, { ...init, headers });
    return { status: response.status, retryAfter: response.headers.get('retry-after'), body: await response.json() };
  };
  const plans = { method: 'POST', body: JSON.stringify({ query: '{ plans { id } }' }) };
  const made = { Authorization: 'Bearer made.up.token', 'X-Admin-Key': 'made up' };
  const crowd = '198.51.100.1';

  expect((await call('/billing/plans', crowd)).status).toBe(200);
  expect((await call('/files/', crowd, { headers: made })).status).toBe(401);
  expect((await call('/graphql', crowd, plans)).status).toBe(200);
  const refused = { status: 429, retryAfter: '20' };
  expect(await call('/billing/plans', crowd)).toEqual({ ...refused, body: { detail: 'Too Many Requests' } });
  const told = { message: 'Too Many Requests', extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 20 } };
  // The first time it is Yoga that would answer, and from the second time on the short cut.
  for (let n = 0; n < 3; n += 1) {
    expect(await call('/graphql', crowd, plans)).toEqual({ ...refused, body: { errors: [told] } });
  }
  // What a client writes in front of its address changes nothing.
  expect((await call('/billing/plans', `203.0.113.9, ${crowd}`)).status).toBe(429);
  expect((await call('/billing/plans', '198.51.100.2')).status).toBe(200);
  const ada = await app.signIn('ada@example.com');
  const signedIn = { headers: { Authorization: `Bearer ${ada.token}` } };
  expect((await call('/files/', crowd, signedIn)).status).toBe(200);
  expect((await call('/health', crowd)).status).toBe(200);

  // A delivery takes a turn where it is refused.
  const delivery = { method: 'POST', body: '{}' };
  for (let n = 0; n < 3; n += 1) expect((await call('/webhooks/clerk', '198.51.100.3', delivery)).status).toBe(400);
  expect((await call('/webhooks/clerk', '198.51.100.3', delivery)).status).toBe(429);
  now += 20_000;
  expect((await call('/webhooks/clerk', '198.51.100.3', delivery)).status).toBe(400);
  expect((await call('/billing/plans', crowd)).status).toBe(200);
  await app.stop();
});

test('whoever listens too often is refused and may stop to make room; nobody listens longer than signed in', async () => {
  let now = Date.now();
  const bounds = { STREAM_LIMIT: '3', STREAM_LIMIT_PER_USER: '2', ROLE: 'api' };
  const app = await startTestApp(bounds, { clock: () => new Date(now) });
  const [ada, ben] = [await app.signIn('ada@example.com'), await app.signIn('ben@example.com')];
  const { id } = await ada.upload(new Uint8Array([1]));
  const { id: bens } = await ben.upload(new Uint8Array([1]));
  const begin = async (client: typeof ada, fileId: number) => {
    const response = await openEvents(client, fileId);
    const events = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const first = await events?.read();
    return { response, events, first: first?.value };
  };
  const [one, two] = [await begin(ada, id), await begin(ada, id)];
  expect([one.response.status, two.response.status]).toEqual([200, 200]);

  const third = await openEvents(ada, id);
  expect(third.status).toBe(429);
  expect(third.headers.get('retry-after')).toBe('10');
  expect(await third.json()).toMatchObject({
    errors: [{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 10 } }],
  });
  const other = await begin(ben, bens);
  expect(other.response.status).toBe(200);
  expect((await openEvents(ben, bens)).status).toBe(429);

  await one.events?.cancel();
  const again = await vi.waitFor(async () => {
    const opened = await begin(ada, id);
    expect(opened.response.status).toBe(200);
    return opened;
  }, 10_000);

  // A week, as long as a local token is good.
  now += 7 * 24 * 3_600_000 + 10_000;
  for (const { events } of [two, again, other]) {
    let text = '';
    for (;;) {
      const { done, value } = (await events?.read()) ?? { done: true };
      if (done) break;
      text += value;
    }
    expect(text).toContain('"code":"UNAUTHENTICATED"');
    expect(text).toMatch(/event: complete\ndata:\n\n$/);
  }
  await app.stop();
});
