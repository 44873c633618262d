import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { issueLocalToken } from '../../src/cli/token.ts';
import { parseConfig } from '../../src/config.ts';
import { LedgerTransfer } from '../../src/domain/credit/ledger-transfer.entity.ts';
import { createLog } from '../../src/log.ts';
import { aLongStatement, aSample } from '../support/a-statement.ts';
import { createClient } from '../support/client.ts';
import { endLeases, findJobs, type JobAtRest } from '../support/jobs-at-rest.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
const dataDir = mkdtempSync(join(tmpdir(), 'excellent-banking-crash-'));
const servers: ServerProcess[] = [];
let environment: Record<string, string>;
beforeAll(async () => {
  database = await createTestDatabase();
  const { location } = database;
  environment = {
    NODE_ENV: 'test',
    PORT: '0',
    DATA_DIR: dataDir,
    DATABASE_URL: location.engine === 'postgresql' ? location.url : `file:${location.path}`,
    EXTRACTION_PROCESSES: '1',
    SIGNUP_CREDITS: '1000',
  };
});
afterEach(async () => {
  for (const { process, exited } of servers.splice(0)) {
    process.kill('SIGKILL');
    await exited;
  }
});
afterAll(async () => {
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const start = async (): Promise<ServerProcess> => {
  const server = await startServerProcess(environment);
  servers.push(server);
  return server;
};

const tokenFor = async (email: string): Promise<string> => {
  const app = await buildApp(parseConfig(environment), { log: createLog('silent') });
  const token = await issueLocalToken(app, { email });
  await app.stop();
  return token;
};

/** A long statement, so that there is a middle to be killed in. */
const long = aLongStatement(600);
const short = aSample('releve-de-compte').pdf;

test('a server killed in the middle of its work comes back, and every statement is completed and paid once', async () => {
  const token = await tokenFor('ada@example.com');
  const first = await start();
  const before = createClient(first.url, token);
  const files = [await before.upload(short), await before.upload(short), await before.upload(short)];
  for (const { id } of files) expect((await before.post(`/files/${id}/process`)).status).toBe(200);
  first.process.kill('SIGKILL');
  await first.exited;

  await endLeases(database);
  const second = await start();
  const after = createClient(second.url, token);
  for (const { id } of files)
    expect(await after.finished(id)).toMatchObject({ status: 'completed', credits_consumed: 1 });
  expect((await after.get('/billing/balance')).body).toEqual({ credits: 997, reserved: 0 });
  expect((await after.get('/usage/')).body).toHaveLength(3);
  await until(async () => (await jobs()) === 0);
  expect(await database.orm.em.fork().count(LedgerTransfer, { type: 'usage' })).toBe(3);
});

test('a server asked to stop puts its job back, with no attempt lost, and exits in order', async () => {
  const token = await tokenFor('ben@example.com');
  const first = await start();
  const client = createClient(first.url, token);
  const { id } = await client.upload(long);
  expect((await client.post(`/files/${id}/process`)).status).toBe(200);
  await until(async () => (await jobs('running')) > 0);
  first.process.kill('SIGTERM');
  await first.exited;
  expect(first.process.exitCode).toBe(0);
  expect(await findJobs(database)).toMatchObject([{ name: 'process-file', state: 'waiting', attempts: 0 }]);

  const second = await start();
  const after = createClient(second.url, token);
  const file = await after.finished(id);
  expect(file.processed_data.error).toBeUndefined();
  expect(file.status).toBe('completed');
  expect((await after.get('/usage/')).body).toHaveLength(1);
});

test('a server killed while it builds a dashboard comes back and builds it, from nothing half done', async () => {
  const token = await tokenFor('cleo@example.com');
  const first = await start();
  const before = createClient(first.url, token);
  const { id: file } = await before.upload(short);
  await before.post(`/files/${file}/process`);
  await before.finished(file);
  const { id } = (await before.post('/dashboards/', { name: 'Mine' })).body as { id: number };
  await before.post(`/dashboards/${id}/files`, { file_ids: [file] });
  expect((await before.post(`/dashboards/${id}/reprocess`)).status).toBe(200);
  const isRebuilding = ({ name, state }: JobAtRest) => name === 'rebuild-dashboard' && state === 'running';
  await until(async () => (await findJobs(database)).some(isRebuilding));
  first.process.kill('SIGKILL');
  await first.exited;

  await endLeases(database);
  const second = await start();
  const after = createClient(second.url, token);
  await until(async () => {
    const { body } = await after.get(`/dashboards/${id}`);
    return (body as { status: string }).status === 'up_to_date';
  });
  for (const format of ['xlsx', 'csv', 'json']) {
    expect((await after.get(`/dashboards/${id}/download?format=${format}`)).status).toBe(200);
  }
});

const jobs = async (wanted?: JobAtRest['state']): Promise<number> =>
  (await findJobs(database)).filter(({ state }) => wanted === undefined || state === wanted).length;

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(5);
}
