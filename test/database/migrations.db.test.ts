import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../src/database/orm.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test('the migrations make exactly the tables that the entities describe', async () => {
  expect(await database.orm.schema.getUpdateSchemaSQL({ wrap: false })).toBe('');
});

test('migrating twice changes nothing', async () => {
  await migrate(database.orm);
  expect(await database.orm.migrator.getPending()).toEqual([]);
});
