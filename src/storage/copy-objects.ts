import { constants } from 'node:fs';
import { copyFile, link, mkdir, opendir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { isStorageKey } from './storage-key.ts';

/**
 * Brings a copy of an object directory up to date, and answers with how many objects it lacked. An object is never
 * changed in its place, so on one file system the copy is a second name for the same bytes and takes no room. What is
 * deleted meanwhile is left out; what the copy has already stays in it.
 */
export async function copyObjects(from: string, to: string): Promise<number> {
  const entries = await unlessGone(opendir(from));
  if (entries === null) return 0;
  await mkdir(to, { recursive: true, mode: 0o700 });
  let copied = 0;
  for await (const entry of entries) {
    // What is half written has a name that no key can have.
    if (!isStorageKey(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copied += await copyObjects(source, target);
    else if (await copyObject(source, target)) copied += 1;
  }
  return copied;
}

/** Whether it was lacking; where a later version has taken its place, that one is copied. */
async function copyObject(source: string, target: string): Promise<boolean> {
  const put = await unlessGone(putThere(source, target));
  if (put === false && !(await isSameVersion(source, target))) {
    await rm(target);
    await unlessGone(putThere(source, target));
  }
  return put === true;
}

/** False where there is something already. */
async function putThere(source: string, target: string): Promise<boolean> {
  try {
    await link(source, target).catch((error) => {
      if (hasCode(error, 'EXDEV', 'EPERM', 'ENOTSUP')) return copyElsewhere(source, target);
      throw error;
    });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** To another file system, or within one that has no second names. The time of writing tells the version. */
async function copyElsewhere(source: string, target: string): Promise<void> {
  await copyFile(source, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  const { atime, mtime } = await stat(source);
  await utimes(target, atime, mtime);
}

/** An object that is gone has no later version. */
async function isSameVersion(source: string, target: string): Promise<boolean> {
  const there = await unlessGone(stat(source));
  if (there === null) return true;
  const here = await stat(target);
  if (there.dev === here.dev && there.ino === here.ino) return true;
  return there.dev !== here.dev && there.size === here.size && there.mtime.getTime() === here.mtime.getTime();
}

const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

async function unlessGone<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}
