import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { backUp } from '../../src/cli/back-up.ts';
import { issueLocalToken } from '../../src/cli/token.ts';
import { parseConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/database/orm.ts';
import { createLog } from '../../src/log.ts';
import { aSample } from '../support/a-statement.ts';
import { type Client, createClient, type FileAnswer } from '../support/client.ts';
import { audit } from '../support/cluster/audit.ts';
import { findPostgresqlTools, startToolsServer, type ToolsServer } from '../support/debian-postgresql.ts';
import { endLeases } from '../support/jobs-at-rest.ts';

const tools = findPostgresqlTools();
const { pdf } = aSample('releve-de-compte');
const silent = { log: createLog('silent') };

describe.skipIf(tools === null)('where the machine has PostgreSQL’s own tools (`apt-get install postgresql`)', () => {
  const directory = mkdtempSync(join(tmpdir(), 'excellent-banking-dump-'));
  let server: ToolsServer;
  beforeAll(async () => {
    server = await startToolsServer(tools ?? '');
  });
  afterAll(async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  test('a server comes back from a dump and a backup that were taken while it worked', async () => {
    for (const name of ['banking', 'restored'])
      await server.run('createdb', `--maintenance-db=${server.url}/postgres`, name);
    const environment = { NODE_ENV: 'test', PORT: '0', SIGNUP_CREDITS: '1000', ADMIN_API_KEY: 'a-key-of-the-story' };
    const config = parseConfig({
      ...environment,
      DATA_DIR: join(directory, 'data'),
      DATABASE_URL: `${server.url}/banking`,
    });
    const app = await buildApp(config, silent);
    const ada = createClient(await app.start(), await issueLocalToken(app, { email: 'ada@example.com' }));
    const before = [await processed(ada), await processed(ada)];
    const { id: dashboard } = (await ada.post('/dashboards/', { name: 'All' })).body as { id: number };
    await ada.post(`/dashboards/${dashboard}/files`, { file_ids: before });

    const done = new AbortController();
    const work = keepProcessing(ada, done.signal);
    const dump = join(directory, 'banking.dump');
    await server.run('pg_dump', '--format=custom', `--file=${dump}`, `${server.url}/banking`);
    const folder = join(directory, 'backup');
    await backUp(config, folder);
    done.abort();
    const later = await work;
    await app.stop();

    await server.run('pg_restore', `--dbname=${server.url}/restored`, '--no-owner', '--exit-on-error', dump);
    const location = { engine: 'postgresql', url: `${server.url}/restored` } as const;
    const orm = await openDatabase(location);
    await endLeases({ location, orm, close: async () => undefined });

    const restored = await buildApp(
      parseConfig({ ...environment, DATA_DIR: folder, DATABASE_URL: location.url }),
      silent,
    );
    const again = createClient(await restored.start(), ada.token);
    const files = (await again.get('/files/?limit=100')).body as FileAnswer[];
    expect(files.map(({ id }) => id)).toEqual(expect.arrayContaining(before));
    const completed: number[] = [];
    for (const { id, status } of files) {
      if (status === 'pending') continue;
      completed.push(id);
      expect(await again.finished(id)).toMatchObject({ status: 'completed' });
      expect(await again.download(`/files/${id}/download?format=original`)).toEqual(new Uint8Array(pdf));
      expect((await again.get(`/files/${id}/download`)).status).toBe(200);
    }
    expect((await again.get('/usage/summary')).body).toMatchObject({ total_files: completed.length });
    expect((await again.get('/billing/balance')).body).toEqual({ credits: 1000 - completed.length, reserved: 0 });
    expect((await again.get(`/dashboards/${dashboard}`)).body).toMatchObject({ file_count: 2 });
    const fresh = await processed(again);
    expect(fresh).toBeGreaterThan(Math.max(...files.map(({ id }) => id)));
    expect(later).toBeGreaterThan(0);
    expect(await audit(orm, [...completed, fresh])).toMatchObject({
      completed: completed.length + 1,
      notOnce: [],
      unbalancedTransfers: [],
      wrongBalances: [],
      wrongTotals: [],
    });
    await restored.stop();
    await orm.close();
  });
});

async function processed(client: Client): Promise<number> {
  const { id } = await client.upload(pdf);
  expect((await client.post(`/files/${id}/process`)).status).toBe(200);
  expect(await client.finished(id)).toMatchObject({ status: 'completed' });
  return id;
}

/** Answers with how many were processed. */
async function keepProcessing(client: Client, signal: AbortSignal): Promise<number> {
  let count = 0;
  while (!signal.aborted) {
    await processed(client);
    count += 1;
  }
  return count;
}
