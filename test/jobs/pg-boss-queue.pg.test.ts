import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openJobs } from '../../src/app/open-jobs.ts';
import { systemClock } from '../../src/clock.ts';
import type { ClaimedJob, LeasedQueue } from '../../src/jobs/leased-queue.ts';
import { FAILED_JOBS } from '../../src/jobs/measure-pg-boss-jobs.ts';
import { createWorker } from '../../src/jobs/worker.ts';
import { createLog } from '../../src/log.ts';
import { endLeases, findJobs } from '../support/jobs-at-rest.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const NAMES = ['process-file'] as const;

let database: TestDatabase;
let first: Awaited<ReturnType<typeof openJobs>>;
let second: typeof first;
let queue: LeasedQueue;
beforeAll(async () => {
  database = await createTestDatabase();
  const { location, orm } = database;
  const open = () => openJobs(location, { orm, clock: systemClock, log: createLog('silent') });
  // As two processes would start at once: the tables of the queue are made by one of them.
  [first, second] = await Promise.all([open(), open()]);
  queue = first.queue;
});
afterAll(async () => {
  await Promise.all([first.close(), second.close()]);
  await database.close();
});
const em = () => database.orm.em.fork();
beforeEach(() => em().getConnection().execute('delete from pgboss.job'));

const enqueue = (fileId: number, notBefore?: Date) =>
  em().transactional((tx) =>
    queue.enqueue(tx, 'process-file', { fileId, run: 1 }, ...(notBefore ? [{ notBefore }] : [])),
  );
const claim = async (from = queue): Promise<ClaimedJob<'process-file'>> => {
  const job = await from.claim(NAMES);
  if (job === null) throw new Error('There is no job to claim');
  return job;
};
/** What waits for its time is due now. */
const skipWaiting = () => em().getConnection().execute("update pgboss.job set start_after = now() - interval '1 s'");

test('a job enqueued in a transaction that is rolled back has never existed', async () => {
  const refused = em().transactional(async (tx) => {
    await queue.enqueue(tx, 'process-file', { fileId: 1, run: 1 });
    throw new Error('no credits');
  });
  await expect(refused).rejects.toThrow('no credits');
  expect(await findJobs(database)).toEqual([]);
});

test('a job cannot be enqueued outside a transaction, where it could outlive or precede its cause', async () => {
  await expect(queue.enqueue(em(), 'process-file', { fileId: 1, run: 1 })).rejects.toThrow('in a transaction');
});

test('a job is claimed by one worker, with its payload, and forgotten when it is done', async () => {
  await enqueue(7);
  const claims = await Promise.all([first, second, first, second].map(({ queue: each }) => each.claim(NAMES)));
  const [job, ...others] = claims.filter((one) => one !== null);
  expect(others).toEqual([]);
  expect(job).toMatchObject({ name: 'process-file', payload: { fileId: 7, run: 1 }, attempt: 1, lastError: null });
  expect(job && (await queue.extend(job))).toBeInstanceOf(Date);
  expect(job && (await queue.complete(job))).toBe(true);
  expect(job && (await queue.complete(job))).toBe(false);
  expect(await findJobs(database)).toEqual([]);
});

test('a job waits until its time has come', async () => {
  await enqueue(1, new Date(Date.now() + 3_600_000));
  expect(await queue.claim(NAMES)).toBeNull();
  await skipWaiting();
  expect(await claim()).toMatchObject({ payload: { fileId: 1 } });
});

test('a failed attempt is told to the next one; what failed for good is kept for the operator', async () => {
  await enqueue(1);
  expect(await queue.retryLater(await claim(), new Error('the store was away\0'))).toBe(true);
  expect(await queue.claim(NAMES)).toBeNull();
  await skipWaiting();
  const again = await claim();
  expect(again).toMatchObject({ attempt: 2, lastError: 'the store was away' });
  expect(await queue.fail(again, new Error('for good'))).toBe(true);
  expect(await findJobs(database)).toEqual([]);
  const kept = await em().getConnection().execute(`select data from pgboss.job where name = '${FAILED_JOBS}'`);
  expect(kept).toEqual([
    { data: { name: 'process-file', payload: { fileId: 1, run: 1 }, attempts: 2, deaths: 0, error: 'for good' } },
  ]);
});

test('jobs are counted by kind, for whoever watches over the server', async () => {
  for (const fileId of [1, 2, 3]) await enqueue(fileId);
  await queue.fail(await claim(), new Error('for good'));
  await claim();
  await em().getConnection().execute("update pgboss.job set start_after = now() - interval '90 s'");
  expect((await queue.measure()).filter(({ kind }) => kind === 'process-file')).toEqual([
    { kind: 'process-file', waiting: 1, running: 1, failed: 1, oldestDueSeconds: expect.closeTo(90, -1) },
  ]);
});

test('a job that was put back is due at once, and the attempt is not counted', async () => {
  await enqueue(1);
  expect(await queue.release(await claim())).toBe(true);
  expect(await claim(second.queue)).toMatchObject({ attempt: 1 });
});

test("a dead worker's job is taken over, and the dead one is not heard any more", async () => {
  await enqueue(1);
  const dead = await claim();
  expect(await endLeases(database)).toBe(1);
  const taken = await vi.waitFor(() => claim(second.queue), { timeout: 30_000, interval: 100 });
  expect(taken).toMatchObject({ id: dead.id, attempt: 1, deaths: 1, lastError: expect.stringContaining('died') });
  expect(await queue.extend(dead)).toBeNull();
  expect(await queue.complete(dead)).toBe(false);
  expect(await queue.retryLater(dead, new Error('too late'))).toBe(false);
  expect(await findJobs(database)).toMatchObject([{ state: 'running', attempts: 1, deaths: 1 }]);
  expect(await second.queue.complete(taken)).toBe(true);
});

/** What pg-boss does when it misses the heartbeats of workers that died over the job, but for what its next fetch adds. */
const missHeartbeats = (deaths: number) =>
  em()
    .getConnection()
    .execute(
      `update pgboss.job set state = 'retry', start_after = now(), retry_count = retry_count + ${deaths - 1}
       where state = 'active'`,
    );

test('deaths of workers cost no attempt and are counted over all attempts; the tenth is the last', async () => {
  await enqueue(1);
  let job = await claim();
  for (const deaths of [1, 2, 3]) {
    await missHeartbeats(1);
    job = await claim();
    expect(job).toMatchObject({ attempt: 1, deaths });
  }
  await queue.retryLater(job, new Error('the store was away'));
  await skipWaiting();
  expect(await claim()).toMatchObject({ attempt: 2, deaths: 3, lastError: 'the store was away' });
  await missHeartbeats(1);
  await queue.release(await claim());
  expect(await claim()).toMatchObject({ attempt: 2, deaths: 4 });
  await missHeartbeats(6);
  const run = vi.fn<() => Promise<void>>(async () => {});
  const giveUp = vi.fn<() => Promise<void>>(async () => {});
  const worker = createWorker({
    queue,
    handlers: { 'process-file': { run, giveUp } },
    concurrency: 1,
    clock: systemClock,
    log: createLog('silent'),
    pollMilliseconds: 50,
  });
  worker.start();
  await vi.waitFor(() => expect(giveUp).toHaveBeenCalled(), { timeout: 30_000 });
  await worker.stop();
  expect(run).not.toHaveBeenCalled();
  const kept = await em().getConnection().execute(`select data from pgboss.job where name = '${FAILED_JOBS}'`);
  expect(kept).toMatchObject([{ data: { attempts: 2, deaths: 10, error: expect.stringContaining('10 times') } }]);
});

test('whoever waits in another process is woken by the commit, not before it', async () => {
  const woken = vi.fn<() => void>();
  second.queue.onEnqueued(woken);
  await em().transactional(async (tx) => {
    await queue.enqueue(tx, 'process-file', { fileId: 1, run: 1 });
    expect(woken).not.toHaveBeenCalled();
  });
  await vi.waitFor(() => expect(woken).toHaveBeenCalled(), { timeout: 30_000 });
});

test('progress is seen in another process, also after its connection was cut', async () => {
  const changes = second.progress.subscribe(5);
  first.progress.publish(4);
  first.progress.publish(5);
  expect((await changes.next()).done).toBe(false);
  await em()
    .getConnection()
    .execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name like '%listener'");
  // Whatever was missed meanwhile: the reader is told to look.
  expect((await changes.next()).done).toBe(false);
  await changes.return?.();
});
