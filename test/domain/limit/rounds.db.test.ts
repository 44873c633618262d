import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openJobs } from '../../../src/app/open-jobs.ts';
import { systemClock } from '../../../src/clock.ts';
import { beginBuild } from '../../../src/domain/dashboard/begin-build.ts';
import { DashboardFile } from '../../../src/domain/dashboard/dashboard-file.entity.ts';
import { Dashboard } from '../../../src/domain/dashboard/dashboard.entity.ts';
import { queueBuild } from '../../../src/domain/dashboard/queue-build.ts';
import { reprocessDashboard } from '../../../src/domain/dashboard/reprocess-dashboard.ts';
import { File } from '../../../src/domain/file/file.entity.ts';
import { processFile } from '../../../src/domain/file/process-file.ts';
import { beginReading, queueReading } from '../../../src/domain/file/queue-reading.ts';
import { requestUpload } from '../../../src/domain/file/request-upload.ts';
import type { QueueBounds } from '../../../src/domain/limit/queue-bounds.ts';
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
/** Services as a call has them, where so many may wait. */
const request = (queueBounds: QueueBounds = { all: 0, perUser: 0 }) =>
  anotherRequest(database, { ...services, settings: { ...services.settings, queueBounds } });

/** One of the lines in which users' work waits; a thing is what waits there, by its id. */
type Waiting = {
  /** Something that can be made to wait. */
  announce(userId: number): Promise<number>;
  /** The user's things wait from now on, all as one transaction finds them. */
  wait(ids: readonly number[]): Promise<void>;
  /** What has its turn next; null where nothing waits. */
  next(): Promise<number | null>;
  /** Asked for as the user does. */
  ask(userId: number, id: number, queueBounds?: QueueBounds): Promise<unknown>;
  roundsOf(ids: readonly number[]): Promise<number[]>;
};

const statements: Waiting = {
  async announce(userId) {
    const wanted = { filename: 'a.pdf', fileSize: null, mimeType: 'application/pdf' };
    const { file } = await requestUpload(request(), { userId }, wanted);
    storage.objects.set(file.storagePath, new Uint8Array([1]));
    return file.id;
  },
  wait: (ids) =>
    request().em.transactional(async (em) => {
      for (const fileId of ids) {
        const file = await em.findOneOrFail(File, { id: fileId });
        Object.assign(file, { status: 'processing', run: 1 });
        await queueReading({ ...services, em }, file, { fileId, run: 1 });
        await em.flush();
      }
    }),
  async next() {
    const job = await jobs.queue.claim(['process-file']);
    if (job === null) return null;
    await beginReading(request().em, job.payload);
    await jobs.queue.complete(job);
    return job.payload.fileId;
  },
  ask: (userId, id, bounds) => processFile(request(bounds), { userId }, id, { force: false }),
  roundsOf: async (ids) =>
    (await request().em.find(File, { id: { $in: [...ids] } })).flatMap(({ round }) => round ?? []),
};

const dashboards: Waiting = {
  async announce(userId) {
    const { em } = request();
    const now = systemClock();
    const fileId = await statements.announce(userId);
    await em.nativeUpdate(File, { id: fileId }, { status: 'completed', completedRun: 1 });
    const dashboard = em.create(Dashboard, { userId, name: 'All', description: null, createdAt: now, updatedAt: now });
    await em.flush();
    await em.insert(DashboardFile, { dashboardId: dashboard.id, fileId, createdAt: now });
    return dashboard.id;
  },
  wait: (ids) =>
    request().em.transactional(async (em) => {
      for (const id of ids) {
        const dashboard = await em.findOneOrFail(Dashboard, { id });
        dashboard.build += 1;
        await queueBuild({ ...services, em }, dashboard);
        await em.flush();
      }
    }),
  async next() {
    const job = await jobs.queue.claim(['rebuild-dashboard']);
    if (job === null) return null;
    expect(await beginBuild(request(), job.payload)).not.toBeNull();
    await jobs.queue.complete(job);
    return job.payload.dashboardId;
  },
  ask: (userId, id, bounds) => reprocessDashboard(request(bounds), { userId }, id),
  roundsOf: async (ids) =>
    (await request().em.find(Dashboard, { id: { $in: [...ids] } })).flatMap(({ round }) => round ?? []),
};

const user = fc.integer({ min: 0, max: 3 });
const step = fc.oneof(fc.record({ do: fc.constant('come' as const), user, files: fc.integer({ min: 1, max: 8 }) }), {
  weight: 2,
  arbitrary: fc.record({ do: fc.constant('read' as const) }),
});

describe.each([
  ['statements', statements],
  ['dashboards', dashboards],
])('of %s', (_name, line) => {
  test('each user waits for one of every other, and for one more for each of their own that waits before it', async () => {
    await fc.assert(
      fc
        .asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
          const waiting: { id: number; userId: number; ownBefore: number; passedBy: Map<number, number> }[] = [];
          const read = async (): Promise<boolean> => {
            const id = await line.next();
            const found = waiting.findIndex((each) => each.id === id);
            expect(found < 0).toBe(waiting.length === 0);
            const [next] = found < 0 ? [] : waiting.splice(found, 1);
            if (!next) return false;
            // A user's own are read in the order in which they came.
            expect(waiting.some(({ userId, id: other }) => userId === next.userId && other < next.id)).toBe(false);
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
            const ids: number[] = [];
            for (let n = 0; n < each.files; n += 1) ids.push(await line.announce(userId));
            await line.wait(ids);
            for (const id of ids) {
              const ownBefore = waiting.filter((one) => one.userId === userId).length;
              waiting.push({ id, userId, ownBefore, passedBy: new Map() });
            }
          }
          while (await read());
        })
        .afterEach(async () => {
          // A run that failed has left some, and would have each that follows fail.
          while ((await line.next()) !== null);
        }),
      { numRuns: 15 },
    );
  }, 60_000);

  test('a single one has its turn among the first, however many of somebody else wait', async () => {
    const [ada = 0, ben = 0] = users;
    const many: number[] = [];
    for (let n = 0; n < 50; n += 1) many.push(await line.announce(ada));
    await line.wait(many);
    for (let n = 0; n < 5; n += 1) expect(await line.next()).toBe(many[n]);
    const single = await line.announce(ben);
    await line.wait([single]);
    expect([await line.next(), await line.next()]).toContain(single);
    while ((await line.next()) !== null);
  });

  test('what is asked for at the same time waits one after another, and what has begun is forgotten', async () => {
    const [, , cleo = 0] = users;
    const ids = await Promise.all(Array.from({ length: 8 }, () => line.announce(cleo)));
    await Promise.all(ids.map((id) => line.ask(cleo, id)));
    const rounds = async () => (await line.roundsOf(ids)).toSorted((a, b) => a - b);
    expect(await rounds()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    while ((await line.next()) !== null);
    expect(await rounds()).toEqual([]);
  });

  test('whoever has too many waiting, and whoever finds the line full, comes back later', async () => {
    const [ada = 0, ben = 0] = users;
    const ids = [await line.announce(ada), await line.announce(ada), await line.announce(ada)] as const;
    const bens = await line.announce(ben);
    const bounds = { all: 2, perUser: 1 };
    await line.ask(ada, ids[0], bounds);
    await expect(line.ask(ada, ids[1], bounds)).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 30 });
    await line.ask(ada, ids[1], { all: 2, perUser: 0 });
    await expect(line.ask(ben, bens, bounds)).rejects.toMatchObject({ code: 'BUSY', retryAfterSeconds: 30 });
    expect(await line.roundsOf([ids[2], bens])).toEqual([]);
    await line.next();
    await line.ask(ben, bens, bounds);
    expect(await line.roundsOf([bens])).toHaveLength(1);
    while ((await line.next()) !== null);
  });
});
