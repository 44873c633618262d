import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { backUp } from '../../src/cli/back-up.ts';
import { parseConfig } from '../../src/config.ts';
import { backUpSqlite } from '../../src/database/back-up-sqlite.ts';
import { type DatabaseLocation, openDatabase } from '../../src/database/orm.ts';
import { createLog } from '../../src/log.ts';
import { aSample } from '../support/a-statement.ts';
import { type Client, createClient, type FileAnswer } from '../support/client.ts';
import { endLeases } from '../support/jobs-at-rest.ts';
import { startTestApp } from '../support/test-app.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'excellent-banking-backup-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const { pdf } = aSample('releve-de-compte');
const silent = { log: createLog('silent') };

test('a backup of a server at work starts as that server: every row with its objects, every credit, every link', async () => {
  const server = await startTestApp({ SIGNUP_CREDITS: '1000' });
  const ada = await server.signIn('ada@example.com');
  const before = [await processed(ada), await processed(ada), await processed(ada)];
  const leaver = await processed(ada);
  const { body: link } = await ada.get(`/files/${before[0]}/download-url?format=original`);

  const done = new AbortController();
  const work = Promise.all([keepProcessing(ada, done.signal), reprocess(ada, before)]);
  const folder = join(directory, 'backups', 'today');
  await backUp(parseConfig(server.environment), folder, async (from, to) => {
    // Its objects are new after the first look at them, and those of the other are gone before the second.
    before.push(await processed(ada));
    await backUpSqlite(from, to);
    await ada.delete(`/files/${leaver}`);
  });
  done.abort();
  await work;
  await server.stop();
  expect(statSync(folder).mode & 0o077).toBe(0);

  const config = parseConfig({ ...server.environment, DATA_DIR: folder, DATABASE_URL: '' });
  await endLeasesIn(config.database);
  const restored = await buildApp(config, silent);
  const again = createClient(await restored.start(), ada.token);
  const files = (await again.get('/files/?limit=100')).body as FileAnswer[];
  expect(files.map(({ id }) => id)).toEqual(expect.arrayContaining([...before, leaver]));
  for (const { id, status } of files) {
    // Those with nothing uploaded and those not asked for yet stand as they stood.
    if (status === 'pending') continue;
    expect(await again.finished(id)).toMatchObject({ status: 'completed' });
    expect(await again.download(`/files/${id}/download?format=original`)).toEqual(new Uint8Array(pdf));
    expect((await again.get(`/files/${id}/download`)).status).toBe(200);
  }
  const { path, query } = partsOf((link as { download_url: string }).download_url);
  expect((await fetch(`${restored.publicUrl()}${path}${query}`)).status).toBe(200);
  const usage = (await again.get('/usage/?limit=100')).body as { credits_consumed: number }[];
  const spent = usage.reduce((sum, { credits_consumed: credits }) => sum + credits, 0);
  expect((await again.get('/billing/balance')).body).toEqual({ credits: 1000 - spent, reserved: 0 });
  expect((await again.get('/usage/summary')).body).toMatchObject({ total_files: usage.length, total_pages: spent });
  await restored.stop();
});

test('a backup of a server that is down holds what it left, and no log, lock or earlier backup', async () => {
  const dataDir = join(directory, 'data');
  const config = parseConfig({ NODE_ENV: 'test', PORT: '0', DATA_DIR: dataDir });
  const app = await buildApp(config, silent);
  await app.start();
  await app.stop();
  mkdirSync(join(dataDir, 'objects', 'uploads'), { recursive: true });
  writeFileSync(join(dataDir, 'objects', 'uploads', 'one.pdf'), pdf);
  await backUp(config, join(dataDir, 'backups', 'first'));
  const folder = join(dataDir, 'backups', 'second');
  const { status, output } = await runBackup(folder, { DATA_DIR: dataDir });
  expect(status).toBe(0);
  expect(output).toContain(`The backup is in ${folder}\n  database: excellent-banking.sqlite, checked\n  objects: 1\n`);
  expect(readdirSync(folder).toSorted()).toEqual([
    'excellent-banking.sqlite',
    'keys',
    'local-issuer-key.pem',
    'objects',
  ]);
  expect(readFileSync(join(folder, 'keys/storage.key'))).toEqual(readFileSync(join(dataDir, 'keys/storage.key')));
  expect(statSync(join(folder, 'keys/storage.key')).mode & 0o077).toBe(0);
  // On one file system an object in the backup is a second name, not a second copy.
  expect(statSync(join(folder, 'objects/uploads/one.pdf')).nlink).toBe(3);
});

test('a backup takes no place that is taken, and leaves nothing where it fails', async () => {
  const config = parseConfig({ DATA_DIR: join(directory, 'data') });
  mkdirSync(join(config.dataDir, 'objects'), { recursive: true });
  await expect(backUp(config, directory)).rejects.toThrow('exists already');
  await expect(backUp(config, join(config.dataDir, 'objects/backup'))).rejects.toThrow('among the objects');
  await expect(backUp(config, join(directory, 'backup'))).rejects.toThrow('There is no SQLite file at');
  writeFileSync(join(config.dataDir, 'excellent-banking.sqlite'), 'not a database at all'.repeat(100));
  await expect(backUp(config, join(directory, 'backup'))).rejects.toThrow('not a database');
  expect(readdirSync(directory)).toEqual(['data']);
  mkdirSync(join(directory, 'backup.incomplete'));
  await expect(backUp(config, join(directory, 'backup'))).rejects.toThrow('if none is, remove it');
});

test('over PostgreSQL and S3 a backup holds the keys, and says where the rest is', async () => {
  const dataDir = join(directory, 'data');
  mkdirSync(join(dataDir, 'keys'), { recursive: true });
  writeFileSync(join(dataDir, 'keys', 'storage.key'), 'a key');
  const folder = join(directory, 'backup');
  const { status, output } = await runBackup(folder, {
    DATA_DIR: dataDir,
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    S3_BUCKET: 'statements',
  });
  expect(status).toBe(0);
  expect(output).toMatch(/database: not in it.*pg_dump/);
  expect(output).toMatch(/objects: not in it.*S3/);
  expect(existsSync(join(folder, 'keys/storage.key'))).toBe(true);
});

/** The jobs that were running when the backup was taken are taken over at once, and not only when their leases end. */
async function endLeasesIn(location: DatabaseLocation): Promise<void> {
  const orm = await openDatabase(location);
  await endLeases({ location, orm, close: () => orm.close() });
  await orm.close();
}

/** Uploads and processes one statement, and answers with its file's id. */
async function processed(client: Client): Promise<number> {
  const { id } = await client.upload(pdf);
  expect((await client.post(`/files/${id}/process`)).status).toBe(200);
  expect(await client.finished(id)).toMatchObject({ status: 'completed' });
  return id;
}

async function keepProcessing(client: Client, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) await processed(client);
}

async function reprocess(client: Client, ids: number[]): Promise<void> {
  for (const id of ids) {
    await client.post(`/files/${id}/process?force=true`);
    await client.finished(id);
  }
}

/** `npm run backup` without npm. */
async function runBackup(folder: string, environment: Record<string, string>) {
  const child = spawn(process.execPath, ['src/cli/backup.ts', folder], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, output };
}

function partsOf(url: string): { path: string; query: string } {
  const { pathname, search } = new URL(url);
  return { path: pathname, query: search };
}
