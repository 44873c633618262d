import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import Database from 'better-sqlite3';

/**
 * Copies a SQLite file while others write to it: the copy is what stood there at one moment between the call and its
 * end. `to` must not exist yet, and is on the disk when this returns. Throws where there is nothing at `from`, or the copy
 * is not sound.
 */
export async function backUpSqlite(from: string, to: string): Promise<void> {
  if (!existsSync(from)) throw new Error(`There is no SQLite file at ${from}`);
  const source = new Database(from, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    // In one step: between two, whatever another process writes would have the copy begin anew, without an end
    // (https://sqlite.org/backup.html). Writers need not wait for it, since they write to the log.
    await source.backup(to, { progress: () => ALL_PAGES });
  } finally {
    source.close();
  }
  checkSqlite(to);
  const file = await open(to, 'r+');
  await file.sync().finally(() => file.close());
}

const ALL_PAGES = 2 ** 31 - 1;

/** Reads the whole file. */
function checkSqlite(path: string): void {
  const copy = new Database(path, { fileMustExist: true });
  try {
    const found = copy.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new Error(`${path} is not sound: ${String(found)}`);
    const astray = copy.prepare('select count(*) from pragma_foreign_key_check').pluck().get();
    if (astray !== 0) throw new Error(`${path} is not sound: ${String(astray)} rows refer to rows that are not there`);
  } finally {
    copy.close();
  }
}
