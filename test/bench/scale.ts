import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MikroORM, SqlEntityManager } from '@mikro-orm/sql';
import { type DatabaseLocation, openMigrated } from '../../src/database/orm.ts';
import { File } from '../../src/domain/file/file.entity.ts';
import { listFiles } from '../../src/domain/file/list-files.ts';
import { beginReading, queueReading } from '../../src/domain/file/queue-reading.ts';
import { listUsage } from '../../src/domain/usage/list-usage.ts';
import { summarizeUsage } from '../../src/domain/usage/summarize-usage.ts';
import { registerUser } from '../../src/domain/user/register-user.ts';
import { startPostgresql } from '../support/postgresql-server.ts';
import { fillAccount } from '../support/scale/fill-account.ts';
import { createTestServices } from '../support/test-services.ts';

/**
 * What a call costs a user who has a thousand files, a hundred thousand and a million: on both engines, in one process
 * and in turns, the best of several rounds. What is meant to stay flat may cost 1.5 times as much at most.
 */
const SIZES = [1_000, 100_000, 1_000_000];
const ROUNDS = 9;
const CALLS = 40;
const AIM = 1.5;
const PART = 100_000;

type Account = { orm: MikroORM; files: number; userId: number };
type Call = { name: string; isFlat: boolean; run: (em: SqlEntityManager, account: Account) => Promise<unknown> };

const calls: Call[] = [
  { name: 'first page of files', isFlat: true, run: (em, of) => listFiles(em, of, { limit: 20 }) },
  { name: 'files of a status', isFlat: true, run: (em, of) => listFiles(em, of, { limit: 20, status: 'completed' }) },
  {
    name: 'files after a cursor, in the middle',
    isFlat: true,
    run: (em, of) => listFiles(em, of, { limit: 20, before: of.files / 2 }),
  },
  {
    name: 'files, the middle by skip',
    isFlat: false,
    run: (em, of) => listFiles(em, of, { limit: 20, skip: of.files / 2 }),
  },
  { name: 'a place in the queue, and out of it', isFlat: true, run: takePlace },
  { name: 'first page of usage', isFlat: true, run: (em, of) => listUsage(em, of, { limit: 20 }) },
  { name: 'summary of usage', isFlat: true, run: (em, of) => summarizeUsage(em, of) },
];

async function takePlace(em: SqlEntityManager, { orm, files }: Account): Promise<void> {
  const services = createTestServices({ orm, location: { engine: 'sqlite', path: '' }, close: async () => undefined });
  const settings = { ...services.settings, queueBounds: { all: 20_000, perUser: 10_000 } };
  await em.transactional(async (tx) => {
    const file = await tx.findOneOrFail(File, { id: files });
    await queueReading({ em: tx, queue: services.queue, settings }, file, { fileId: files, run: 1 });
  });
  await beginReading(em, { fileId: files, run: 1 });
}

const directory = mkdtempSync(join(tmpdir(), 'excellent-banking-scale-'));
const server = await startPostgresql();
try {
  const sqlite = (files: number): DatabaseLocation => ({ engine: 'sqlite', path: join(directory, `${files}.sqlite`) });
  const postgresql = (files: number): DatabaseLocation => ({
    engine: 'postgresql',
    url: `${server.url}/files_${files}`,
  });
  const steep = [...(await measure('SQLite', sqlite)), ...(await measure('PostgreSQL', postgresql))];
  console.log(steep.length === 0 ? `All within ${AIM}×.` : `Over ${AIM}×: ${steep.join(', ')}`);
  process.exitCode = steep.length === 0 ? 0 : 1;
} finally {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
}

/** Prints a table and answers with the calls that should be flat and are not. */
async function measure(engine: string, locate: (files: number) => DatabaseLocation): Promise<string[]> {
  const accounts: Account[] = [];
  for (const files of SIZES) accounts.push(await openAccount(locate(files), files));
  const rows = [];
  for (const call of calls) {
    const best = accounts.map(() => Number.POSITIVE_INFINITY);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [n, account] of accounts.entries()) {
        best[n] = Math.min(best[n] ?? 0, await timeOf(call, account));
      }
    }
    const [base = 1] = best;
    rows.push({ call: call.name, milliseconds: best, ratios: best.map((each) => each / base), isFlat: call.isFlat });
  }
  console.log(engine);
  console.table(
    rows.map(({ call, milliseconds, ratios, isFlat }) => ({
      call,
      ...Object.fromEntries(SIZES.map((files, n) => [`${files}: ms`, Number(milliseconds[n]?.toFixed(3))])),
      ratios: ratios.map((each) => each.toFixed(2)).join(' '),
      aim: isFlat ? `≤ ${AIM}` : 'grows',
    })),
  );
  for (const { orm } of accounts) await orm.close();
  return rows
    .filter(({ isFlat, ratios }) => isFlat && ratios.some((each) => each > AIM))
    .map(({ call }) => `${engine}: ${call}`);
}

async function openAccount(location: DatabaseLocation, files: number): Promise<Account> {
  const orm = await openMigrated(location);
  const services = createTestServices({ orm, location, close: async () => undefined });
  const who = { clerkUserId: 'ada', email: null, firstName: null, lastName: null };
  const { id: userId } = await registerUser(services, who);
  // In parts, since no statement may take longer than the server allows.
  for (let firstId = 1; firstId <= files; firstId += PART) {
    await fillAccount(orm.em.fork(), userId, { files: Math.min(PART, files), firstId });
  }
  if (location.engine === 'postgresql') await orm.em.fork().getConnection().execute('vacuum');
  return { orm, files, userId };
}

/** Milliseconds a call, over so many. */
async function timeOf(call: Call, account: Account): Promise<number> {
  const calls = call.isFlat ? CALLS : 3;
  const startedAt = performance.now();
  for (let n = 0; n < calls; n += 1) await call.run(account.orm.em.fork(), account);
  return (performance.now() - startedAt) / calls;
}
