import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../src/database/migrate.ts';
import { type DatabaseLocation, openDatabase } from '../../src/database/orm.ts';
import { createTestDatabase, createTestPlace, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
const dataDir = mkdtempSync(join(tmpdir(), 'excellent-banking-migrations-'));
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('the migrations make exactly the tables that the entities describe', async () => {
  const update = await database.orm.schema.getUpdateSchemaSQL({ wrap: false });
  // Triggers and their functions are no part of an entity: the migrations alone make them.
  expect(update.split('\n').filter((line) => line && !/^drop (?:trigger|function) /.test(line))).toEqual([]);
});

test('migrating twice changes nothing', async () => {
  expect(await migrate(database.orm)).toEqual([]);
  expect(await database.orm.migrator.getPending()).toEqual([]);
});

test('of many processes that start at once over an empty database, one migrates it and the others wait', async () => {
  const { location, remove } = await createTestPlace();
  const runs = await Promise.all(Array.from({ length: 3 }, () => migrateByHand(location)));
  expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual(runs.map(() => ({ code: 0, stderr: '' })));
  const said = runs.map(({ stdout }) => stdout).sort();
  const orm = await openDatabase(location);
  const names = (await orm.migrator.getExecuted()).map(({ name }) => name);
  await orm.close();
  await remove();
  expect(said).toEqual([names.map((name) => `${name}\n`).join(''), 'Nothing to migrate\n', 'Nothing to migrate\n']);
});

test('of many that start at once in one process, too', async () => {
  const { location, remove } = await createTestPlace();
  const orms = await Promise.all(Array.from({ length: 4 }, () => openDatabase(location)));
  const applied = await Promise.all(orms.map(migrate));
  expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
  await Promise.all(orms.map((orm) => orm.close()));
  await remove();
});

async function migrateByHand(location: DatabaseLocation) {
  const child = spawn(process.execPath, ['src/cli/migrate.ts'], {
    env: { DATA_DIR: dataDir, DATABASE_URL: location.engine === 'sqlite' ? `file:${location.path}` : location.url },
  });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { stdout, stderr, code };
}
