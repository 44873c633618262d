import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openJobs } from '../../../src/app/open-jobs.ts';
import { systemClock } from '../../../src/clock.ts';
import { File } from '../../../src/domain/file/file.entity.ts';
import { processFile } from '../../../src/domain/file/process-file.ts';
import { beginReading, queueReading } from '../../../src/domain/file/queue-reading.ts';
import { requestUpload } from '../../../src/domain/file/request-upload.ts';
import { registerUser } from '../../../src/domain/user/register-user.ts';
import type { Services } from '../../../src/domain/services.ts';
import { createLog } from '../../../src/log.ts';
import { createMemoryStorage } from '../../support/memory-storage.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';
import { anotherRequest, createTestServices } from '../../support/test-services.ts';

let database: TestDatabase;
let jobs: Awaited<ReturnType<typeof openJobs>>;
let services: Services;
const storage = createMemoryStorage();
const users: number[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  jobs = await openJobs(database.location, { orm: database.orm, clock: systemClock, log: createLog('silent') });
  services = createTestServices(database, { queue: jobs.queue, storage, clock: systemClock });
  for (const name of ['ada', 'ben', 'cleo', 'dan']) {
    const who = { clerkUserId: name, email: null, firstName: null, lastName: null };
    users.push((await registerUser(anotherRequest(database, services), who)).id);
  }
});
afterAll(async () => {
  await jobs.close();
  await database.close();
});

async function announce(userId: number): Promise<number> {
  const wanted = { filename: 'a.pdf', fileSize: null, mimeType: 'application/pdf' };
  const { file } = await requestUpload(anotherRequest(database, services), { userId }, wanted);
  storage.objects.set(file.storagePath, new Uint8Array([1]));
  return file.id;
}

/** The user's statements wait from now on, all as one transaction finds them. */
const wait = (fileIds: readonly number[]): Promise<void> =>
  database.orm.em.fork().transactional(async (em) => {
    for (const fileId of fileIds) {
      const file = await em.findOneOrFail(File, { id: fileId });
      Object.assign(file, { status: 'processing', run: 1 });
      await queueReading({ ...services, em }, file, { fileId, run: 1 });
      await em.flush();
    }
  });

/** What is read next; null where nothing waits. */
async function readNext(): Promise<number | null> {
  const job = await jobs.queue.claim(['process-file']);
  if (job === null) return null;
  await beginReading(database.orm.em.fork(), job.payload);
  await jobs.queue.complete(job);
  return job.payload.fileId;
}

const user = fc.integer({ min: 0, max: 3 });
const step = fc.oneof(fc.record({ do: fc.constant('come' as const), user, files: fc.integer({ min: 1, max: 8 }) }), {
  weight: 2,
  arbitrary: fc.record({ do: fc.constant('read' as const) }),
});

test('each user waits for one statement of every other, and for one more for each of their own that waits before it', async () => {
  await fc.assert(
    fc
      .asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const waiting: { fileId: number; userId: number; ownBefore: number; passedBy: Map<number, number> }[] = [];
        const read = async (): Promise<boolean> => {
          const fileId = await readNext();
          const found = waiting.findIndex((each) => each.fileId === fileId);
          expect(found < 0).toBe(waiting.length === 0);
          const [next] = found < 0 ? [] : waiting.splice(found, 1);
          if (!next) return false;
          // A user's own are read in the order in which they came.
          expect(waiting.some(({ userId, fileId: other }) => userId === next.userId && other < next.fileId)).toBe(
            false,
          );
          for (const one of waiting) {
            const passed = (one.passedBy.get(next.userId) ?? 0) + 1;
            one.passedBy.set(next.userId, passed);
            // The present round may be one in which the user was served already.
            if (one.userId !== next.userId)
              expect(passed).toBeLessThanOrEqual(one.ownBefore === 0 ? 1 : one.ownBefore + 2);
          }
          return true;
        };
        for (const each of steps) {
          if (each.do === 'read') {
            await read();
            continue;
          }
          const userId = users[each.user] ?? 0;
          const fileIds: number[] = [];
          for (let n = 0; n < each.files; n += 1) fileIds.push(await announce(userId));
          await wait(fileIds);
          for (const fileId of fileIds) {
            const ownBefore = waiting.filter((one) => one.userId === userId).length;
            waiting.push({ fileId, userId, ownBefore, passedBy: new Map() });
          }
        }
        while (await read());
      })
      .afterEach(async () => {
        // A run that failed has left some, and would have each that follows fail.
        while ((await readNext()) !== null);
      }),
    { numRuns: 15 },
  );
}, 60_000);

test('a single statement is read among the first, however many of somebody else wait', async () => {
  const [ada = 0, ben = 0] = users;
  const many: number[] = [];
  for (let n = 0; n < 50; n += 1) many.push(await announce(ada));
  await wait(many);
  for (let n = 0; n < 5; n += 1) expect(await readNext()).toBe(many[n]);
  const single = await announce(ben);
  await wait([single]);
  expect([await readNext(), await readNext()]).toContain(single);
  while ((await readNext()) !== null);
});

test('what is asked for at the same time waits one after another, and what was read is forgotten', async () => {
  const [, , cleo = 0] = users;
  const fileIds = await Promise.all(Array.from({ length: 8 }, () => announce(cleo)));
  await Promise.all(
    fileIds.map((id) => processFile(anotherRequest(database, services), { userId: cleo }, id, { force: false })),
  );
  const rounds = async () => {
    const files = await database.orm.em.fork().find(File, { id: { $in: fileIds }, round: { $ne: null } });
    return files.map(({ round }) => Number(round)).toSorted((a, b) => a - b);
  };
  expect(await rounds()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  while ((await readNext()) !== null);
  expect(await rounds()).toEqual([]);
});
