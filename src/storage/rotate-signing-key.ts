import { rename, rm, writeFile } from 'node:fs/promises';
import { isAccepted, makeSigningKey, printSigningKeys, readSigningKeys } from './signing-keys.ts';

/**
 * Puts a new key in the place of the one that signs. What it replaces is accepted until `acceptedUntil`, and null ends
 * every key before at once, and every URL they have signed. Throws where the file is not there or holds no key.
 */
export async function rotateSigningKey(path: string, now: Date, acceptedUntil: Date | null): Promise<void> {
  const [present, ...former] = await readSigningKeys(path);
  const kept =
    present && acceptedUntil ? [{ ...present, acceptedUntil }, ...former.filter((key) => isAccepted(key, now))] : [];
  const draft = `${path}.new`;
  const keys = printSigningKeys([{ text: makeSigningKey(), acceptedUntil: null }, ...kept]);
  await writeFile(draft, keys, { mode: 0o600, flag: 'wx', flush: true }).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
    throw new Error(`${draft} is left of a rotation that broke off, or one is under way; if none is, remove it`);
  });
  await rename(draft, path).catch(async (error) => {
    await rm(draft, { force: true });
    throw error;
  });
}
