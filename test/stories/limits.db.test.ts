import { expect, test } from 'vitest';
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
