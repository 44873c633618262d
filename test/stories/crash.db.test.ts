import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { issueLocalToken } from '../../src/cli/token.ts';
import { parseConfig } from '../../src/config.ts';
import { LedgerTransfer } from '../../src/domain/credit/ledger-transfer.entity.ts';
import { Job } from '../../src/jobs/job.entity.ts';
import { createLog } from '../../src/log.ts';
import { aStatement } from '../support/a-statement.ts';
import { createClient } from '../support/client.ts';
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
afterAll(async () => {
  for (const { process, exited } of servers) {
    process.kill('SIGKILL');
    await exited;
  }
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
const long = aStatement(3, 4_000).pdf;
const short = aStatement(4).pdf;

test('a server killed in the middle of its work comes back, and every statement is completed and paid once', async () => {
  const token = await tokenFor('ada@example.com');
  const first = await start();
  const before = createClient(first.url, token);
  const files = [await before.upload(short), await before.upload(short), await before.upload(short)];
  for (const { id } of files) expect((await before.post(`/files/${id}/process`)).status).toBe(200);
  first.process.kill('SIGKILL');
  await first.exited;

  // The dead server's leases run out by the clock; nobody waits for that in a test.
  await database.orm.em.fork().nativeUpdate(Job, { state: 'running' }, { runAt: new Date(0) });
  const second = await start();
  const after = createClient(second.url, token);
  for (const { id } of files)
    expect(await after.finished(id)).toMatchObject({ status: 'completed', credits_consumed: 1 });
  expect((await after.get('/billing/balance')).body).toEqual({ credits: 997, reserved: 0 });
  expect((await after.get('/usage/')).body).toHaveLength(3);
  expect(await database.orm.em.fork().count(LedgerTransfer, { type: 'usage' })).toBe(3);
});

test('a server asked to stop puts its job back, with no attempt lost, and exits in order', async () => {
  const token = await tokenFor('ben@example.com');
  const first = await start();
  const client = createClient(first.url, token);
  const { id } = await client.upload(long);
  expect((await client.post(`/files/${id}/process`)).status).toBe(200);
  await running();
  first.process.kill('SIGTERM');
  await first.exited;
  expect(first.process.exitCode).toBe(0);
  const [job] = await database.orm.em.fork().find(Job, {});
  expect(job).toMatchObject({ state: 'waiting', attempts: 0 });

  const second = await start();
  const after = createClient(second.url, token);
  expect(await after.finished(id)).toMatchObject({ status: 'completed' });
  expect((await after.get('/usage/')).body).toHaveLength(1);
});

async function running(): Promise<void> {
  while ((await database.orm.em.fork().count(Job, { state: 'running' })) === 0) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
