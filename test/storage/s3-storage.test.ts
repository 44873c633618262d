import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { originOfS3, type S3Settings } from '../../src/storage/s3-settings.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { startS3Server } from '../support/s3-server.ts';
import { describeStorage } from '../support/storage-suite.ts';

describeStorage('an S3', async () => {
  const server = await startS3Server();
  return { storage: server.open(), close: () => server.close() };
});

describe('an S3', () => {
  let server: Awaited<ReturnType<typeof startS3Server>>;
  let storage: Storage;
  beforeAll(async () => {
    server = await startS3Server();
    storage = server.open();
  });
  afterAll(() => server.close());

  const pdf = { contentType: 'application/pdf' };
  const soon = () => new Date(Date.now() + 60_000);
  const put = (url: string, body: string, type = 'application/pdf') =>
    fetch(url, { method: 'PUT', body, headers: { 'Content-Type': type } });

  test('refuses a signed URL of which any part was changed', async () => {
    const url = new URL(await storage.presignPut('tampered/a.pdf', { ...pdf, sizeBytes: 4, expiresAt: soon() }));
    const changed = [...url.searchParams.keys()].map((name) => {
      const other = new URL(url);
      const value = url.searchParams.get(name) ?? '';
      other.searchParams.set(name, changeOf(name, value));
      return other;
    });
    const elsewhere = new URL(url);
    elsewhere.pathname = elsewhere.pathname.replace('a.pdf', 'b.pdf');
    const answers = await Promise.all([...changed, elsewhere].map((other) => put(other.href, '%PDF')));
    for (const answer of answers) expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await storage.stat('tampered/a.pdf')).toBeNull();
    expect(await storage.stat('tampered/b.pdf')).toBeNull();
    expect((await put(url.href, '%PDF')).status).toBe(200);
  });

  test('takes any size where none was announced, but only the announced type', async () => {
    const url = await storage.presignPut('open/a.pdf', { ...pdf, sizeBytes: null, expiresAt: soon() });
    expect((await put(url, '%PDF-1.7', 'text/html')).status).toBe(403);
    expect((await put(url, '%PDF-1.7')).status).toBe(200);
    expect(await storage.stat('open/a.pdf')).toMatchObject({ sizeBytes: 8 });
  });

  test('refuses a signed URL after its time', async () => {
    const hourAgo = () => new Date(Date.now() - 3_600_000);
    const late = server.open({}, hourAgo);
    const expiresAt = new Date(Date.now() - 1_800_000);
    expect((await put(await late.presignPut('late/a.pdf', { ...pdf, sizeBytes: 4, expiresAt }), '%PDF')).status).toBe(
      403,
    );
    await storage.write('late/b.pdf', Buffer.from('%PDF'), pdf);
    expect((await fetch(await late.presignGet('late/b.pdf', { ...pdf, filename: 'b.pdf', expiresAt }))).status).toBe(
      403,
    );
  });

  test('writes in parts what is larger than one of them', async () => {
    const part = Buffer.alloc(2 ** 20, 'x');
    let left = 18;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => (left-- > 0 ? controller.enqueue(part) : controller.close()),
    });
    await storage.write('large/a.xlsx', body, { contentType: 'application/octet-stream' });
    expect(await storage.stat('large/a.xlsx')).toMatchObject({ sizeBytes: 18 * 2 ** 20 });
    const object = await storage.open('large/a.xlsx');
    expect(object && (await buffer(object.body)).every((byte) => byte === 120)).toBe(true);
  });

  test('signs for the name by which clients know the store', async () => {
    const behind = server.open({ publicEndpoint: 'https://objects.example.com' });
    const url = await behind.presignGet('a/b.pdf', { ...pdf, filename: 'b.pdf', expiresAt: soon() });
    expect(url).toMatch(/^https:\/\/objects\.example\.com\/statements\/a\/b\.pdf\?/);
  });

  test.each<Partial<S3Settings>>([
    {},
    { publicEndpoint: 'https://objects.example.com' },
    { endpoint: null, pathStyle: false, region: 'eu-central-1' },
    { endpoint: 'https://objects.example.com:9000', pathStyle: false },
  ])('tells where its signed URLs lead: %j', async (changed) => {
    const url = await server.open(changed).presignGet('a/b.pdf', { ...pdf, filename: 'b.pdf', expiresAt: soon() });
    expect(originOfS3({ ...server.settings, ...changed })).toBe(new URL(url).origin);
  });

  test('cannot be used with another secret, nor without its bucket', async () => {
    const stranger = server.open({ credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'guessed' } });
    await expect(stranger.write('x/a.pdf', Buffer.from('x'), pdf)).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
    });
    await expect(server.open({ bucket: 'elsewhere' }).check()).rejects.toMatchObject({
      $metadata: { httpStatusCode: 404 },
    });
  });
});

const changeOf = (name: string, value: string): string => {
  if (name === 'X-Amz-Expires') return String(Number(value) + 1);
  if (name === 'X-Amz-Date') return value.replace(/\d(?=Z)/, (digit) => String((Number(digit) + 1) % 10));
  return value.replace(/[a-z0-9](?!.*[a-z0-9])/i, (last) => (last === 'a' ? 'b' : 'a'));
};
