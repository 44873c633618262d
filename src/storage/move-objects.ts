import { createHash } from 'node:crypto';
import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { createObjectDirectory, type ObjectDirectory } from './object-directory.ts';
import { isStorageKey } from './storage-key.ts';
import type { Storage } from './storage.ts';

export type MovedObjects = {
  copied: number;
  /** Those that an earlier move had brought there already. */
  there: number;
};

/** A storage that says what is in it. */
type Target = Pick<Storage, 'stat' | 'open' | 'write'> & { keys(): AsyncIterable<string> };

const AT_ONCE = 8;
/** Whoever asks for an object says what it is to be taken for; the store's own word is not looked at. */
const CONTENT_TYPE = 'application/octet-stream';

/**
 * Copies every object of a directory to another storage, under the same key, reads it back there and compares it with
 * the one here. What is there already, to the byte, is not written again, so a move that broke off is made anew. Throws
 * where the target holds anything else, or not all of it arrives as it was. The directory stays as it is; nobody may write to
 * it meanwhile.
 */
export async function moveObjects(
  directory: string,
  target: Target,
  onObject: (done: number) => void = () => undefined,
): Promise<MovedObjects> {
  const source = createObjectDirectory(directory);
  await mustHoldNothingElse(target, source);
  const moved: MovedObjects = { copied: 0, there: 0 };
  const keys = keysOf(directory);
  const moveSome = async (): Promise<void> => {
    // All of them draw from the one iterator.
    for (let { done, value } = await keys.next(); !done; { done, value } = await keys.next()) {
      moved[(await moveObject(source, target, String(value))) ? 'copied' : 'there'] += 1;
      onObject(moved.copied + moved.there);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, moveSome));
  const arrived = await count(target.keys());
  const expected = moved.copied + moved.there;
  if (arrived !== expected) throw new Error(`${arrived} objects are there, of ${expected}`);
  return moved;
}

/** Else what was deleted here would live on there, or what belongs to somebody else be taken for ours. */
async function mustHoldNothingElse(target: Target, source: ObjectDirectory): Promise<void> {
  for await (const key of target.keys()) {
    const known = isStorageKey(key) && (await source.stat(key));
    if (!known) throw new Error(`The store holds an object that is not here: ${key}`);
  }
}

/** Every object of the directory; what is half written has a name that no key can have. */
async function* keysOf(directory: string, under = ''): AsyncGenerator<string, undefined> {
  for await (const entry of await opendir(join(directory, under))) {
    if (!isStorageKey(entry.name)) continue;
    const key = under === '' ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) yield* keysOf(directory, key);
    else yield key;
  }
}

/** Whether it had to be written. */
async function moveObject(source: ObjectDirectory, target: Target, key: string): Promise<boolean> {
  if (await isThere(source, target, key)) return false;
  const object = await source.open(key);
  if (object === null) throw new Error(`${key} was deleted meanwhile: stop the server first`);
  await target.write(key, object.stream(), { contentType: CONTENT_TYPE });
  if (!(await isThere(source, target, key))) throw new Error(`${key} did not arrive as it was`);
  return true;
}

/** To the byte. */
async function isThere(source: ObjectDirectory, target: Target, key: string): Promise<boolean> {
  const [here, there] = [await source.stat(key), await target.stat(key)];
  if (here === null || there?.sizeBytes !== here.sizeBytes) return false;
  const hashes = [await hashOf((await source.open(key))?.stream()), await hashOf((await target.open(key))?.body)];
  return hashes[0] === hashes[1];
}

async function hashOf(stream: ReadableStream<Uint8Array> | undefined): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of stream ?? []) hash.update(chunk);
  return hash.digest('hex');
}

async function count(keys: AsyncIterable<string>): Promise<number> {
  let counted = 0;
  for await (const _ of keys) counted += 1;
  return counted;
}
