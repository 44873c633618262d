import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../../src/database/migrate.ts';
import { openDatabase } from '../../../src/database/orm.ts';
import { completeFile } from '../../../src/domain/file/complete-file.ts';
import { deleteFile } from '../../../src/domain/file/delete-file.ts';
import { failFile } from '../../../src/domain/file/fail-file.ts';
import { processFile } from '../../../src/domain/file/process-file.ts';
import { requestUpload } from '../../../src/domain/file/request-upload.ts';
import type { Services } from '../../../src/domain/services.ts';
import { countUsage, listUsage } from '../../../src/domain/usage/list-usage.ts';
import { recordUsage, type Usage } from '../../../src/domain/usage/record-usage.ts';
import { summarizeUsage, type UsageSummary } from '../../../src/domain/usage/summarize-usage.ts';
import { eraseUser } from '../../../src/domain/user/erase-user.ts';
import { registerUser } from '../../../src/domain/user/register-user.ts';
import { makeDocument } from '../../support/extracted-document.ts';
import { createMemoryStorage } from '../../support/memory-storage.ts';
import { createTestDatabase, createTestPlace, type TestDatabase } from '../../support/test-database.ts';
import { anotherRequest, createTestServices } from '../../support/test-services.ts';

let database: TestDatabase;
let services: Services;
const storage = createMemoryStorage();
beforeAll(async () => {
  database = await createTestDatabase();
  services = createTestServices(database, { storage });
  services = { ...services, settings: { ...services.settings, signupCredits: 1_000 } };
});
afterAll(() => database.close());

const request = () => anotherRequest(database, services);
let names = 0;
async function newUser(): Promise<{ userId: number; clerkUserId: string }> {
  const clerkUserId = `user_${(names += 1)}`;
  const who = { clerkUserId, email: null, firstName: null, lastName: null };
  return { userId: (await registerUser(request(), who)).id, clerkUserId };
}
const totalsOf = (userId: number) => summarizeUsage(request().em, { userId });

/** What the totals must be: the records, added up. */
async function sumsOf(userId: number): Promise<UsageSummary> {
  const sums = { totalFiles: 0, totalCharacters: 0, totalPages: 0, totalFileSize: 0 };
  for (const record of await listUsage(request().em, { userId }, { limit: 1_000 })) {
    sums.totalFiles += 1;
    sums.totalCharacters += record.totalCharacters;
    sums.totalPages += record.totalPages;
    sums.totalFileSize += record.fileSize;
  }
  return sums;
}

const runOf = (userId: number, fileId: number): Usage => ({
  userId,
  fileId,
  run: 1,
  fileSize: 40_000,
  totalPages: 2,
  totalCharacters: 3_000,
  creditsConsumed: 2,
});
const record = (usage: Usage) => request().em.transactional((em) => recordUsage({ ...services, em }, usage));

test('totals are the sums of the records after any history of runs, failures, deletions and erased users', async () => {
  const step = fc.record({
    does: fc.constantFrom('complete', 'complete', 'complete', 'fail', 'delete', 'again', 'erase'),
    user: fc.nat(2),
    file: fc.nat(3),
    bytes: fc.integer({ min: 1, max: 5_000 }),
    pages: fc.integer({ min: 1, max: 9 }),
    characters: fc.nat(2_147_483_647),
  });
  const property = fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
    const users = [await newUser(), await newUser(), await newUser()];
    const files = new Map<string, number>();
    const erased = new Set<number>();
    for (const { does, user, file, bytes, pages, characters } of steps) {
      const { userId, clerkUserId } = users[user] as (typeof users)[number];
      if (erased.has(userId)) continue;
      if (does === 'erase') {
        await eraseUser(request(), clerkUserId);
        erased.add(userId);
        continue;
      }
      const name = `${userId}:${file}`;
      const fileId = files.get(name) ?? (await upload(userId, bytes));
      files.set(name, fileId);
      if (does === 'delete') {
        await deleteFile(request(), { userId }, fileId);
        files.delete(name);
        continue;
      }
      const { run } = await processFile(request(), { userId }, fileId, { force: true });
      const document = makeDocument({ pages, characters });
      if (does === 'fail') await failFile(request(), { fileId, run }, { code: 'damaged', message: 'Damaged' });
      else await completeFile(request(), { fileId, run }, document);
      // A worker that was thought dead comes with the same run once more.
      if (does === 'again') await completeFile(request(), { fileId, run }, document);
    }
    for (const { userId } of users) {
      const sums = await sumsOf(userId);
      expect(await totalsOf(userId)).toEqual(sums);
      expect(await countUsage(request().em, { userId })).toBe(sums.totalFiles);
    }
  });
  await fc.assert(property, { numRuns: 25 });
});

async function upload(userId: number, bytes: number): Promise<number> {
  const wanted = { filename: 'a.pdf', fileSize: null, mimeType: 'application/pdf' };
  const { file } = await requestUpload(request(), { userId }, wanted);
  storage.objects.set(file.storagePath, new Uint8Array(bytes));
  return file.id;
}

test('thirty runs of one user that end at once are all counted, and each once however often it is told', async () => {
  const { userId } = await newUser();
  const told = Array.from({ length: 90 }, (_, n) => record(runOf(userId, 900_000 + (n % 30))));
  await Promise.all(told);
  expect(await totalsOf(userId)).toEqual({
    totalFiles: 30,
    totalCharacters: 90_000,
    totalPages: 60,
    totalFileSize: 1_200_000,
  });
  expect(await totalsOf(userId)).toEqual(await sumsOf(userId));
});

test('what is undone with its transaction is not counted', async () => {
  const { userId } = await newUser();
  await record(runOf(userId, 910_000));
  const undone = request().em.transactional(async (em) => {
    await recordUsage({ ...services, em }, runOf(userId, 910_001));
    throw new Error('Undone');
  });
  await expect(undone).rejects.toThrow('Undone');
  expect(await totalsOf(userId)).toMatchObject({ totalFiles: 1, totalPages: 2 });
});

test('a database from before there were totals has them after its migration', async () => {
  const { location, remove } = await createTestPlace();
  const orm = await openDatabase(location);
  await orm.migrator.up({ to: '0010-queue-rounds' });
  const em = orm.em.fork();
  const now = location.engine === 'sqlite' ? '0' : 'now()';
  for (const name of ['ada', 'ben', 'cleo']) {
    await em.execute(`insert into users (clerk_user_id, created_at, updated_at) values ('${name}', ${now}, ${now})`);
  }
  for (const [userId, fileId, size] of [
    [1, 1, 2_147_483_647],
    [1, 2, 2_147_483_647],
    [3, 3, 7],
  ]) {
    await em.execute(`insert into usage_records
        (user_id, file_id, run, file_size, total_characters, total_pages, credits_consumed, created_at)
      values (${userId}, ${fileId}, 1, ${size}, 100, 2, 2, ${now})`);
  }
  expect(await migrate(orm)).toContain('0011-usage-totals');
  const summaries = await Promise.all([1, 2, 3].map((userId) => summarizeUsage(orm.em.fork(), { userId })));
  await orm.close();
  await remove();
  expect(summaries).toEqual([
    { totalFiles: 2, totalCharacters: 200, totalPages: 4, totalFileSize: 4_294_967_294 },
    { totalFiles: 0, totalCharacters: 0, totalPages: 0, totalFileSize: 0 },
    { totalFiles: 1, totalCharacters: 100, totalPages: 2, totalFileSize: 7 },
  ]);
});
