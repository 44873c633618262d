import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../rest/routes.ts';
import { openHouse } from '../support/open-house.ts';
import { ADMIN_KEY, type TestApp } from '../support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openHouse();
});
afterAll(() => app.stop());

const call = async (method: string, path: string, headers: Record<string, string> = {}) => {
  const url = new URL(path.replaceAll(/\{\w+\}/g, '1'), app.url);
  // A body that no route could read: who may not call is refused before it is looked at.
  const body = method === 'GET' ? null : '{"broken":';
  const response = await fetch(url, { method, headers: { 'Content-Type': 'application/json', ...headers }, body });
  return { status: response.status, body: await response.json(), challenge: response.headers.get('www-authenticate') };
};

const NOT_AUTHENTICATED = { status: 401, body: { detail: 'Not authenticated' }, challenge: 'Bearer' };
const table = (auth: string) => routes.filter((route) => route.auth === auth).map(({ method, path }) => [method, path]);

describe.each(table('authenticated'))('%s %s', (method, path) => {
  test('refuses every caller without a valid token, all alike', async () => {
    const { token } = await app.signIn('ada@example.com');
    const [head, payload, signature] = (token ?? '').split('.');
    const other = Buffer.from(JSON.stringify({ sub: 'user_other', sid: 'sess', exp: 9_999_999_999 })).toString(
      'base64url',
    );
    for (const Authorization of [
      undefined,
      '',
      'Bearer',
      'Bearer ',
      `Basic ${token}`,
      `Bearer ${token}x`,
      `Bearer ${head}.${other}.${signature}`,
      `Bearer ${head}.${payload}.`,
      `Bearer ${token} ${token}`,
      'Bearer null',
    ]) {
      expect(await call(method, path, Authorization === undefined ? {} : { Authorization })).toEqual(NOT_AUTHENTICATED);
    }
    // The admin key opens no user's door.
    expect(await call(method, path, { 'X-Admin-Key': ADMIN_KEY })).toEqual(NOT_AUTHENTICATED);
  });

  test('lets a signed-in user through to the next check', async () => {
    const { token } = await app.signIn('ada@example.com');
    const { status } = await call(method, path, { Authorization: `bearer ${token}` });
    expect(status).not.toBe(401);
    expect(status).not.toBe(500);
  });
});

describe.each(table('admin'))('%s %s', (method, path) => {
  test('is opened by the admin key alone', async () => {
    const { token } = await app.signIn('ada@example.com');
    const refused = { status: 403, body: { detail: 'Invalid or missing admin key' }, challenge: null };
    for (const headers of [
      {},
      { 'X-Admin-Key': '' },
      { 'X-Admin-Key': `${ADMIN_KEY} x` },
      { Authorization: `Bearer ${token}` },
    ]) {
      expect(await call(method, path, headers)).toEqual(refused);
    }
    expect((await call(method, path, { 'X-Admin-Key': ADMIN_KEY })).status).toBe(422);
  });
});

test('what a caller sends to prove who they are never reaches the log', async () => {
  const { token } = await app.signIn('ada@example.com');
  await call('GET', '/me', { Authorization: `Bearer ${token}` });
  await call('GET', '/me', { Authorization: 'Bearer canary-token-4711' });
  await call('POST', '/admin/credits/adjust', { 'X-Admin-Key': 'canary-admin-key-4711' });
  await call('GET', '/files/?token=canary-query-4711');
  expect(app.logged()).toContain('"path":"/me"');
  for (const secret of ['canary', ADMIN_KEY, ...(token ?? '').split('.').slice(1)]) {
    expect(app.logged()).not.toContain(secret);
  }
});
