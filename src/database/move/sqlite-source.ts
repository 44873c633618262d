import Database from 'better-sqlite3';

export type SourceRow = Record<string, string | number | null>;

/** A SQLite file that is read and not written, while nobody else may open it. */
export type SqliteSource = {
  tables(): string[];
  /** The names of the migrations that it has been through. */
  migrations(): string[];
  count(table: string): number;
  /** The highest id that was ever given out, to a row that has gone since, too. Null where none was. */
  lastId(table: string): number | null;
  /** One row after another, as they are read from the file. `sql` asks for an order. */
  rows(sql: string): IterableIterator<SourceRow>;
  close(): void;
};

/**
 * Opens the file for oneself alone: with SQLite's locking mode “exclusive” that fails as long as any process has it
 * open, were it idle (https://sqlite.org/pragma.html#pragma_locking_mode), and nobody can open it until it is closed.
 * What a server wrote meanwhile would be missing where the data go.
 */
export function openSqliteSource(path: string): SqliteSource {
  const database = new Database(path, { fileMustExist: true, timeout: 1_000 });
  try {
    database.pragma('locking_mode = exclusive');
    database.exec('begin immediate');
  } catch (error) {
    database.close();
    if (!(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error;
    throw new Error(`${path} is in use: stop the server first`, { cause: error });
  }
  const texts = (sql: string): string[] => database.prepare<[], string>(sql).pluck().all();
  return {
    tables: () =>
      texts(`select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'`),
    migrations: () => texts('select name from migrations order by id'),
    count: (table) => database.prepare<[], number>(`select count(*) from "${table}"`).pluck().get() ?? 0,
    lastId: (table) =>
      database.prepare<[string], number>('select seq from sqlite_sequence where name = ?').pluck().get(table) ?? null,
    rows: (sql) => database.prepare<[], SourceRow>(sql).iterate(),
    close: () => database.close(),
  };
}
