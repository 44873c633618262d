import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let ada: Client;
beforeAll(async () => {
  app = await startTestApp({ REQUEST_HEAD_MS: '300', REQUEST_BODY_MS: '300', STRIPE_WEBHOOK_SECRET: 'whsec_test' });
  ada = await app.signIn('ada@example.com');
});
afterAll(() => app.stop());

/** Sends one part after another, and answers with all that came back once the server has ended the connection. */
async function drip(parts: string[], pauseMs: number): Promise<string> {
  const { port, hostname } = new URL(app.url);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
  socket.on('error', () => undefined);
  const ended = new Promise((resolve) => socket.once('close', resolve));
  for (const part of parts) {
    if (socket.destroyed) break;
    socket.write(part);
    await pause(pauseMs);
  }
  await ended;
  return answer;
}

const head = (path: string): string =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${ada.token}\r\nContent-Type: application/json\r\n`;

test('a client that never ends the head of its request is cut off', async () => {
  expect(await drip(['GET /me HTTP/1.1\r\n'], 0)).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
});

test.each([
  { path: '/dashboards/', length: 'Content-Length: 1000', part: '{' },
  { path: '/graphql', length: 'Content-Length: 1000', part: '{' },
  { path: '/graphql', length: 'Transfer-Encoding: chunked', part: '1\r\n{\r\n' },
  { path: '/webhooks/stripe', length: 'Content-Length: 1000', part: '{' },
])('one that drips its body into $path, too ($length)', async ({ path, length, part }) => {
  const answer = await drip([`${head(path)}${length}\r\n\r\n`, ...Array.from({ length: 100 }, () => part)], 20);
  expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
  const line = app.logged().trimEnd().split('\n').at(-1) ?? '';
  expect(JSON.parse(line)).toMatchObject({ path, status: null, aborted: true, msg: 'request' });
  // Nobody is woken for it.
  expect(app.logged()).not.toMatch(/"level":(50|60)/);
  expect((await ada.get('/me')).status).toBe(200);
});

test('an upload may take its time', async () => {
  const asked = { filename: 'slow.pdf', mime_type: 'application/pdf' };
  const { body } = await ada.post('/files/upload-url', asked);
  const { upload_url: url } = body as { upload_url: string };
  const slow = new ReadableStream({
    async pull(controller) {
      for (let part = 0; part < 5; part += 1) {
        controller.enqueue(new TextEncoder().encode('a part of it\n'));
        await pause(150);
      }
      controller.close();
    },
  });
  const headers = { 'Content-Type': 'application/pdf' };
  const put = await fetch(url, { method: 'PUT', headers, body: slow, duplex: 'half' } as RequestInit);
  expect(put.status).toBe(200);
});
