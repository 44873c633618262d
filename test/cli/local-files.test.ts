import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkOutput } from '../../src/cli/check-output.ts';
import { openStatement } from '../../src/cli/open-statement.ts';

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'excellent-banking-files-'));
  await mkdir(at('folder.pdf'));
  await writeFile(at('empty.pdf'), '');
  await writeFile(at('statement.PDF'), '%PDF-1.7');
  await writeFile(at('statement.csv'), 'Date,Amount');
  await symlink('statement.csv', at('alias.csv'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a statement is sent with its size and what its name says it is', async () => {
  const pdf = await openStatement(at('statement.PDF'));
  expect([pdf.type, pdf.size, await pdf.text()]).toEqual(['application/pdf', 8, '%PDF-1.7']);
  expect((await openStatement(at('statement.csv'))).type).toBe('application/octet-stream');
});

test.each([
  ['missing.pdf', /^There is no file .*missing\.pdf\.$/],
  ['statement.csv/inside.pdf', /^There is no file /],
  ['folder.pdf', /folder\.pdf is a folder: name the statement in it\.$/],
  ['empty.pdf', /empty\.pdf is empty: get the statement again\.$/],
])('%s is no statement', async (name, message) => {
  await expect(openStatement(at(name))).rejects.toThrow(message);
});

test('a device is no statement', async () => {
  await expect(openStatement('/dev/null')).rejects.toThrow('/dev/null is not a file.');
});

test.each([
  ['nowhere/out.csv', /^There is no folder .*nowhere to write to\.$/],
  ['statement.PDF/out.csv', /^There is no folder /],
  ['folder.pdf', /folder\.pdf is not a file: choose another with -o\.$/],
  ['statement.csv', /statement\.csv is the statement itself/],
  ['alias.csv', /alias\.csv is the statement itself/],
])('nothing is written to %s', async (name, message) => {
  await expect(checkOutput(at(name), at('statement.csv'))).rejects.toThrow(message);
});

test('a new file and an older output are fine to write to', async () => {
  await expect(checkOutput(at('new.csv'), at('statement.csv'))).resolves.toBeUndefined();
  await expect(checkOutput(at('statement.PDF'), at('statement.csv'))).resolves.toBeUndefined();
});
