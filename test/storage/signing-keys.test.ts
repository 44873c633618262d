import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rotateSigningKey } from '../../src/storage/rotate-signing-key.ts';
import { makeSigningKey, openSigningKeys } from '../../src/storage/signing-keys.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'excellent-banking-keys-'));
  file = join(folder, 'storage.key');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const noon = new Date('2026-03-01T12:00:00Z');
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

test('a key is replaced under those who use it, and what it has signed is accepted for as long as was said', async () => {
  writeFileSync(file, makeSigningKey());
  let time = noon;
  const keys = await openSigningKeys(file, () => time);
  const first = await keys.current();
  expect(await keys.accepted()).toEqual([first]);

  await rotateSigningKey(file, time, later(61));
  const second = await keys.current();
  expect(second).not.toEqual(first);
  expect(await keys.accepted()).toEqual([second, first]);

  time = later(60);
  await rotateSigningKey(file, time, later(121));
  const third = await keys.current();
  expect(await keys.accepted()).toEqual([third, second, first]);
  time = later(61);
  expect(await keys.accepted()).toEqual([third, second]);

  // What is over is not carried on.
  await rotateSigningKey(file, time, later(122));
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(3);
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('a key that others have come to know ends at once, and so does every key before it', async () => {
  writeFileSync(file, makeSigningKey());
  const keys = await openSigningKeys(file, () => noon);
  await rotateSigningKey(file, noon, later(61));
  await rotateSigningKey(file, noon, null);
  expect(await keys.accepted()).toEqual([await keys.current()]);
});

test.each([
  '',
  '\n',
  'short',
  `${makeSigningKey()} tomorrow`,
  `${makeSigningKey()} 2026-03-01T12:00:00Z`,
  'ä'.repeat(40),
])('a file with %j in it is not taken for a key', async (text) => {
  writeFileSync(file, text);
  await expect(openSigningKeys(file, () => noon)).rejects.toThrow(`${file} does not hold the key`);
  await expect(rotateSigningKey(file, noon, null)).rejects.toThrow(`${file} does not hold the key`);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('a file that goes away does not take the key away from those who use it', async () => {
  writeFileSync(file, makeSigningKey());
  const keys = await openSigningKeys(file, () => noon);
  const key = await keys.current();
  rmSync(file);
  expect(await keys.current()).toEqual(key);
});

test('two do not replace a key at once', async () => {
  writeFileSync(file, makeSigningKey());
  writeFileSync(`${file}.new`, '');
  await expect(rotateSigningKey(file, noon, null)).rejects.toThrow('if none is, remove it');
  rmSync(`${file}.new`);
  await rotateSigningKey(file, noon, null);
  expect(readdirSync(folder)).toEqual(['storage.key']);
});
