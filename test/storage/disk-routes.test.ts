import { once } from 'node:events';
import { request } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startDiskServer } from '../support/disk-server.ts';
import type { DiskServer } from '../support/disk-server.ts';

const now = new Date('2026-03-01T12:00:00Z');
const inAMinute = new Date(now.getTime() + 60_000);
const contentType = 'application/pdf';
const key = 'uploads/user_id=1/file_id=2/a.pdf';
const maxUploadBytes = 1_000_000;
const type = { 'Content-Type': contentType };

let server: DiskServer;
let time: Date;
beforeEach(async () => {
  time = now;
  server = await startDiskServer({ clock: () => time, maxUploadBytes });
});
afterEach(() => server.close());

const putUrl = (sizeBytes: number | null = null) =>
  server.storage.presignPut(key, { contentType, sizeBytes, expiresAt: inAMinute });
const getUrl = (filename = 'statement.pdf') =>
  server.storage.presignGet(key, { contentType, filename, expiresAt: inAMinute });
const put = (url: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = type) =>
  fetch(url, { method: 'PUT', body, headers });
const stored = async () => {
  const object = await server.storage.open(key);
  return object && text(object.body);
};
/** A body whose length is not announced. */
const chunked = (url: string) => request(url, { method: 'PUT', headers: { ...type, 'Transfer-Encoding': 'chunked' } });
const answerTo = async (sending: ClientRequest) => {
  const [answer] = (await once(sending, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, body: await text(answer) };
};

describe('an upload', () => {
  test('is kept and answered with the tag that a download will show', async () => {
    const response = await put(await putUrl(4), '%PDF');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect(await stored()).toBe('%PDF');
    const download = await fetch(await getUrl());
    expect(await download.text()).toBe('%PDF');
    expect(download.headers.get('ETag')).toBe(response.headers.get('ETag'));
  });

  test('replaces the one before under another tag', async () => {
    const first = await put(await putUrl(), 'first');
    const second = await put(await putUrl(), 'other');
    expect(await stored()).toBe('other');
    expect(second.headers.get('ETag')).not.toBe(first.headers.get('ETag'));
  });

  test('may come in chunks of unannounced length', async () => {
    const sending = chunked(await putUrl(6));
    sending.write('%PDF');
    sending.end('-1');
    expect(await answerTo(sending)).toEqual({ status: 200, body: '' });
    expect(await stored()).toBe('%PDF-1');
  });

  test.each([
    ['key', (url: string) => url.replace('file_id=2', 'file_id=3')],
    ['expiry', (url: string) => url.replace(/expires=\d+/, 'expires=9999999999')],
    ['type', (url: string) => url.replace('application%2Fpdf', 'text%2Fhtml')],
    ['size', (url: string) => url.replace('size=4', 'size=5')],
    ['size taken away', (url: string) => url.replace('&size=4', '')],
    ['signature', (url: string) => url.replace(/signature=./, 'signature=~')],
    ['signature taken away', (url: string) => url.replace(/&signature=.*/, '')],
    ['everything', (url: string) => url.replace(/\?.*/, '')],
    ['added parameter', (url: string) => `${url}&filename=x.html`],
    ['doubled parameter', (url: string) => `${url}&size=4`],
    ['dots in the path', (url: string) => url.replace('file_id=2', 'file_id=2%2F..%2F..')],
  ])('with a tampered %s is refused', async (_part, tamper) => {
    const response = await put(tamper(await putUrl(4)), '%PDF');
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ detail: 'Invalid signature' });
    expect(await stored()).toBeNull();
  });

  test('is refused after its time', async () => {
    const url = await putUrl();
    time = inAMinute;
    const response = await put(url, '%PDF');
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ detail: 'URL has expired' });
  });

  test.each(['GET', 'HEAD', 'POST', 'DELETE', 'PATCH'])('has no use for %s', async (method) => {
    await put(await putUrl(), '%PDF');
    expect((await fetch(await putUrl(), { method })).status).toBe(403);
    expect(await stored()).toBe('%PDF');
  });

  test.each([{}, { 'Content-Type': 'text/html' }, { 'Content-Type': 'application/pdf; charset=utf-8' }])(
    'under another type than signed is refused: %o',
    async (headers) => {
      const response = await put(await putUrl(), new TextEncoder().encode('%PDF'), headers);
      expect(response.status).toBe(403);
      expect(await response.json()).toEqual({ detail: 'Content-Type must be application/pdf, as signed' });
      expect(await stored()).toBeNull();
    },
  );

  test.each(['', '%PD', '%PDF-'])('of %j, not being of the four bytes signed, is refused', async (body) => {
    const response = await put(await putUrl(4), body);
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ detail: 'The upload must have 4 bytes, as signed' });

    const sending = chunked(await putUrl(4));
    sending.end(body);
    expect((await answerTo(sending)).status).toBe(body.length > 4 ? 413 : 403);
    expect(await stored()).toBeNull();
    expect(await server.incoming()).toEqual([]);
  });

  test('larger than the server takes is refused before it is read', async () => {
    const response = await put(await putUrl(), new Uint8Array(maxUploadBytes + 1));
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({ detail: `The upload is larger than ${maxUploadBytes} bytes` });
    expect((await put(await putUrl(), new Uint8Array(maxUploadBytes))).status).toBe(200);
  });

  test('without an end is stopped at the first byte too much, while it is still being sent', async () => {
    const sending = chunked(await putUrl());
    const answer = answerTo(sending);
    sending.on('error', () => undefined);
    const piece = Buffer.alloc(64 * 1024);
    const pump = setInterval(() => sending.write(piece), 1);
    try {
      expect((await answer).status).toBe(413);
    } finally {
      clearInterval(pump);
      sending.destroy();
    }
    expect(await stored()).toBeNull();
    expect(await server.incoming()).toEqual([]);
  });

  test('that is refused is answered although its body never comes', async () => {
    const sending = request(`${await putUrl()}x`, { method: 'PUT', headers: { ...type, 'Content-Length': 1000 } });
    sending.flushHeaders();
    sending.on('error', () => undefined);
    expect((await answerTo(sending)).status).toBe(403);
    sending.destroy();
  });

  test('that breaks off leaves nothing and does not touch what was there', async () => {
    await put(await putUrl(), 'before');
    for (const headers of [{ 'Content-Length': 100_000 }, { 'Transfer-Encoding': 'chunked' }]) {
      const sending = request(await putUrl(), { method: 'PUT', headers: { ...type, ...headers } });
      sending.on('error', () => undefined);
      sending.write('half of it');
      await vi.waitFor(async () => expect(await server.incoming()).toHaveLength(1));
      sending.destroy();
      await vi.waitFor(async () => expect(await server.incoming()).toEqual([]));
    }
    expect(await stored()).toBe('before');
  });

  test('that runs into another one to the same key never mixes with it', async () => {
    const slow = chunked(await putUrl());
    slow.write('slow, ');
    await vi.waitFor(async () => expect(await server.incoming()).toHaveLength(1));
    expect((await put(await putUrl(), 'quick')).status).toBe(200);
    expect(await stored()).toBe('quick');
    slow.end('but whole');
    expect((await answerTo(slow)).status).toBe(200);
    expect(await stored()).toBe('slow, but whole');
  });
});

describe('a download', () => {
  beforeEach(async () => {
    await put(await putUrl(), '0123456789');
  });

  test('comes with all that a browser needs to save it, and nothing that lets it be kept or guessed', async () => {
    const response = await fetch(await getUrl('Auszug "März".pdf'));
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '10',
      'content-disposition':
        'attachment; filename="Auszug \\"M?rz\\".pdf"; filename*=UTF-8\'\'Auszug%20%22M%C3%A4rz%22.pdf',
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(await response.text()).toBe('0123456789');
  });

  test('shows its head alone to HEAD', async () => {
    const response = await fetch(await getUrl(), { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Length')).toBe('10');
    expect(await response.text()).toBe('');
  });

  test.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-1', '9', 'bytes 9-9/10'],
  ])('of %s is that part', async (range, part, contentRange) => {
    const response = await fetch(await getUrl(), { headers: { Range: range } });
    expect(response.status).toBe(206);
    expect(response.headers.get('Content-Range')).toBe(contentRange);
    expect(response.headers.get('Content-Length')).toBe(String(part.length));
    expect(await response.text()).toBe(part);
  });

  test('of a part that is not there is refused with the size', async () => {
    const response = await fetch(await getUrl(), { headers: { Range: 'bytes=10-' } });
    expect(response.status).toBe(416);
    expect(response.headers.get('Content-Range')).toBe('bytes */10');
  });

  test('of a part is the whole where the part belongs to an older version', async () => {
    const etag = (await fetch(await getUrl(), { method: 'HEAD' })).headers.get('ETag') ?? '';
    const part = { Range: 'bytes=0-1', 'If-Range': etag };
    expect(await (await fetch(await getUrl(), { headers: part })).text()).toBe('01');
    await put(await putUrl(), 'abcdefghij');
    expect(await (await fetch(await getUrl(), { headers: part })).text()).toBe('abcdefghij');
  });

  test('of nothing is 404', async () => {
    await server.storage.deletePrefix('uploads/');
    for (const method of ['GET', 'HEAD']) expect((await fetch(await getUrl(), { method })).status).toBe(404);
    expect(await (await fetch(await getUrl())).json()).toEqual({ detail: 'Not Found' });
  });

  test.each(['PUT', 'POST', 'DELETE'])('has no use for %s', async (method) => {
    const response = await fetch(await getUrl(), { method, headers: type });
    expect(response.status).toBe(403);
    expect(await stored()).toBe('0123456789');
  });

  test('with another file name, another type or after its time is refused', async () => {
    const url = await getUrl();
    const tampered = [url.replace('statement.pdf', 'statement.html'), url.replace('application%2Fpdf', 'text%2Fhtml')];
    for (const address of tampered) expect((await fetch(address)).status).toBe(403);
    time = inAMinute;
    expect((await fetch(url)).status).toBe(403);
  });

  test('of an object without a byte is an empty one', async () => {
    await put(await putUrl(0), '');
    const response = await fetch(await getUrl());
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Length')).toBe('0');
    expect(await response.text()).toBe('');
  });

  test('that is broken off lets go of its file', async () => {
    await server.storage.write(key, new Uint8Array(50_000_000), { contentType });
    const { pathname, search } = new URL(await getUrl());
    const opened = vi.fn<() => void>();
    const socket = connect(server.port, '127.0.0.1');
    socket.once('data', () => {
      opened();
      socket.destroy();
    });
    socket.write(`GET ${pathname}${search} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await once(socket, 'close');
    expect(opened).toHaveBeenCalledOnce();
    await vi.waitFor(async () => expect(await server.openFiles()).toEqual([]));
  });
});
