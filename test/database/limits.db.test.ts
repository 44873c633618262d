import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_DATABASE_LIMITS } from '../../src/database/database-limits.ts';
import { readPool } from '../../src/database/connection-pool.ts';
import { openDatabase } from '../../src/database/orm.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const onPostgresql = process.env['TEST_DATABASE'] === 'postgresql';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** Runs with a connection, or a pool of them, of its own. */
async function withLimits<T>(
  limits: Partial<typeof DEFAULT_DATABASE_LIMITS>,
  run: (orm: TestDatabase['orm']) => Promise<T>,
): Promise<T> {
  const orm = await openDatabase(database.location, { ...DEFAULT_DATABASE_LIMITS, ...limits });
  try {
    return await run(orm);
  } finally {
    await orm.close();
  }
}

test.runIf(onPostgresql)('a statement that takes too long is ended, and the connection goes on', async () => {
  await withLimits({ statementMs: 200 }, async (orm) => {
    const { em } = orm;
    await expect(em.fork().execute('select pg_sleep(30)')).rejects.toThrow('statement timeout');
    expect(await em.fork().execute('select 1 as one')).toEqual([{ one: 1 }]);
  });
});

test.runIf(onPostgresql)('more calls than there are connections wait for one, for so long and no longer', async () => {
  await withLimits({ connections: 2, waitMs: 300 }, async (orm) => {
    let most = 0;
    const ask = async (): Promise<void> => {
      await orm.em.fork().execute('select pg_sleep(0.01)');
      const pool = await readPool(orm);
      most = Math.max(most, (pool?.busy ?? 0) + (pool?.idle ?? 0));
    };
    await Promise.all(Array.from({ length: 12 }, ask));
    expect(most).toBe(2);

    const held = [1, 2].map(() => orm.em.fork().execute('select pg_sleep(1)'));
    await expect(orm.em.fork().execute('select 1')).rejects.toThrow('timeout exceeded');
    await Promise.all(held);
  });
});

test.skipIf(onPostgresql)('whoever wants to write while another process does waits so long and no longer', async () => {
  const writer = database.orm.em.fork();
  await writer.begin();
  const waited = withLimits({ waitMs: 200 }, async (orm) => {
    const startedAt = performance.now();
    await expect(orm.em.fork().begin()).rejects.toThrow('locked');
    return performance.now() - startedAt;
  });
  expect(await waited).toBeGreaterThan(150);
  await writer.rollback();
});
