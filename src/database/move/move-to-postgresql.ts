import type { MikroORM, SqlEntityManager } from '@mikro-orm/sql';
import { migrations } from '../migrations/sqlite/index.ts';
import { copyTable } from './copy-table.ts';
import { JOBS_TABLE, type MovedTable, movedTables } from './moved-tables.ts';
import type { SourceRow, SqliteSource } from './sqlite-source.ts';
import { verifyMove } from './verify-move.ts';

export type MoveOptions = {
  /** The migrated database to move to. */
  orm: MikroORM;
  /** Whether the target's queue holds a job. */
  hasJobs: () => Promise<boolean>;
  /** Hands a row of the table `jobs` over to the target's queue, in the transaction of `em`. */
  adoptJob: (em: SqlEntityManager, row: SourceRow) => Promise<void>;
  onTable?: (name: string, rows: number) => void;
};

/**
 * Moves everything from a SQLite file to an empty PostgreSQL database, in one transaction: all of it arrives and has
 * been verified, or nothing has changed there. The file stays as it is. Throws where the file is of another version,
 * where the target holds anything, and where anything does not arrive as it was.
 */
export async function moveToPostgresql(source: SqliteSource, options: MoveOptions): Promise<void> {
  const { orm, hasJobs, adoptJob, onTable } = options;
  const tables = movedTables(orm);
  mustBeKnown(source, tables);
  await orm.em.fork().transactional(async (em) => {
    // Copying takes as long as it takes; the limits are those of a request.
    await em.execute('set local statement_timeout = 0');
    await em.execute('set local idle_in_transaction_session_timeout = 0');
    await mustBeEmpty(em, tables);
    if (await hasJobs()) throw notEmpty('jobs');
    for (const table of tables) onTable?.(table.name, await copyTable(source, em, table));
    onTable?.(JOBS_TABLE, await handOverJobs(source, em, adoptJob));
    await verifyMove(source, em, tables);
  });
}

/** A table or a version that this program does not know would be left behind, or be misread. */
function mustBeKnown(source: SqliteSource, tables: readonly MovedTable[]): void {
  const known = new Set([...tables.map(({ name }) => name), JOBS_TABLE, 'migrations']);
  const present = source.tables();
  const unknown = present.filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Error(`Nothing is known of the tables ${unknown.join(', ')}`);
  const applied = present.includes('migrations') ? source.migrations() : [];
  const expected = migrations.map(({ name }) => name);
  if (applied.join() !== expected.join()) {
    throw new Error('The file was left by another version: bring it up to date first, with `npm run migrate`');
  }
}

/** Nobody writes there either until the end: a server that runs on the target waits. */
async function mustBeEmpty(em: SqlEntityManager, tables: readonly MovedTable[]): Promise<void> {
  await em.execute(`lock table ${tables.map(({ name }) => `"${name}"`).join(', ')} in exclusive mode`);
  for (const { name } of tables) {
    const rows = await em.execute<unknown[]>(`select 1 from "${name}" limit 1`);
    if (rows.length > 0) throw notEmpty(name);
  }
}

const notEmpty = (table: string): Error => new Error(`The database to move to is not empty: it has ${table}`);

async function handOverJobs(
  source: SqliteSource,
  em: SqlEntityManager,
  adoptJob: MoveOptions['adoptJob'],
): Promise<number> {
  let handedOver = 0;
  for (const row of source.rows(`select * from "${JOBS_TABLE}" order by id`)) {
    await adoptJob(em, row);
    handedOver += 1;
  }
  if (handedOver !== source.count(JOBS_TABLE)) throw new Error(`${handedOver} jobs were handed over, and not all`);
  return handedOver;
}
