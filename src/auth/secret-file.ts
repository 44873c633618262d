import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * A secret that is made once and kept in a file that only its owner may read. Where two processes start at once, both
 * get the same: the file appears whole or not at all, and the first to put it there wins.
 */
export const readOrMakeSecretFile = async (path: string, make: () => Promise<string>): Promise<string> => {
  const existing = await readIfThere(path);
  if (existing !== null) return existing;

  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, await make(), { mode: 0o600, flag: 'wx', flush: true });
  try {
    // Unlike a rename, a link never replaces the file that another process was first to put there.
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
  return readFile(path, 'utf8');
};

const readIfThere = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
};

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
