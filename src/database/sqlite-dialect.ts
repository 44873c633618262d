import Database from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, type Driver, SqliteDialect, SqliteDriver } from 'kysely';

/**
 * Opens the SQLite file the way a ledger needs it: write-ahead log, every commit on the disk before it is answered,
 * foreign keys held, and a wait of 5 s where another process is writing.
 */
export function openSqlite(path: string): SqliteDialect {
  const database = new Database(path, { timeout: 5_000 });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  return new ImmediateSqliteDialect(database);
}

/**
 * SQLite's own `begin` takes the write lock at the first write. Two transactions that read first and write later then
 * fail with SQLITE_BUSY, whatever the busy timeout (https://sqlite.org/lang_transaction.html#deferred_immediate_and_exclusive_transactions).
 * `begin immediate` takes the lock at once, so that the second one waits its turn.
 */
class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new ImmediateSqliteDriver({ database: this.#database });
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}
