import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { createEmbeddedQueue } from '../../src/jobs/embedded-queue.ts';
import { Job } from '../../src/jobs/job.entity.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import type { ChildMessage, ChildOptions } from './worker-child.ts';

let database: TestDatabase;
let children: ChildProcess[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.orm.em.fork().nativeDelete(Job, {});
});
afterEach(async () => {
  await Promise.all(children.map((child) => end(child, 'SIGKILL')));
  children = [];
});

type Child = { process: ChildProcess; heard: ChildMessage[] };

/** A process of its own that runs jobs, and what it has told so far. */
async function startChild(options: Omit<ChildOptions, 'location'>): Promise<Child> {
  const argument = JSON.stringify({ ...options, location: database.location });
  const child = fork(new URL('worker-child.ts', import.meta.url), [argument], { execArgv: [] });
  children.push(child);
  const heard: ChildMessage[] = [];
  child.on('message', (message: ChildMessage) => heard.push(message));
  await vi.waitFor(() => expect(heard).toContainEqual({ event: 'ready' }), { timeout: 30_000 });
  return { process: child, heard };
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // Its last messages arrive before the channel is closed, but maybe after its exit is seen.
  const ended = Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
  child.kill(signal);
  await ended;
}

async function enqueue(count: number, first = 1): Promise<void> {
  const queue = createEmbeddedQueue({ orm: database.orm, clock: systemClock });
  await database.orm.em.fork().transactional(async (em) => {
    for (let fileId = first; fileId < first + count; fileId += 1)
      await queue.enqueue(em, 'process-file', { fileId, run: 1 });
  });
}

const jobs = () => database.orm.em.fork().find(Job, {});
const untilNoJobIsLeft = () =>
  vi.waitFor(async () => expect(await jobs()).toEqual([]), { timeout: 40_000, interval: 50 });
const fileIds = (children: Child[], event: ChildMessage['event']) =>
  children
    .flatMap((child) => child.heard)
    .flatMap((message) => (message.event === event && 'fileId' in message ? [message.fileId] : []))
    .toSorted((a, b) => a - b);

test('two processes that compete for hundreds of jobs run each of them once', async () => {
  const workers = await Promise.all([
    startChild({ leaseMilliseconds: 30_000, work: 'brief' }),
    startChild({ leaseMilliseconds: 30_000, work: 'brief' }),
  ]);
  // One may be through with all of them before the other has looked for the first time.
  const isIdle = (worker: Child) => fileIds([worker], 'done').length === 0;
  let handed = 0;
  do {
    await enqueue(200, handed + 1);
    handed += 200;
    await untilNoJobIsLeft();
  } while (workers.some(isIdle) && handed < 4_000);
  await Promise.all(workers.map((worker) => end(worker.process, 'SIGTERM')));

  const each = Array.from({ length: handed }, (_, index) => index + 1);
  expect(fileIds(workers, 'begun')).toEqual(each);
  expect(fileIds(workers, 'done')).toEqual(each);
  for (const worker of workers) expect(fileIds([worker], 'done')).not.toEqual([]);
});

test('a job whose process is killed is taken up by another one, and done once', async () => {
  const doomed = await startChild({ leaseMilliseconds: 4_000, work: 'hang' });
  await enqueue(1);
  await vi.waitFor(() => expect(fileIds([doomed], 'begun')).toEqual([1]), { timeout: 30_000 });
  const heir = await startChild({ leaseMilliseconds: 4_000, work: 'brief' });

  // While the first process lives, it holds on to its job: the lease is seen to grow, past its first end.
  const firstEnd = (await jobs())[0]?.runAt?.getTime() ?? Infinity;
  await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(firstEnd), { timeout: 30_000 });
  expect(await jobs()).toMatchObject([{ state: 'running', attempts: 1 }]);
  expect(heir.heard).toEqual([{ event: 'ready' }]);

  await end(doomed.process, 'SIGKILL');
  expect(await jobs()).toMatchObject([{ state: 'running', attempts: 1 }]);
  await untilNoJobIsLeft();
  expect(fileIds([doomed], 'done')).toEqual([]);
  expect(fileIds([heir], 'begun')).toEqual([1]);
  expect(fileIds([heir], 'done')).toEqual([1]);
});

test('a process that is asked to stop hands its jobs over at once', async () => {
  const leaving = await startChild({ leaseMilliseconds: 3_600_000, work: 'hang' });
  await enqueue(2);
  await vi.waitFor(() => expect(fileIds([leaving], 'begun')).toEqual([1, 2]), { timeout: 30_000 });
  await end(leaving.process, 'SIGTERM');
  expect(leaving.process.exitCode).toBe(0);
  expect(leaving.heard.at(-1)).toEqual({ event: 'stopped' });
  expect(await jobs()).toMatchObject([
    { state: 'waiting', attempts: 0 },
    { state: 'waiting', attempts: 0 },
  ]);
  const heir = await startChild({ leaseMilliseconds: 3_600_000, work: 'brief' });
  await untilNoJobIsLeft();
  expect(fileIds([heir], 'done')).toEqual([1, 2]);
});

test('a job whose processes were killed three times over is done by the next one', async () => {
  await enqueue(1);
  for (let death = 1; death <= 3; death += 1) {
    const doomed = await startChild({ leaseMilliseconds: 3_600_000, work: 'hang' });
    await vi.waitFor(() => expect(fileIds([doomed], 'begun')).toEqual([1]), { timeout: 30_000 });
    await end(doomed.process, 'SIGKILL');
    // As if the rest of the lease had passed.
    await database.orm.em.fork().nativeUpdate(Job, {}, { runAt: new Date() });
  }
  const heir = await startChild({ leaseMilliseconds: 3_600_000, work: 'brief' });
  await untilNoJobIsLeft();
  await end(heir.process, 'SIGTERM');
  expect(fileIds([heir], 'done')).toEqual([1]);
  expect(fileIds([heir], 'given up')).toEqual([]);
});
