import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { createDiskStorage } from '../../src/storage/disk-storage.ts';
import { isStorageKey } from '../../src/storage/storage-key.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { startDiskServer } from '../support/disk-server.ts';
import { oneSigningKey } from '../support/one-signing-key.ts';
import { describeStorage } from '../support/storage-suite.ts';

describeStorage('the disk', startDiskServer);

describe('the disk', () => {
  let directory: string;
  let storage: Storage;
  const open = (): Storage =>
    createDiskStorage({
      directory,
      keys: oneSigningKey(Buffer.from('s')),
      publicUrl: () => 'http://localhost:4000',
      clock: systemClock,
    });
  const pdf = { contentType: 'application/pdf' };
  const anything = () => expect.fail('must not be reached');

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'disk-storage-'));
    storage = open();
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  test.each([
    '',
    '/',
    '/etc/passwd',
    '..',
    'a/../b',
    '../a',
    'a/./b',
    'a//b',
    'a/',
    '.incoming/x',
    'a/.hidden',
    'a\\..\\b',
    'a\0b',
    'a%2e%2e/b',
    'a b',
    'ä',
    'a'.repeat(201),
    'a/'.repeat(512) + 'a',
  ])('takes no key like %j', async (key) => {
    const expiresAt = new Date();
    await expect(storage.write(key, Buffer.from('x'), pdf)).rejects.toThrow('Not a storage key');
    await expect(storage.open(key).then(anything)).rejects.toThrow('Not a storage key');
    await expect(storage.stat(key).then(anything)).rejects.toThrow('Not a storage key');
    await expect(storage.presignPut(key, { ...pdf, sizeBytes: null, expiresAt })).rejects.toThrow('Not a storage key');
    await expect(storage.presignGet(key, { ...pdf, filename: 'x', expiresAt })).rejects.toThrow('Not a storage key');
  });

  test('takes no key that leads out of its directory, whatever the key', () => {
    const part = fc.oneof(fc.constantFrom('..', '.', '/', '\\', 'a', '%2e', '\0'), fc.string());
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const key = parts.join('');
        fc.pre(isStorageKey(key));
        expect(join('/inside', key).startsWith('/inside/')).toBe(true);
        expect(join('/inside', key)).toBe(`/inside/${key}`);
      }),
    );
  });

  test.each(['', '/', '..', '../', 'a/../', '.incoming', '.'])('deletes nothing by the prefix %j', async (prefix) => {
    await storage.write('a/b', Buffer.from('x'), pdf);
    await expect(storage.deletePrefix(prefix)).rejects.toThrow('Not a storage prefix');
    expect(await storage.stat('a/b')).not.toBeNull();
  });

  test('leaves no empty directory behind', async () => {
    await storage.write('uploads/user_id=1/file_id=2/a.pdf', Buffer.from('x'), pdf);
    await storage.write('uploads/user_id=2/file_id=3/a.pdf', Buffer.from('x'), pdf);
    await storage.deletePrefix('uploads/user_id=1/file_id=2/');
    expect(await readdir(join(directory, 'uploads'))).toEqual(['user_id=2']);
    await storage.deletePrefix('uploads/user_id=2/file_id=3/');
    expect(await readdir(directory)).toEqual(['.incoming']);
  });

  test('keeps statements from the other users of the machine', async () => {
    await storage.write('uploads/a.pdf', Buffer.from('x'), pdf);
    expect((await stat(join(directory, 'uploads'))).mode & 0o077).toBe(0);
    expect((await stat(join(directory, 'uploads/a.pdf'))).mode & 0o077).toBe(0);
  });

  test('writes and deletes side by side without a failure', async () => {
    const files = Array.from({ length: 40 }, (_, n) => `uploads/user_id=1/file_id=${n % 4}/${n}.pdf`);
    await Promise.all(
      files.flatMap((key, n) => [
        storage.write(key, Buffer.from(key), pdf),
        storage.deletePrefix(`uploads/user_id=1/file_id=${(n + 1) % 4}/`),
      ]),
    );
    expect(await readdir(join(directory, '.incoming'))).toEqual([]);
    await storage.write('uploads/user_id=1/file_id=0/a.pdf', Buffer.from('after'), pdf);
    const object = await storage.open('uploads/user_id=1/file_id=0/a.pdf');
    expect(object && (await buffer(object.body)).toString()).toBe('after');
  });

  test('of many writers of one key the last one wins whole', async () => {
    const versions = Array.from({ length: 8 }, (_, n) => String(n).repeat(300_000));
    await Promise.all(versions.map((version) => storage.write('a/same.pdf', Buffer.from(version), pdf)));
    const object = await storage.open('a/same.pdf');
    const kept = object && (await buffer(object.body)).toString();
    expect(versions.includes(kept ?? '')).toBe(true);
    expect(await readdir(join(directory, '.incoming'))).toEqual([]);
  });

  test('removes at its start what a crash left half written, but not what another process still writes', async () => {
    const incoming = join(directory, '.incoming');
    await mkdir(incoming);
    await writeFile(join(incoming, 'left-over'), 'half');
    await writeFile(join(incoming, 'in-progress'), 'half');
    const hoursAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
    await utimes(join(incoming, 'left-over'), hoursAgo, hoursAgo);
    open();
    expect(await readdir(incoming)).toEqual(['in-progress']);
  });

  test('says so when it cannot be written', async () => {
    await rm(directory, { recursive: true });
    await writeFile(directory, 'a file is in the way');
    await expect(storage.check()).rejects.toThrow(/ENOTDIR|EEXIST/);
  });
});
