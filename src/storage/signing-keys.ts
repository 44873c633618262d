import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';

/** What URLs are signed with, and what they may have been signed with: more than one while a key is replaced. */
export type SigningKeys = {
  current(): Promise<Buffer>;
  accepted(): Promise<readonly Buffer[]>;
};

/** One line of the key file. Null: the present key, which is accepted until another takes its place. */
export type SigningKey = { text: string; acceptedUntil: Date | null };

export const signingKeyFile = (dataDir: string): string => join(dataDir, 'keys', 'storage.key');
export const makeSigningKey = (): string => randomBytes(32).toString('base64url');

/**
 * The keys in a file, the present one first. The file is looked at whenever a key is wanted, and read again once it was
 * replaced: all processes over it go over to a new key at once, and none has to start anew. Throws where it holds no key.
 */
export async function openSigningKeys(path: string, clock: Clock): Promise<SigningKeys> {
  let known = await readVersion(path);

  async function keys(): Promise<readonly SigningKey[]> {
    // A file that cannot be looked at just now is no reason to sign nothing.
    const version = await versionOf(path).catch(() => known.version);
    if (version !== known.version) known = await readVersion(path);
    return known.keys;
  }

  return {
    current: async () => bytesOf(presentOf(await keys())),
    accepted: async () => (await keys()).filter((key) => isAccepted(key, clock())).map(bytesOf),
  };
}

export const isAccepted = ({ acceptedUntil }: SigningKey, now: Date): boolean =>
  acceptedUntil === null || now < acceptedUntil;

function parseSigningKeys(text: string): SigningKey[] {
  const keys = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, key = '', until] = LINE.exec(line) ?? [];
      const acceptedUntil = until === undefined ? null : new Date(until);
      if (key === '' || Number.isNaN(acceptedUntil?.getTime())) throw new Error('A line of it is no key');
      return { text: key, acceptedUntil };
    });
  presentOf(keys);
  return keys;
}

/** The key, and where it was replaced the moment until which it is accepted. Nobody can guess 128 bits. */
const LINE = /^([\w-]{22,})(?: (\S+))?$/;

export const printSigningKeys = (keys: readonly SigningKey[]): string =>
  keys.map(({ text, acceptedUntil }) => `${text}${acceptedUntil ? ` ${acceptedUntil.toISOString()}` : ''}\n`).join('');

function presentOf(keys: readonly SigningKey[]): SigningKey {
  const [first] = keys;
  if (!first || first.acceptedUntil !== null) throw new Error('Its first line is not a key without an end');
  return first;
}

const bytesOf = ({ text }: SigningKey): Buffer => Buffer.from(text, 'base64url');

// Looked at before it is read: what is replaced in between is read once more, and not missed.
const readVersion = async (path: string) => ({ version: await versionOf(path), keys: await readSigningKeys(path) });

/** The present key first. Throws where the file is not there or holds none. */
export async function readSigningKeys(path: string): Promise<SigningKey[]> {
  try {
    return parseSigningKeys(await readFile(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} does not hold the key that signs URLs; restore it, or remove it to have one made`, {
      cause: error,
    });
  }
}

async function versionOf(path: string): Promise<string> {
  const { ino, size, mtimeNs } = await stat(path, { bigint: true });
  return `${ino}-${size}-${mtimeNs}`;
}
