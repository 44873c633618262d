import { randomUUID } from 'node:crypto';
import { type EntityManager, LockMode } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/sql';
import type { Clock } from '../clock.ts';
import { Job } from './job.entity.ts';
import { describeDeaths, describeFailure, type ClaimedJob, type LeasedQueue } from './leased-queue.ts';
import { measureJobs } from './measure-jobs.ts';
import type { JobName, Jobs } from './queue.ts';
import { takeTurns } from './take-turns.ts';

export type EmbeddedQueueOptions = {
  orm: MikroORM;
  clock: Clock;
  /** Where it is not three times. */
  attempts?: Partial<Record<JobName, number>>;
  /** The W3C `traceparent` of the work under way, which a job is given along. */
  currentTrace?: () => string | null;
  leaseMilliseconds?: number;
  firstRetryMilliseconds?: number;
};

const ATTEMPTS = 3;
const LONGEST_RETRY_MILLISECONDS = 5 * 60_000;

/**
 * A queue that lives in the table `jobs`, so that a crash loses nothing. What a worker does to a job it has claimed
 * happens only while the lease token in the row is still the worker's. Leases are compared with the clock of the
 * process, so the clocks of all workers must agree to a small part of the lease.
 *
 * By default a job is tried three times, 5 s and 10 s apart. A dead worker's job is taken over after 30 s, and has lost
 * no attempt.
 */
export function createEmbeddedQueue({
  orm,
  clock,
  attempts = {},
  currentTrace = () => null,
  leaseMilliseconds = 30_000,
  firstRetryMilliseconds = 5_000,
}: EmbeddedQueueOptions): LeasedQueue {
  const fromNow = (milliseconds: number) => new Date(clock().getTime() + milliseconds);
  const held = (job: ClaimedJob) => ({ id: Number(job.id), leaseToken: job.leaseToken });
  const update = async (job: ClaimedJob, changes: Partial<Job>): Promise<boolean> =>
    (await orm.em.fork().nativeUpdate(Job, held(job), changes)) > 0;
  const nextNames = takeTurns();
  const transactionsWithJobs = new WeakSet<object>();

  return {
    maxAttempts: (name) => attempts[name] ?? ATTEMPTS,
    leaseMilliseconds,

    async enqueue(em, name, payload, { notBefore, round = 0 } = {}) {
      const transaction: object | undefined = em.getTransactionContext();
      if (transaction === undefined) throw new Error(`A ${name} job must be enqueued in a transaction`);
      const now = clock();
      const trace = currentTrace();
      const runAt = notBefore ?? now;
      await em.insert(Job, { name, payload, state: 'waiting', attempts: 0, round, runAt, createdAt: now, trace });
      transactionsWithJobs.add(transaction);
    },

    claim: <Name extends JobName>(names: readonly Name[]) =>
      orm.em.fork().transactional(async (em) => {
        const job = await findDue(em, nextNames(names), clock());
        if (job === null) return null;
        const isTakenOver = job.state === 'running';
        const deaths = job.deaths + (isTakenOver ? 1 : 0);
        if (isTakenOver) job.lastError = describeDeaths(deaths);
        const leaseToken = randomUUID();
        const leaseEndsAt = fromNow(leaseMilliseconds);
        const attempt = isTakenOver ? job.attempts : job.attempts + 1;
        em.assign(job, { state: 'running', attempts: attempt, deaths, runAt: leaseEndsAt, leaseToken });
        return {
          id: String(job.id),
          // The names were asked for, and `enqueue` lets in no other payload under them.
          name: job.name as Name,
          payload: job.payload as Jobs[Name],
          attempt,
          deaths,
          leaseToken,
          leaseEndsAt,
          lastError: job.lastError ?? null,
          trace: job.trace ?? null,
        };
      }),

    async extend(job) {
      const runAt = fromNow(leaseMilliseconds);
      return (await update(job, { runAt })) ? runAt : null;
    },

    complete: async (job) => (await orm.em.fork().nativeDelete(Job, held(job))) > 0,

    retryLater(job, cause) {
      const delay = Math.min(firstRetryMilliseconds * 2 ** (job.attempt - 1), LONGEST_RETRY_MILLISECONDS);
      return update(job, {
        state: 'waiting',
        round: 0,
        runAt: fromNow(delay),
        leaseToken: null,
        lastError: describeFailure(cause),
      });
    },

    fail: (job, cause) =>
      update(job, { state: 'failed', runAt: null, leaseToken: null, lastError: describeFailure(cause) }),

    release: (job) =>
      update(job, { state: 'waiting', round: 0, runAt: clock(), leaseToken: null, attempts: job.attempt - 1 }),

    onEnqueued(listener) {
      orm.em.getEventManager().registerSubscriber({
        afterTransactionCommit({ transaction }) {
          if (transaction !== undefined && transactionsWithJobs.has(transaction)) listener();
        },
      });
    },

    measure: () => measureJobs(orm.em.fork(), clock()),
  };
}

/** A job that is due: of the first of these kinds that has one. */
async function findDue(em: EntityManager, names: readonly JobName[], now: Date): Promise<Job | null> {
  for (const name of names) {
    const job = await em.findOne(
      Job,
      { name, runAt: { $lte: now } },
      // Rows that another worker is just claiming are skipped (PostgreSQL; SQLite has one writer at a time anyway).
      { orderBy: { round: 'asc', runAt: 'asc', id: 'asc' }, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
    );
    if (job !== null) return job;
  }
  return null;
}
