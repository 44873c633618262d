import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { issueLocalToken } from '../../src/cli/token.ts';
import { parseConfig } from '../../src/config.ts';
import { entities } from '../../src/database/entities.ts';
import { type DatabaseLocation, openDatabase } from '../../src/database/orm.ts';
import { Job } from '../../src/jobs/job.entity.ts';
import { FAILED_JOBS } from '../../src/jobs/measure-pg-boss-jobs.ts';
import { createLog } from '../../src/log.ts';
import { aSample } from '../support/a-statement.ts';
import { type Client, createClient } from '../support/client.ts';
import { createTestPlace, type TestPlace } from '../support/test-database.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'excellent-banking-move-'));
const path = join(dataDir, 'excellent-banking.sqlite');
const places: TestPlace[] = [];
afterAll(async () => {
  for (const place of places) await place.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A server over the same folder, on either engine, and the client of its one user. */
async function serve(environment: Record<string, string> = {}): Promise<{ ada: Client; stop: () => Promise<void> }> {
  const config = parseConfig({ NODE_ENV: 'test', PORT: '0', DATA_DIR: dataDir, ADMIN_API_KEY: 'key', ...environment });
  const app = await buildApp(config, { log: createLog('silent') });
  const url = await app.start();
  return { ada: createClient(url, await issueLocalToken(app, { email: 'ada@example.com' })), stop: () => app.stop() };
}

async function move(from: string, to: string) {
  const child = spawn(process.execPath, ['src/cli/move.ts', '--from', from, '--to', to], { env: {} });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { stdout, stderr, code };
}

async function emptyDatabase(): Promise<string> {
  const place = await createTestPlace();
  places.push(place);
  if (place.location.engine !== 'postgresql') throw new Error('This is a test for PostgreSQL');
  return place.location.url;
}

/** Every row of every table but the queue's, as the product sees it. */
async function allRows(location: DatabaseLocation): Promise<Record<string, unknown[]>> {
  const orm = await openDatabase(location);
  try {
    const em = orm.em.fork();
    const rows: Record<string, unknown[]> = {};
    for (const entity of entities) {
      if (entity === Job) continue;
      const { tableName, primaryKeys } = em.getMetadata<object>(entity);
      const orderBy = Object.fromEntries(primaryKeys.map((key) => [key, 'asc']));
      const found = await em.find<object>(entity, {}, { orderBy, populate: ['*'] as never });
      rows[tableName] = found.map((row) => ({ ...row }));
    }
    return rows;
  } finally {
    await orm.close();
  }
}

/** A copy of the file in which something is different. */
function tampered(name: string, sql: string): string {
  const copy = join(dataDir, name);
  copyFileSync(path, copy);
  const database = new Database(copy);
  database.exec(sql);
  database.close();
  return `sqlite:${copy}`;
}

const statement = aSample('releve-de-compte').pdf;
let done: number;
let waiting: number;
let deleted: number;
beforeAll(async () => {
  const working = await serve();
  done = (await working.ada.upload(statement, 'März – “done”.pdf')).id;
  await working.ada.post(`/files/${done}/process`);
  expect(await working.ada.finished(done)).toMatchObject({ status: 'completed' });
  const { body } = await working.ada.post('/dashboards/', { name: 'The year' });
  await working.ada.post(`/dashboards/${(body as { id: number }).id}/files`, { file_ids: [done] });
  const adjustment = { user_id: 1, credits: 90, reason: 'A gift' };
  expect((await working.ada.post('/admin/credits/adjust', adjustment, { 'X-Admin-Key': 'key' })).status).toBe(200);
  await working.stop();

  // Nobody works here: what is asked for waits.
  const idle = await serve({ ROLE: 'api' });
  waiting = (await idle.ada.upload(statement)).id;
  expect((await idle.ada.post(`/files/${waiting}/process`)).status).toBe(200);
  deleted = (await idle.ada.upload(statement)).id;
  await idle.ada.delete(`/files/${deleted}`);
  await idle.stop();
  const database = new Database(path);
  database.exec(`insert into jobs (name, payload, state, attempts, last_error, created_at)
    values ('apply-webhook', '{"eventId":7}', 'failed', 12, 'never to be applied', 1767225600000)`);
  database.close();
});

test('a server that moves to PostgreSQL goes on where it was: rows, credits, statements, and the work that waits', async () => {
  const to = await emptyDatabase();
  const before = await allRows({ engine: 'sqlite', path });
  const moved = await move(`sqlite:${path}`, to);
  expect(moved).toMatchObject({ code: 0, stderr: '' });
  expect(moved.stdout).toContain('files: 2\n');
  expect(moved.stdout).toContain('jobs: 3\n');
  expect(moved.stdout).toContain('All of it has arrived');
  expect(await allRows({ engine: 'postgresql', url: to })).toEqual(before);
  expect(before['files']).toHaveLength(2);
  expect(before['admin_actions']).toHaveLength(1);
  expect(before['usage_totals']).toMatchObject([{ totalFiles: 1, totalPages: 1 }]);

  const { ada, stop } = await serve({ DATABASE_URL: to });
  expect(await ada.finished(waiting)).toMatchObject({ status: 'completed', credits_consumed: 1 });
  expect((await ada.get('/billing/balance')).body).toEqual({ credits: 98, reserved: 0 });
  expect((await ada.download(`/files/${done}/download?format=xlsx`)).subarray(0, 2)).toEqual(new Uint8Array([80, 75]));
  // An id is never given out twice, and this one was given to a file that is gone.
  expect((await ada.upload(statement)).id).toBe(deleted + 1);
  await stop();

  const orm = await openDatabase({ engine: 'postgresql', url: to });
  const failed = await orm.em.getConnection().execute(`select data from pgboss.job where name = '${FAILED_JOBS}'`);
  await orm.close();
  const given = {
    name: 'apply-webhook',
    payload: { eventId: 7 },
    attempts: 12,
    deaths: 0,
    error: 'never to be applied',
  };
  expect(failed).toEqual([{ data: given }]);

  const again = await move(`sqlite:${path}`, to);
  expect(again).toMatchObject({ code: 1, stdout: '' });
  expect(again.stderr).toMatch(/^Nothing was moved. The database to move to is not empty/);
});

test('where it fails in the middle it says at what, and nothing has arrived', async () => {
  const to = await emptyDatabase();
  const nothing = Object.fromEntries(Object.keys(await allRows({ engine: 'sqlite', path })).map((name) => [name, []]));
  const tooLong = tampered(
    'too-long.sqlite',
    `update admin_actions set action = '${'x'.repeat(33)}'`.replace(
      'update',
      'drop trigger admin_actions_no_update; update',
    ),
  );
  const refused = await move(tooLong, to);
  expect(refused.code).toBe(1);
  expect(refused.stdout).toContain('ledger_entries: 10\n');
  expect(refused.stderr).toMatch(
    /^Nothing was moved. PostgreSQL refuses rows 1 to 1 of admin_actions: [^']{0,80}too long/,
  );
  expect(await allRows({ engine: 'postgresql', url: to })).toEqual(nothing);

  const wrong = await move(tampered('wrong.sqlite', "update ledger_accounts set balance = 9 where name = 'used'"), to);
  expect(wrong).toMatchObject({
    code: 1,
    stderr: 'Nothing was moved. The used credits of user 1 are 9, but their entries add up to 1\n',
  });
  expect(await allRows({ engine: 'postgresql', url: to })).toEqual(nothing);

  const uncounted = await move(tampered('uncounted.sqlite', 'update usage_totals set total_pages = 7'), to);
  expect(uncounted).toMatchObject({
    code: 1,
    stderr: 'Nothing was moved. The total pages used by user 1 are 7, but the records add up to 1\n',
  });
  expect(await allRows({ engine: 'postgresql', url: to })).toEqual(nothing);

  const unknown = await move(tampered('unknown.sqlite', 'create table notes (id integer)'), to);
  expect(unknown.stderr).toBe('Nothing was moved. Nothing is known of the tables notes\n');
  const older = await move(
    tampered('older.sqlite', 'delete from migrations where id = (select max(id) from migrations)'),
    to,
  );
  expect(older.stderr).toMatch(/^Nothing was moved. The file was left by another version/);

  // What was refused leaves the way free.
  expect(await move(`file:${path}`, to)).toMatchObject({ code: 0, stderr: '' });
});

test('a file that a server still writes to is not moved', async () => {
  const { ada, stop } = await serve({ ROLE: 'api' });
  const to = await emptyDatabase();
  expect(await move(`sqlite:${path}`, to)).toEqual({
    code: 1,
    stdout: '',
    stderr: `Nothing was moved. ${path} is in use: stop the server first\n`,
  });
  expect((await ada.get('/me')).status).toBe(200);
  await stop();
});

test('what was not said rightly is said again', async () => {
  expect((await move('excellent.sqlite', 'postgres://localhost/x')).stderr).toContain('Usage: npm run move --');
  expect((await move(`sqlite:${path}`, 'mysql://localhost/x')).stderr).toContain('Usage: npm run move --');
  expect((await move(`sqlite:${path}.not`, 'postgres://localhost/x')).stderr).toMatch(
    /^Nothing was moved. unable to open/,
  );
  expect((await move(`sqlite:${path}`, 'postgres://127.0.0.1:1/x')).stderr).toMatch(
    /^Nothing was moved. .*ECONNREFUSED/,
  );
});
