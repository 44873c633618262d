import { Migrator } from '@mikro-orm/migrations';
import type { MikroORM } from '@mikro-orm/sql';
import { type DatabaseLimits, DEFAULT_DATABASE_LIMITS } from './database-limits.ts';
import { entities } from './entities.ts';
import { migrate } from './migrate.ts';
import { migrations as postgresqlMigrations } from './migrations/postgresql/index.ts';
import { migrations as sqliteMigrations } from './migrations/sqlite/index.ts';

/** The default is a file; `postgres://…` is a server. */
export type DatabaseLocation = { engine: 'sqlite'; path: string } | { engine: 'postgresql'; url: string };

/** Connects. The schema is brought up to date by `migrate`, never by guessing from the entities. */
export async function openDatabase(
  location: DatabaseLocation,
  limits: DatabaseLimits = DEFAULT_DATABASE_LIMITS,
): Promise<MikroORM> {
  const common = {
    entities,
    extensions: [Migrator],
    forceUtcTimezone: true,
    // Verbs are given their own entity manager; a forgotten fork must fail loudly instead of sharing state.
    allowGlobalContext: false,
    debug: false,
  };
  const migrator = { tableName: 'migrations', transactional: true, allOrNothing: true, snapshot: false, silent: true };
  if (location.engine === 'sqlite') {
    const [{ MikroORM }, { openSqlite }] = await Promise.all([
      import('@mikro-orm/sqlite'),
      import('./sqlite-dialect.ts'),
    ]);
    return MikroORM.init({
      ...common,
      dbName: location.path,
      driverOptions: openSqlite(location.path, limits.waitMs),
      migrations: { ...migrator, migrationsList: sqliteMigrations },
    });
  }
  const { MikroORM } = await import('@mikro-orm/postgresql');
  return MikroORM.init({
    ...common,
    clientUrl: location.url,
    pool: { max: limits.connections },
    // A database that is away must be an error soon, not a request that hangs.
    driverOptions: {
      application_name: 'excellent-banking',
      connectionTimeoutMillis: limits.waitMs,
      statement_timeout: limits.statementMs,
      idle_in_transaction_session_timeout: 2 * limits.statementMs,
    },
    migrations: { ...migrator, migrationsList: postgresqlMigrations },
  });
}

/** Connects and brings the schema up to date. What stays open where that fails is closed again. */
export async function openMigrated(location: DatabaseLocation, limits?: DatabaseLimits): Promise<MikroORM> {
  const orm = await openDatabase(location, limits);
  try {
    await migrate(orm);
    return orm;
  } catch (error) {
    await orm.close();
    throw error;
  }
}
