import Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import QuickLRU from 'quick-lru';

/**
 * Opens the SQLite file the way a ledger needs it: write-ahead log, every commit on the disk before it is answered,
 * foreign keys held, and a wait of `waitMs` where another process is writing.
 */
export function openSqlite(path: string, waitMs: number): SqliteDialect {
  const database = new Database(path, { timeout: waitMs });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  return new ImmediateSqliteDialect(rememberStatements(database));
}

/**
 * SQLite's own `begin` takes the write lock at the first write. Two transactions that read first and write later then
 * fail with SQLITE_BUSY, whatever the busy timeout (https://sqlite.org/lang_transaction.html#deferred_immediate_and_exclusive_transactions).
 * `begin immediate` takes the lock at once, so that the second one waits its turn.
 */
class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
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

const REMEMBERED_STATEMENTS = 200;
/** Longer texts carry values of their own and do not come again. */
const LONGEST_REMEMBERED = 2_000;

/**
 * Preparing a statement costs SQLite more than running a small one, and the same texts come again and again. SQLite
 * itself prepares a remembered statement anew where the schema has changed.
 */
function rememberStatements(database: Database.Database): SqliteDatabase {
  const statements = new QuickLRU<string, SqliteStatement>({ maxSize: REMEMBERED_STATEMENTS });
  return {
    prepare(sql) {
      const known = statements.get(sql);
      if (known) return known;
      const statement = database.prepare(sql);
      if (sql.length <= LONGEST_REMEMBERED) statements.set(sql, statement);
      return statement;
    },
    close: () => database.close(),
  };
}
