import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSample } from '../support/a-statement.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ DATABASE_CONNECTIONS: '2', DATABASE_JOB_CONNECTIONS: '2', SIGNUP_CREDITS: '1000' });
});
afterAll(() => app.stop());

type Connection = { name: string; count: number };

/** Those of the server, as its client beside it sees them. */
async function countConnections(watcher: Client, ours: number[]): Promise<Connection[]> {
  const sql = `select application_name as name, count(*)::int as count from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and pid <> all ($1) group by 1 order by 1`;
  return (await watcher.query<Connection>(sql, [ours])).rows;
}

test('a server takes the connections it is given and no more, and with few of them everybody is served', async () => {
  const ada = await app.signIn('ada@example.com');
  const statement = aSample('releve-de-compte').pdf;
  const { location, orm } = app.database;
  if (location.engine !== 'postgresql') throw new Error('This is a test for PostgreSQL');
  const watcher = new Client({ connectionString: location.url });
  await watcher.connect();
  // The test's own pool, through which the database was made and migrated, has not more of them either.
  const own = await Promise.all(
    Array.from({ length: 2 }, () =>
      orm.em.fork().execute<{ pid: number }[]>('select pg_backend_pid() as pid, pg_sleep(0.1)'),
    ),
  );
  const pids = own.flatMap((rows) => rows.map(({ pid }) => pid));
  const seen = new Map<string, number>();
  let working = true;
  const watching = (async () => {
    while (working) {
      await pause(20);
      for (const { name, count } of await countConnections(watcher, pids)) {
        seen.set(name, Math.max(seen.get(name) ?? 0, count));
      }
    }
  })();

  const files = await Promise.all(Array.from({ length: 6 }, () => ada.upload(statement)));
  const { body } = await ada.post('/dashboards/', { name: 'All of it' });
  const { id: dashboard } = body as { id: number };
  const answers = await Promise.all([
    ...files.map(({ id }) => ada.post(`/files/${id}/process`)),
    ...files.map(({ id }) => ada.post(`/dashboards/${dashboard}/files`, { file_ids: [id] })),
    ...Array.from({ length: 40 }, () => ada.get('/files/?limit=100')),
  ]);
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  const finished = await Promise.all(files.map(({ id }) => ada.finished(id)));
  expect(finished.filter(({ status }) => status !== 'completed')).toEqual([]);
  working = false;
  await watching;
  await watcher.end();

  expect(Object.fromEntries(seen)).toMatchObject({
    'excellent-banking': 2,
    'excellent-banking jobs': expect.toSatisfy((count) => count <= 2),
    'excellent-banking listener': 1,
  });
});
