import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Config } from '../config.ts';
import { backUpSqlite } from '../database/back-up-sqlite.ts';
import { copyObjects } from '../storage/copy-objects.ts';

export type BackedUp = {
  /** Absolute. */
  folder: string;
  /** The SQLite file within the folder; null: the database is PostgreSQL. */
  database: string | null;
  /** How many; null: they are in S3. */
  objects: number | null;
};

/**
 * Copies DATA_DIR into a folder that a server can be started with, while another works on it. The folder appears when
 * everything is in it; throws, and leaves none, where that fails or there is something already.
 *
 * A row and its objects belong together: an object is there before its row names it and until after its row is gone.
 * So objects are copied before the database, for those deleted after it, and again after, for those new before it. What
 * comes and goes within one backup may be missing, as it is from the server.
 */
export async function backUp(
  config: Pick<Config, 'dataDir' | 'database' | 's3'>,
  folder: string,
  copySqlite = backUpSqlite,
): Promise<BackedUp> {
  const target = resolve(folder);
  const part = `${target}.incomplete`;
  mustBeFree(target, 'exists already; a backup is a folder of its own');
  mustBeFree(part, 'is left of a backup that broke off, or one is under way; if none is, remove it');
  const objects = { from: join(config.dataDir, 'objects'), to: join(part, 'objects') };
  if (isWithin(target, objects.from)) throw new Error('The backup must not lie among the objects');
  await mkdir(dirname(target), { recursive: true });
  await mkdir(part, { mode: 0o700 });
  try {
    const copyObjectsToPart = async () => (config.s3 ? null : copyObjects(objects.from, objects.to));
    const before = await copyObjectsToPart();
    const database = await copyDatabase(config, part, copySqlite);
    const after = await copyObjectsToPart();
    await copyTheRest(config, part, target);
    await rename(part, target);
    return { folder: target, database, objects: before === null || after === null ? null : before + after };
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
}

function mustBeFree(path: string, why: string): void {
  if (existsSync(path)) throw new Error(`${path} ${why}`);
}

/** To the place where a server started on the folder looks for it. */
async function copyDatabase(
  { dataDir, database }: Pick<Config, 'dataDir' | 'database'>,
  part: string,
  copySqlite: typeof backUpSqlite,
): Promise<string | null> {
  if (database.engine !== 'sqlite') return null;
  const place = isWithin(database.path, dataDir) ? relative(dataDir, database.path) : 'excellent-banking.sqlite';
  await mkdir(dirname(join(part, place)), { recursive: true });
  await copySqlite(database.path, join(part, place));
  return place;
}

/** Keys, and whatever else is there: they are small, and written once. */
async function copyTheRest({ dataDir, database }: Pick<Config, 'dataDir' | 'database'>, part: string, target: string) {
  const file = database.engine === 'sqlite' ? database.path : null;
  const isDatabase = (path: string) => file !== null && dirname(path) === dirname(file) && isOf(file, path);
  for (const name of await readdir(dataDir)) {
    const path = join(dataDir, name);
    if (name === 'objects' || isWithin(target, path) || path === part) continue;
    await cp(path, join(part, name), { recursive: true, preserveTimestamps: true, filter: (at) => !isDatabase(at) });
  }
}

/** The file itself, its log, its journal, and the lock of its migrations. */
const isOf = (file: string, path: string): boolean =>
  basename(path) === basename(file) ||
  basename(path).startsWith(`${basename(file)}-`) ||
  basename(path).startsWith(`${basename(file)}.migrating`);

const isWithin = (path: string, directory: string): boolean =>
  path === directory || path.startsWith(`${directory}${sep}`);
