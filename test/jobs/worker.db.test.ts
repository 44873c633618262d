import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import { createEmbeddedQueue } from '../../src/jobs/embedded-queue.ts';
import type { LeasedQueue } from '../../src/jobs/leased-queue.ts';
import { Job } from '../../src/jobs/job.entity.ts';
import type { JobHandler, Jobs } from '../../src/jobs/queue.ts';
import { createWorker, type WorkerOptions } from '../../src/jobs/worker.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

type Handler = JobHandler<Jobs['process-file']>;
const HOUR = 3_600_000;

let database: TestDatabase;
let started: { stop(): Promise<void> }[] = [];
let now: number;
const clock: Clock = () => new Date(now);
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.orm.em.fork().nativeDelete(Job, {});
  now = Date.parse('2026-03-01T12:00:00Z');
});
afterEach(async () => {
  await Promise.all(started.map((worker) => worker.stop()));
  started = [];
});

const row = () => database.orm.em.fork().findOne(Job, { id: { $gt: 0 } });
const enqueue = (queue: LeasedQueue, fileId = 1) =>
  database.orm.em.fork().transactional((em) => queue.enqueue(em, 'process-file', { fileId, run: 1 }));

/** A worker that looks for jobs only when it is woken, so that a test's own clock decides when a job is due. */
function startWorker(queue: LeasedQueue, handler: Partial<Handler>, options: Partial<WorkerOptions> = {}) {
  const { run = async () => {}, giveUp = async () => {} } = handler;
  const worker = createWorker({
    queue,
    handlers: { 'process-file': { run, giveUp } },
    concurrency: 2,
    clock,
    log: pino({ level: 'silent' }),
    pollMilliseconds: HOUR,
    ...options,
  });
  worker.start();
  started.push(worker);
  return worker;
}

const until = (check: () => unknown) => vi.waitFor(check, { timeout: 30_000, interval: 5 });

/** What a handler does that obeys its signal and has nothing else to do. */
const untilAborted = (signal: AbortSignal) => sleep(HOUR, undefined, { signal });

test('a job runs as soon as the transaction that enqueued it is committed, and not before', async () => {
  const queue = createEmbeddedQueue({ orm: database.orm, clock });
  const run = vi.fn<Handler['run']>(async () => {});
  startWorker(queue, { run });
  await database.orm.em.fork().transactional(async (em) => {
    await queue.enqueue(em, 'process-file', { fileId: 7, run: 3 });
    await sleep(50);
    expect(run).not.toHaveBeenCalled();
  });
  await until(async () => expect(await row()).toBeNull());
  expect(run).toHaveBeenCalledExactlyOnceWith({ fileId: 7, run: 3 }, { signal: expect.any(AbortSignal), attempt: 1 });
});

test('jobs that were enqueued before the server started, or by another process, are found by polling', async () => {
  const queue = createEmbeddedQueue({ orm: database.orm, clock });
  await enqueue(queue, 1);
  const done: number[] = [];
  const run: Handler['run'] = async ({ fileId }) => void done.push(fileId);
  startWorker(queue, { run }, { pollMilliseconds: 5 });
  await enqueue(createEmbeddedQueue({ orm: database.orm, clock }), 2);
  await until(() => expect(done.toSorted((a, b) => a - b)).toEqual([1, 2]));
});

test('no more jobs run at once than asked for, and the rest follow', async () => {
  const queue = createEmbeddedQueue({ orm: database.orm, clock });
  for (let fileId = 1; fileId <= 12; fileId += 1) await enqueue(queue, fileId);
  let running = 0;
  let most = 0;
  startWorker(queue, {
    async run() {
      running += 1;
      most = Math.max(most, running);
      await until(() => expect(most).toBeGreaterThan(1));
      running -= 1;
    },
  });
  await until(async () => expect(await row()).toBeNull());
  expect(most).toBe(2);
});

test('a job that fails is tried three times with growing pauses, then given up once with the last error', async () => {
  const queue = createEmbeddedQueue({ orm: database.orm, clock });
  const attempts: [attempt: number, second: number][] = [];
  const start = now;
  const giveUp = vi.fn<Handler['giveUp']>(async () => {});
  const worker = startWorker(queue, {
    async run(_payload, { attempt }) {
      attempts.push([attempt, (now - start) / 1000]);
      throw new Error(`attempt ${attempt} failed`);
    },
    giveUp,
  });
  await enqueue(queue);
  await until(async () => expect(await row()).toMatchObject({ state: 'waiting', attempts: 1 }));
  now += 5_000;
  worker.wake();
  await until(async () => expect(await row()).toMatchObject({ state: 'waiting', attempts: 2 }));
  now += 10_000;
  worker.wake();
  await until(async () => expect(await row()).toMatchObject({ state: 'failed', attempts: 3 }));

  expect(attempts).toEqual([
    [1, 0],
    [2, 5],
    [3, 15],
  ]);
  expect(giveUp).toHaveBeenCalledExactlyOnceWith({ fileId: 1, run: 1 }, new Error('attempt 3 failed'));
  expect(await row()).toMatchObject({ lastError: 'attempt 3 failed' });
});

test('kinds of jobs that share a queue are each tried as often as it allows them', async () => {
  const queue = createEmbeddedQueue({ orm: database.orm, clock, attempts: { 'apply-webhook': 5 } });
  const tried = { 'process-file': 0, 'apply-webhook': 0 };
  const failing = (name: keyof typeof tried) => ({
    run: async () => {
      tried[name] += 1;
      throw new Error('no');
    },
    giveUp: async () => {},
  });
  const statements = startWorker(queue, failing('process-file'));
  const webhooks = startWorker(queue, {}, { handlers: { 'apply-webhook': failing('apply-webhook') } });
  await enqueue(queue);
  await database.orm.em.fork().transactional((em) => queue.enqueue(em, 'apply-webhook', { eventId: 1 }));
  const states = async () => {
    const jobs = await database.orm.em.fork().find(Job, {}, { orderBy: { id: 'asc' } });
    return jobs.map(({ state, attempts }) => `${state} ${attempts}`);
  };
  for (const after of [
    ['waiting 1', 'waiting 1'],
    ['waiting 2', 'waiting 2'],
    ['failed 3', 'waiting 3'],
    ['failed 3', 'waiting 4'],
    ['failed 3', 'failed 5'],
  ]) {
    await until(async () => expect(await states()).toEqual(after));
    now += 5 * 60_000;
    statements.wake();
    webhooks.wake();
  }
  expect(tried).toEqual({ 'process-file': 3, 'apply-webhook': 5 });
});

test('a job whose giving up fails is given up again later, without another attempt at its work', async () => {
  const queue = createEmbeddedQueue({ orm: database.orm, clock, attempts: { 'process-file': 1 } });
  const run = vi.fn<Handler['run']>(() => Promise.reject(new Error('no')));
  const giveUp = vi.fn<Handler['giveUp']>(async () => {}).mockRejectedValueOnce(new Error('the ledger is locked'));
  const worker = startWorker(queue, { run, giveUp });
  await enqueue(queue);
  await until(async () => expect(await row()).toMatchObject({ state: 'waiting', attempts: 1 }));
  now += 5_000;
  worker.wake();
  await until(async () => expect(await row()).toMatchObject({ state: 'failed', lastError: 'no' }));
  expect(run).toHaveBeenCalledTimes(1);
  expect(giveUp).toHaveBeenCalledTimes(2);
});

test('a job whose workers were killed has lost no attempt: it is tried as often as any other', async () => {
  const queue = createEmbeddedQueue({ orm: database.orm, clock });
  await enqueue(queue);
  for (let death = 0; death < 9; death += 1) {
    expect(await queue.claim(['process-file'])).toMatchObject({ attempt: 1, deaths: death });
    now += 30_000;
  }
  const run = vi.fn<Handler['run']>(() => Promise.reject(new Error('no')));
  const worker = startWorker(queue, { run });
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    await until(async () => expect(await row()).toMatchObject({ state: 'waiting', attempts: attempt, deaths: 9 }));
    now += 10_000;
    worker.wake();
  }
  await until(async () => expect(await row()).toMatchObject({ state: 'failed', attempts: 3, lastError: 'no' }));
  expect(run).toHaveBeenCalledTimes(3);
});

test('a job that kills whoever takes it up does so ten times, and is given up by the eleventh', async () => {
  const queue = createEmbeddedQueue({ orm: database.orm, clock });
  await enqueue(queue);
  for (let death = 0; death < 10; death += 1) {
    expect(await queue.claim(['process-file'])).toMatchObject({ attempt: 1, deaths: death });
    now += 30_000;
  }
  const run = vi.fn<Handler['run']>(async () => {});
  const giveUp = vi.fn<Handler['giveUp']>(async () => {}).mockRejectedValueOnce(new Error('the ledger is locked'));
  const worker = startWorker(queue, { run, giveUp });
  await until(async () => expect(await row()).toMatchObject({ state: 'waiting' }));
  now += 5_000;
  worker.wake();
  await until(async () => expect(await row()).toMatchObject({ state: 'failed', deaths: 10 }));
  const cause = new Error('The worker died or was cut off, 10 times by now');
  expect(giveUp).toHaveBeenCalledTimes(2);
  expect(giveUp).toHaveBeenLastCalledWith({ fileId: 1, run: 1 }, cause);
  expect(run).not.toHaveBeenCalled();
});

test('stopping aborts what runs, waits for it, and puts it back with no attempt lost', async () => {
  const queue = createEmbeddedQueue({ orm: database.orm, clock });
  let begun = 0;
  let ended = 0;
  const worker = startWorker(queue, {
    async run(_payload, { signal }) {
      begun += 1;
      await untilAborted(signal).finally(async () => {
        await sleep(20);
        ended += 1;
      });
    },
  });
  for (const fileId of [1, 2, 3]) await enqueue(queue, fileId);
  await until(() => expect(begun).toBe(2));
  await worker.stop();
  expect(ended).toBe(2);

  const jobs = await database.orm.em.fork().find(Job, {});
  expect(jobs.map(({ state, attempts, leaseToken }) => ({ state, attempts, leaseToken }))).toEqual(
    Array.from({ length: 3 }, () => ({ state: 'waiting', attempts: 0, leaseToken: null })),
  );
  await enqueue(queue, 4);
  expect(begun).toBe(2);
});

test('a job that ends well while the server stops is done, not put back', async () => {
  const queue = createEmbeddedQueue({ orm: database.orm, clock });
  const run = vi.fn<Handler['run']>(async (_payload, { signal }) => untilAborted(signal).catch(() => {}));
  const worker = startWorker(queue, { run });
  await enqueue(queue);
  await until(() => expect(run).toHaveBeenCalled());
  await worker.stop();
  expect(await row()).toBeNull();
});

test('a lease is extended for as long as its job runs', async () => {
  const queue = createEmbeddedQueue({ orm: database.orm, clock, leaseMilliseconds: 600 });
  const finish = new AbortController();
  const run = vi.fn<Handler['run']>((_payload, { signal }) =>
    untilAborted(AbortSignal.any([finish.signal, signal])).catch(() => signal.throwIfAborted()),
  );
  startWorker(queue, { run });
  await enqueue(queue);
  await until(() => expect(run).toHaveBeenCalled());
  for (let beat = 1; beat <= 5; beat += 1) {
    now += 400;
    await until(async () => expect(await row()).toMatchObject({ runAt: new Date(now + 600) }));
  }
  finish.abort();
  await until(async () => expect(await row()).toBeNull());
  expect(run).toHaveBeenCalledTimes(1);
});

test('a worker whose job was taken over is told to end, and leaves the job to its new holder', async () => {
  const queue = createEmbeddedQueue({
    orm: database.orm,
    clock,
    leaseMilliseconds: 600,
    attempts: { 'process-file': 1 },
  });
  const told = vi.fn();
  const giveUp = vi.fn<Handler['giveUp']>(async () => {});
  const run: Handler['run'] = (_payload, { signal }) =>
    untilAborted(signal).catch(() => {
      told(signal.reason);
      throw new Error('cut off');
    });
  startWorker(queue, { run, giveUp });
  await enqueue(queue);
  await until(async () => expect(await row()).toMatchObject({ state: 'running' }));
  // As if the first worker had been frozen for longer than its lease.
  await database.orm.em.fork().nativeUpdate(Job, {}, { leaseToken: 'the-new-holder', attempts: 2 });
  await until(() => expect(told).toHaveBeenCalledExactlyOnceWith(new Error('The lease of the job is lost')));
  await started[0]?.stop();
  expect(await row()).toMatchObject({ state: 'running', attempts: 2, leaseToken: 'the-new-holder', lastError: null });
  expect(giveUp).not.toHaveBeenCalled();
});

test('where the database does not answer, a job is told to end before its lease does', async () => {
  const queue = createEmbeddedQueue({ orm: database.orm, clock, leaseMilliseconds: 600 });
  const silent: LeasedQueue = { ...queue, extend: () => new Promise(() => {}) };
  const told = vi.fn();
  startWorker(silent, { run: (_payload, { signal }) => untilAborted(signal).catch(() => told(signal.reason)) });
  await enqueue(queue);
  await until(async () => expect(await row()).toMatchObject({ state: 'running' }));
  now += 500;
  await until(() => expect(told).toHaveBeenCalledExactlyOnceWith(new Error('The lease of the job is lost')));
});

test('a job of a newer version of the server is left to it', async () => {
  const queue = createEmbeddedQueue({ orm: database.orm, clock });
  const newer = { name: 'shred-file', payload: {}, state: 'waiting', runAt: clock(), createdAt: clock() } as const;
  await database.orm.em.fork().insert(Job, newer);
  now += 1;
  await enqueue(queue);
  const run = vi.fn<Handler['run']>(async () => {});
  startWorker(queue, { run });
  await until(async () => expect(await database.orm.em.fork().count(Job)).toBe(1));
  expect(run).toHaveBeenCalledTimes(1);
  expect(await row()).toMatchObject({ name: 'shred-file', state: 'waiting', attempts: 0 });
});

test('a worker outlives a database that is away for a while', async () => {
  const queue = createEmbeddedQueue({ orm: database.orm, clock });
  await enqueue(queue);
  let refusals = 0;
  const flaky: LeasedQueue = {
    ...queue,
    claim: (names) => (++refusals <= 3 ? Promise.reject(new Error('connection refused')) : queue.claim(names)),
  };
  startWorker(flaky, {}, { pollMilliseconds: 5 });
  await until(async () => expect(await row()).toBeNull());
});
