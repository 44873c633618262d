import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MikroORM } from '@mikro-orm/sql';
import { inject } from 'vitest';
import { migrate } from '../../src/database/migrate.ts';
import { type DatabaseLocation, openDatabase } from '../../src/database/orm.ts';

export type TestDatabase = { location: DatabaseLocation; orm: MikroORM; close: () => Promise<void> };

/** An empty, migrated database of the engine that this run of the suite is for (`TEST_DATABASE`). */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { location, remove } = await createTestPlace();
  const orm = await openDatabase(location);
  await migrate(orm);
  return {
    location,
    orm,
    close: async () => {
      await orm.close();
      await remove();
    },
  };
}

/** Where a database of this run's engine may be: as empty as it comes. */
export const createTestPlace = (): Promise<TestPlace> =>
  process.env['TEST_DATABASE'] === 'postgresql' ? postgresql() : sqlite();

export type TestPlace = { location: DatabaseLocation; remove: () => Promise<void> };

async function sqlite(): Promise<TestPlace> {
  const directory = mkdtempSync(join(tmpdir(), 'excellent-banking-sqlite-'));
  return {
    location: { engine: 'sqlite', path: join(directory, 'database.sqlite') },
    remove: async () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** On the PostgreSQL of this run, a name that no database has. */
export function createNamedPlace(): TestPlace & { name: string; server: string } {
  const server = inject('postgresqlUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  return {
    name,
    server,
    location: { engine: 'postgresql', url: `${server}/${name}` },
    remove: () => onServer(server, `drop database ${name} with (force)`),
  };
}

async function postgresql(): Promise<TestPlace> {
  const { server, name, ...place } = createNamedPlace();
  await onServer(server, `create database ${name}`);
  return place;
}

async function onServer(server: string, sql: string): Promise<void> {
  const orm = await openDatabase({ engine: 'postgresql', url: `${server}/postgres` });
  try {
    await orm.em.getConnection().execute(sql);
  } finally {
    await orm.close();
  }
}
