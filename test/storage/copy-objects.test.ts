import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyObjects } from '../../src/storage/copy-objects.ts';
import { createObjectDirectory, type ObjectDirectory } from '../../src/storage/object-directory.ts';

let folder: string;
let objects: ObjectDirectory;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'excellent-banking-objects-'));
  objects = createObjectDirectory(join(folder, 'from'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (key: string, text: string) => objects.put(key, [Buffer.from(text)]);

test('nothing stored is nothing to copy', async () => {
  expect(await copyObjects(join(folder, 'from'), join(folder, 'to'))).toBe(0);
  expect(existsSync(join(folder, 'to'))).toBe(false);
});

/** The second is another file system on Linux, where the copy cannot be a second name. */
test.each([tmpdir(), '/dev/shm'].filter(existsSync))('a copy under %s is brought up to date', async (place) => {
  const to = mkdtempSync(join(place, 'excellent-banking-copy-'));
  const copied = (key: string) => readFileSync(join(to, key), 'utf8');
  try {
    await put('uploads/a.pdf', 'first');
    await put('uploads/deep/b.pdf', 'second');
    expect(await copyObjects(join(folder, 'from'), to)).toBe(2);
    expect(await copyObjects(join(folder, 'from'), to)).toBe(0);

    await put('uploads/a.pdf', 'later');
    await put('outputs/c.xlsx', 'third');
    await objects.deletePrefix('uploads/deep/');
    // What was written is not touched by what takes its place.
    expect(copied('uploads/a.pdf')).toBe('first');
    expect(await copyObjects(join(folder, 'from'), to)).toBe(1);
    expect([copied('uploads/a.pdf'), copied('uploads/deep/b.pdf'), copied('outputs/c.xlsx')]).toEqual([
      'later',
      'second',
      'third',
    ]);
    expect(statSync(join(to, 'uploads')).mode & 0o077).toBe(0);
    expect(existsSync(join(to, '.incoming'))).toBe(false);
  } finally {
    rmSync(to, { recursive: true });
  }
});
