import { DriverException } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/sql';
import { whileLocked } from './sqlite-lock.ts';

/**
 * Applies the migrations that are missing, all of them or none, and answers with their names. However many processes
 * start at once, each migration runs once: the others wait for the first, and find it done.
 */
export async function migrate(orm: MikroORM): Promise<string[]> {
  const isFile = 'createDriver' in orm.config.get('driverOptions');
  const applied = await (isFile
    ? whileLocked(`${orm.config.get('dbName')}.migrating`, () => orm.migrator.up())
    : migratePostgresql(orm));
  return applied.map(({ name }) => name);
}

/** Any number will do, as long as nobody else takes a lock by it. */
const MIGRATION_LOCK = 7_133_202_611;

/**
 * The lock is the transaction's, so it goes with the connection whatever happens, and holds behind a pooler, too. Those
 * who wait for it, and whoever builds an index over millions of rows, must not be cut off by the limits of a request.
 */
async function migratePostgresql(orm: MikroORM): ReturnType<MikroORM['migrator']['up']> {
  await ensureDatabase(orm);
  return orm.em.fork().transactional(async (em) => {
    await em.execute('set local statement_timeout = 0');
    await em.execute('set local idle_in_transaction_session_timeout = 0');
    await em.execute('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
    return orm.migrator.up({ transaction: em.getTransactionContext() });
  });
}

/** Of those who find that the server has no such database, one makes it; the others are told so by an error, and go on. */
async function ensureDatabase(orm: MikroORM): Promise<void> {
  const name = orm.config.get('dbName');
  try {
    await orm.schema.ensureDatabase();
  } catch (error) {
    if (!(error instanceof DriverException && MADE_MEANWHILE.includes(error.code ?? ''))) throw error;
    // It was left connected to the database from which others are made.
    orm.config.set('dbName', name);
    await orm.reconnect();
  }
}

/** `duplicate_database`, and the same where both have looked before either had made it: `unique_violation`. */
const MADE_MEANWHILE = ['42P04', '23505'];
