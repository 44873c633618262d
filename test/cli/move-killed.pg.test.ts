import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entities } from '../../src/database/entities.ts';
import { openDatabase, openMigrated } from '../../src/database/orm.ts';
import { registerUser } from '../../src/domain/user/register-user.ts';
import { fillAccount } from '../support/scale/fill-account.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { createTestServices } from '../support/test-services.ts';

const FILES = 20_000;
const directory = mkdtempSync(join(tmpdir(), 'excellent-banking-move-'));
const path = join(directory, 'excellent-banking.sqlite');
let target: TestDatabase;
let url: string;
beforeAll(async () => {
  target = await createTestDatabase();
  if (target.location.engine !== 'postgresql') throw new Error('This is a test for PostgreSQL');
  url = target.location.url;
  const location = { engine: 'sqlite', path } as const;
  const orm = await openMigrated(location);
  const services = createTestServices({ orm, location, close: async () => undefined });
  const who = { clerkUserId: 'ada', email: null, firstName: null, lastName: null };
  const { id } = await registerUser(services, who);
  await fillAccount(orm.em.fork(), id, { files: FILES });
  await orm.close();
});
afterAll(async () => {
  await target.close();
  rmSync(directory, { recursive: true, force: true });
});

const startMove = () =>
  spawn(process.execPath, ['src/cli/move.ts', '--from', `sqlite:${path}`, '--to', url], { env: {} });

/** How many rows each table of the target has, as anybody but the move sees it. */
async function rowsThere(): Promise<Record<string, number>> {
  const orm = await openDatabase({ engine: 'postgresql', url });
  try {
    const counts = entities.map(async (entity) => [
      orm.getMetadata().get<object>(entity).tableName,
      await orm.em.fork().count<object>(entity),
    ]);
    return Object.fromEntries(await Promise.all(counts)) as Record<string, number>;
  } finally {
    await orm.close();
  }
}
const fingerprint = () => createHash('sha256').update(readFileSync(path)).digest('hex');

test('a move that is killed in the middle leaves nothing behind, and can be made again', async () => {
  const before = fingerprint();
  const nothing = await rowsThere();
  expect(new Set(Object.values(nothing))).toEqual(new Set([0]));

  const move = startMove();
  const ended = once(move, 'exit');
  let said = '';
  for await (const chunk of move.stdout.setEncoding('utf8')) {
    said += String(chunk);
    // The largest tables come after it.
    if (said.includes('users: 1\n')) break;
  }
  move.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
  expect(said).not.toContain('All of it has arrived');
  expect(await rowsThere()).toEqual(nothing);
  expect(fingerprint()).toBe(before);

  const again = startMove();
  const [stdout, stderr, [code]] = await Promise.all([text(again.stdout), text(again.stderr), once(again, 'close')]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('All of it has arrived');
  expect(await rowsThere()).toMatchObject({ users: 1, files: FILES, usage_records: FILES, usage_totals: 1 });
  expect(fingerprint()).toBe(before);
});
