import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createEmbeddedQueue } from '../../src/jobs/embedded-queue.ts';
import type { ClaimedJob, LeasedQueue } from '../../src/jobs/leased-queue.ts';
import { Job } from '../../src/jobs/job.entity.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const NAMES = ['process-file'] as const;
const NOON = Date.parse('2026-03-01T12:00:00Z');

let database: TestDatabase;
let now: number;
let queue: LeasedQueue;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.orm.em.fork().nativeDelete(Job, {});
  now = NOON;
  queue = createEmbeddedQueue({ orm: database.orm, clock: () => new Date(now) });
});

const enqueue = (fileId: number) =>
  database.orm.em.fork().transactional((em) => queue.enqueue(em, 'process-file', { fileId, run: 1 }));
const rows = () => database.orm.em.fork().find(Job, {}, { orderBy: { id: 'asc' } });
const onlyRow = () => database.orm.em.fork().findOneOrFail(Job, { id: { $gt: 0 } });
const claim = async (): Promise<ClaimedJob<'process-file'>> => {
  const job = await queue.claim(NAMES);
  if (job === null) throw new Error('There is no job to claim');
  return job;
};

test('a job enqueued in a transaction that is rolled back has never existed', async () => {
  const refused = database.orm.em.fork().transactional(async (em) => {
    await queue.enqueue(em, 'process-file', { fileId: 1, run: 1 });
    throw new Error('no credits');
  });
  await expect(refused).rejects.toThrow('no credits');
  expect(await rows()).toEqual([]);
  expect(await queue.claim(NAMES)).toBeNull();
});

test('a job cannot be enqueued outside a transaction, where it could outlive or precede its cause', async () => {
  const outside = queue.enqueue(database.orm.em.fork(), 'process-file', { fileId: 1, run: 1 });
  await expect(outside).rejects.toThrow('must be enqueued in a transaction');
  expect(await rows()).toEqual([]);
});

test('jobs are claimed in the order in which they became due, each by one worker', async () => {
  await enqueue(1);
  now += 1;
  await enqueue(2);
  await enqueue(3);
  const claimed = [await claim(), await claim(), await claim()];
  expect(claimed.map((job) => job.payload)).toEqual([
    { fileId: 1, run: 1 },
    { fileId: 2, run: 1 },
    { fileId: 3, run: 1 },
  ]);
  expect(await queue.claim(NAMES)).toBeNull();
});

test('many claims at once share the jobs out without giving one to two', async () => {
  for (let fileId = 1; fileId <= 10; fileId += 1) await enqueue(fileId);
  const claimed = await Promise.all(Array.from({ length: 20 }, () => queue.claim(NAMES)));
  const fileIds = claimed.flatMap((job) => (job === null ? [] : [job.payload.fileId]));
  // A claim may come away empty-handed while another holds the row it looked at; the next poll finds the rest.
  for (let job = await queue.claim(NAMES); job !== null; job = await queue.claim(NAMES))
    fileIds.push(job.payload.fileId);
  expect(fileIds.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('a completed job is gone', async () => {
  await enqueue(1);
  expect(await queue.complete(await claim())).toBe(true);
  expect(await rows()).toEqual([]);
});

test('a failed attempt is due again after 5 s, the next one after 10 s', async () => {
  await enqueue(1);
  expect(await queue.retryLater(await claim(), new Error('disk is full'))).toBe(true);
  now += 4_999;
  expect(await queue.claim(NAMES)).toBeNull();
  now += 1;
  const second = await claim();
  expect(second).toMatchObject({ attempt: 2, lastError: 'disk is full' });
  await queue.retryLater(second, new Error('disk is full'));
  now += 9_999;
  expect(await queue.claim(NAMES)).toBeNull();
  now += 1;
  expect(await claim()).toMatchObject({ attempt: 3 });
});

test('the waiting time stops growing at five minutes', async () => {
  await enqueue(1);
  for (let attempt = 1; attempt <= 30; attempt += 1) {
    await queue.retryLater(await claim(), 'still no luck');
    now += 5 * 60_000;
  }
  expect(await claim()).toMatchObject({ attempt: 31 });
});

test('a job given up stays for the operator with its last error, and no worker sees it again', async () => {
  await enqueue(1);
  await queue.fail(await claim(), new Error('page tree has a cycle'));
  expect(await onlyRow()).toMatchObject({ state: 'failed', attempts: 1, lastError: 'page tree has a cycle' });
  now += 365 * 86_400_000;
  expect(await queue.claim(NAMES)).toBeNull();
});

test('an error that carries a piece of a binary file can be written down', async () => {
  await enqueue(1);
  expect(await queue.fail(await claim(), new Error(`unexpected "\0PNG\u{d800}" ${'x'.repeat(10_000)}`))).toBe(true);
  expect((await onlyRow()).lastError).toContain('unexpected "PNG');
});

test('a released job is due at once and has lost no attempt', async () => {
  await enqueue(1);
  await queue.release(await claim());
  expect(await claim()).toMatchObject({ attempt: 1, lastError: null });
});

test('a lease that is extended is not taken over; one that has ended is, and says so', async () => {
  await enqueue(1);
  const first = await claim();
  now += 20_000;
  expect(await queue.extend(first)).toEqual(new Date(NOON + 50_000));
  now += 29_999;
  expect(await queue.claim(NAMES)).toBeNull();
  now += 1;
  expect(await claim()).toMatchObject({
    id: first.id,
    attempt: 1,
    deaths: 1,
    lastError: 'The worker died or was cut off',
  });
});

test('a worker that has lost its lease can do nothing to the job any more', async () => {
  await enqueue(1);
  const late = await claim();
  now += 30_000;
  const holder = await claim();
  const before = await onlyRow();

  expect(await queue.extend(late)).toBeNull();
  expect(await queue.complete(late)).toBe(false);
  expect(await queue.retryLater(late, 'late')).toBe(false);
  expect(await queue.fail(late, 'late')).toBe(false);
  expect(await queue.release(late)).toBe(false);

  expect(await onlyRow()).toEqual(before);
  expect(await queue.complete(holder)).toBe(true);
});
