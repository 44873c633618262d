import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { issueLocalToken } from '../../src/cli/token.ts';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { moveObjects } from '../../src/storage/move-objects.ts';
import { aSample } from '../support/a-statement.ts';
import { type Client, createClient } from '../support/client.ts';
import { startS3Server } from '../support/s3-server.ts';

const { pdf } = aSample('releve-de-compte');
const dataDir = mkdtempSync(join(tmpdir(), 'excellent-banking-move-objects-'));
let s3: Awaited<ReturnType<typeof startS3Server>>;
beforeAll(async () => {
  s3 = await startS3Server();
});
afterAll(async () => {
  await s3.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A server over the same folder, with its objects on the disk or in the store. */
async function serve(environment: Record<string, string> = {}): Promise<{ ada: Client; stop: () => Promise<void> }> {
  const config = parseConfig({ NODE_ENV: 'test', PORT: '0', DATA_DIR: dataDir, ...environment });
  const app = await buildApp(config, { log: createLog('silent') });
  const url = await app.start();
  return { ada: createClient(url, await issueLocalToken(app, { email: 'ada@example.com' })), stop: () => app.stop() };
}

async function processed(ada: Client): Promise<number> {
  const { id } = await ada.upload(pdf);
  expect((await ada.post(`/files/${id}/process`)).status).toBe(200);
  expect(await ada.finished(id)).toMatchObject({ status: 'completed' });
  return id;
}

/** `npm run move:objects` without npm. */
async function move(environment: Record<string, string> = s3.environment) {
  const env = { PATH: process.env['PATH'], DATA_DIR: dataDir, ...environment };
  const child = spawn(process.execPath, ['src/cli/move-objects.ts'], { env });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { stdout, stderr, code };
}

const keysThere = async (): Promise<string[]> => Array.fromAsync(s3.open().keys());

test('a server that moves from its disk to an S3 store goes on where it was', async () => {
  const before = await serve();
  const files = [await processed(before.ada), await processed(before.ada)];
  const outputs = ['original', 'xlsx', 'csv', 'json'];
  const download = (of: Client, id: number, format: string) => of.download(`/files/${id}/download?format=${format}`);
  const was = await Promise.all(outputs.map((format) => download(before.ada, files[0] ?? 0, format)));
  await before.stop();

  expect(await move({})).toMatchObject({ code: 2, stderr: expect.stringContaining('S3_BUCKET') });
  const moved = await move();
  expect(moved).toMatchObject({ code: 0, stderr: '' });
  expect(moved.stdout).toMatch(/^All (\d+) objects are in the store.* 0 of them were there already/);

  const after = await serve(s3.environment);
  const is = await Promise.all(outputs.map((format) => download(after.ada, files[0] ?? 0, format)));
  expect(is).toEqual(was);
  const link = (await after.ada.get(`/files/${files[1]}/download-url`)).body as { download_url: string };
  expect(new URL(link.download_url).origin).toBe(s3.environment.S3_ENDPOINT);
  expect((await fetch(link.download_url)).headers.get('content-type')).toContain('spreadsheetml');
  await processed(after.ada);
  await after.ada.delete(`/files/${files[0]}`);
  expect((await keysThere()).filter((key) => key.includes(`file_id=${files[0]}/`))).toEqual([]);
  await after.stop();
});

test('a move that broke off is made again, and what is not the same there is written again', async () => {
  const storage = s3.open();
  for (const key of await keysThere()) await storage.deletePrefix(key);
  const directory = join(dataDir, 'objects');
  const whole = await moveObjects(directory, storage);
  expect(whole.copied).toBeGreaterThan(8);
  const [first = '', second = '', third = ''] = await keysThere();
  await storage.deletePrefix(first);
  const { sizeBytes = 0 } = (await storage.stat(second)) ?? {};
  await storage.write(second, new Uint8Array(sizeBytes), { contentType: 'text/plain' });
  await storage.write(third, new Uint8Array(1), { contentType: 'text/plain' });
  expect(await moveObjects(directory, storage)).toEqual({ copied: 3, there: whole.copied - 3 });
  expect(await moveObjects(directory, storage)).toEqual({ copied: 0, there: whole.copied });
});

test('a store that holds anything else is refused, and so is what does not arrive as it was', async () => {
  const storage = s3.open();
  const directory = join(dataDir, 'objects');
  const [first = ''] = await keysThere();
  await storage.deletePrefix(first);
  const lossy = {
    ...storage,
    write: (key: string, _: unknown, options: { contentType: string }) =>
      storage.write(key, new Uint8Array(3), options),
  };
  await expect(moveObjects(directory, lossy)).rejects.toThrow(`${first} did not arrive as it was`);
  await storage.write('uploads/user_id=9/file_id=9/theirs.pdf', new Uint8Array(1), { contentType: 'text/plain' });
  const refused = { code: 1, stdout: '', stderr: expect.stringMatching(/^Not all objects were moved\. .*theirs\.pdf/) };
  expect(await move()).toEqual(refused);
});
