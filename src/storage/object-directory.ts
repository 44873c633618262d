import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { mkdir, open, readFile, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import type { ByteRange } from './byte-range.ts';
import type { ObjectFacts } from './storage.ts';
import { isStorageKey, requireStorageKey, requireStoragePrefix } from './storage-key.ts';

/** An object held open: it stays readable while it is replaced or deleted. Either `stream` or `close` must be called. */
export type OpenObject = ObjectFacts & {
  stream(range?: ByteRange): ReadableStream<Uint8Array>;
  close(): Promise<void>;
};
export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** Objects as files: one directory tree, in which a key is a path. */
export type ObjectDirectory = {
  /** Writes all chunks or nothing, and durably: when this returns, a power cut loses nothing. The last writer wins. */
  put(key: string, chunks: Chunks): Promise<ObjectFacts>;
  stat(key: string): Promise<ObjectFacts | null>;
  open(key: string): Promise<OpenObject | null>;
  deletePrefix(prefix: string): Promise<void>;
  /** Throws where a file cannot be written and read back. */
  check(): Promise<void>;
  /** Removes what a crash left half written. Synchronous, for the start. */
  removeStale(now: Date): void;
};

/** Bank statements: nobody but the server's own user may read them. */
const PRIVATE_DIRECTORY = { recursive: true, mode: 0o700 };
const PRIVATE_FILE = 0o600;
/** No upload pauses for so long; another process may still be writing a younger file. */
const STALE_MS = 60 * 60 * 1000;

export const createObjectDirectory = (path: string): ObjectDirectory => {
  const directory = resolve(path);
  /** Half-written files wait here: on the same file system as the objects, under a name that no key can have. */
  const incoming = join(directory, '.incoming');

  const pathOf = (key: string): string => join(directory, ...requireStorageKey(key).split('/'));

  const writeIncoming = async (chunks: Chunks): Promise<string> => {
    const path = join(incoming, randomUUID());
    await mkdir(incoming, PRIVATE_DIRECTORY);
    const file = await open(path, 'wx', PRIVATE_FILE);
    try {
      await file.writeFile(chunks);
      await file.sync();
      return path;
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
  };

  /** A deletion may remove the target's directory, being empty, just before the rename: then it is made again. */
  const moveInto = async (from: string, to: string, attempts = 5): Promise<void> => {
    try {
      const firstMade = await mkdir(dirname(to), PRIVATE_DIRECTORY);
      await rename(from, to);
      await flushDirectories(dirname(to), firstMade === undefined ? dirname(to) : dirname(firstMade));
    } catch (error) {
      if (attempts === 1 || !isCode(error, 'ENOENT')) throw error;
      await moveInto(from, to, attempts - 1);
    }
  };

  const removeEmptyDirectories = async (path: string): Promise<void> => {
    if (path === directory) return;
    try {
      await rmdir(path);
    } catch (error) {
      if (isCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT')) return;
      throw error;
    }
    await removeEmptyDirectories(dirname(path));
  };

  return {
    async put(key, chunks) {
      const path = pathOf(key);
      const temporary = await writeIncoming(chunks);
      try {
        const facts = factsOf(await stat(temporary, { bigint: true }));
        await moveInto(temporary, path);
        return facts;
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },

    async stat(key) {
      const stats = await orNull(stat(pathOf(key), { bigint: true }));
      return stats?.isFile() ? factsOf(stats) : null;
    },

    async open(key) {
      const file = await orNull(open(pathOf(key)));
      if (file === null) return null;
      const stats = await file.stat({ bigint: true });
      if (stats.isFile()) return openObject(file, factsOf(stats));
      await file.close();
      return null;
    },

    async deletePrefix(prefix) {
      const segments = requireStoragePrefix(prefix).split('/');
      const start = segments.pop() ?? '';
      const parent = join(directory, ...segments);
      const names = (await orNull(readdir(parent))) ?? [];
      const doomed = names.filter((name) => name.startsWith(start) && isStorageKey(name));
      for (const name of doomed) await rm(join(parent, name), { recursive: true, force: true, maxRetries: 3 });
      if (doomed.length > 0) await removeEmptyDirectories(parent);
    },

    async check() {
      const probe = randomUUID();
      const path = await writeIncoming([Buffer.from(probe)]);
      try {
        if ((await readFile(path, 'utf8')) !== probe) throw new Error(`${directory} does not keep what is written`);
      } finally {
        await rm(path, { force: true });
      }
    },

    removeStale(now) {
      const names = statSync(incoming, { throwIfNoEntry: false }) === undefined ? [] : readdirSync(incoming);
      for (const name of names) {
        const file = join(incoming, name);
        const stats = statSync(file, { throwIfNoEntry: false });
        if (stats && now.getTime() - stats.mtimeMs > STALE_MS) rmSync(file, { force: true });
      }
    },
  };
};

/** Each write makes a new file, so inode, size and time of writing tell one version from another without a read. */
const factsOf = ({ ino, size, mtimeNs }: BigIntStats): ObjectFacts => ({
  sizeBytes: Number(size),
  etag: `"${ino.toString(36)}-${size.toString(36)}-${mtimeNs.toString(36)}"`,
});

/** The cast: Node's type of a web stream and the DOM's, which GraphQL Yoga brings in, differ in a detail of no matter here. */
const openObject = (file: FileHandle, facts: ObjectFacts): OpenObject => ({
  ...facts,
  stream: (range) => Readable.toWeb(file.createReadStream(range)) as ReadableStream<Uint8Array>,
  close: () => file.close(),
});

/** A renamed file or a made directory survives a power cut once its parent is flushed. One already deleted is no loss. */
const flushDirectories = async (from: string, upTo: string): Promise<void> => {
  const handle = await orNull(open(from));
  try {
    await handle?.sync();
  } finally {
    await handle?.close();
  }
  if (from !== upTo) await flushDirectories(dirname(from), upTo);
};

const isCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

const orNull = async <T>(found: Promise<T>): Promise<T | null> => {
  try {
    return await found;
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return null;
    throw error;
  }
};
