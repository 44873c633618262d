import type { SqlEntityManager } from '@mikro-orm/sql';
import { inBatches } from './in-batches.ts';
import type { MovedTable } from './moved-tables.ts';
import type { SourceRow, SqliteSource } from './sqlite-source.ts';

/** What is under way at once: many small rows, or the few statements of which each is megabytes. */
const BATCH_ROWS = 2_000;
const BATCH_CHARACTERS = 2 ** 20;

/** Copies the rows of a table as they are, ids included, in the transaction of `em`. Answers with how many there were. */
export async function copyTable(source: SqliteSource, em: SqlEntityManager, table: MovedTable): Promise<number> {
  const columns = table.columns.map(({ name }) => quote(name)).join(', ');
  const order = table.primaryKey.map(quote).join(', ');
  const insert = `insert into ${quote(table.name)} (${columns})
    select ${columns} from json_populate_recordset(null::${quote(table.name)}, ?::json)`;
  let copied = 0;
  const rows = source.rows(`select ${columns} from ${quote(table.name)} order by ${order}`);
  for (const batch of inBatches(asJson(rows, table.columns), BATCH_ROWS, BATCH_CHARACTERS)) {
    try {
      await em.execute(insert, [`[${batch.join(',')}]`]);
    } catch (error) {
      const place = `rows ${copied + 1} to ${copied + batch.length} of ${table.name}`;
      throw new Error(`PostgreSQL refuses ${place}: ${reasonOf(error)}`, { cause: error });
    }
    copied += batch.length;
  }
  if (table.hasSequence) await continueSequence(em, table.name, source.lastId(table.name));
  return copied;
}

function* asJson(rows: Iterable<SourceRow>, columns: MovedTable['columns']): Generator<string> {
  for (const row of rows) yield toJson(row, columns);
}

/** A row as PostgreSQL reads it: SQLite keeps times as milliseconds since 1970, JSON as text, and knows no booleans. */
const toJson = (row: SourceRow, columns: MovedTable['columns']): string =>
  `{${columns.map(({ name, postgresqlType }) => `${JSON.stringify(name)}:${valueToJson(row[name], postgresqlType)}`).join()}}`;

function valueToJson(value: string | number | null | undefined, postgresqlType: string): string {
  if (value == null) return 'null';
  if (postgresqlType === 'jsonb') return String(value);
  if (postgresqlType === 'boolean') return value ? 'true' : 'false';
  return JSON.stringify(postgresqlType.startsWith('timestamp') ? new Date(value).toISOString() : value);
}

/**
 * The next id is above every one that was ever given out, not only above those that are left: a deleted file's id is
 * still named by the ledger.
 */
async function continueSequence(em: SqlEntityManager, table: string, lastId: number | null): Promise<void> {
  if (lastId === null || lastId === 0) return;
  await em.execute('select setval(pg_get_serial_sequence(?, ?), ?)', [quote(table), 'id', lastId]);
}

/** The error's words end with PostgreSQL's own; before them stands the whole statement, with what users have given us. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/^.* - (?=\S)/s, '').split('\n', 1)[0] ?? '';

const quote = (identifier: string): string => `"${identifier}"`;
