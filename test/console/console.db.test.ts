import { expect, test } from 'vitest';
import { startTestApp } from '../support/test-app.ts';

test('the page is at the door, and one click on it signs its owner in', async () => {
  const app = await startTestApp();
  const page = await fetch(app.url);
  expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  const { origin } = new URL(app.url);
  const signIn = await fetch(new URL('/console/sign-in', app.url), { method: 'POST', headers: { Origin: origin } });
  const { token }: { token: string } = await signIn.json();
  const me = await fetch(new URL('/me', app.url), { headers: { Authorization: `Bearer ${token}` } });
  expect(await me.json()).toMatchObject({ email: 'you@example.com', credits: 10 });
  // The API answers what is no page, as ever.
  expect((await fetch(new URL('/console/nothing', app.url))).status).toBe(404);
  await app.stop();
});

test('whoever wants no page has none, nor its sign-in', async () => {
  const app = await startTestApp({ CONSOLE: 'off' });
  for (const [path, method] of [
    ['/', 'GET'],
    ['/console/sign-in', 'POST'],
  ] as const) {
    const answer = await fetch(new URL(path, app.url), { method, headers: { Origin: new URL(app.url).origin } });
    expect([answer.status, await answer.json()]).toEqual([404, { detail: 'Not Found' }]);
  }
  await app.stop();
});
