import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';

const POLL_MS = 20;

/**
 * Runs while no other process is inside for the same path. SQLite's own lock on an empty file: the system takes it back
 * from a process that dies, which it would not do with a file that is made and deleted.
 */
export async function whileLocked<T>(path: string, run: () => Promise<T>): Promise<T> {
  const lock = new Database(path, { timeout: 0 });
  try {
    while (!tryToBegin(lock)) await pause(POLL_MS);
    return await run();
  } finally {
    lock.close();
  }
}

function tryToBegin(lock: Database.Database): boolean {
  try {
    lock.exec('begin exclusive');
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false;
    throw error;
  }
}
