import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/sql';
import type { Clock } from '../clock.ts';
import { Job } from './job.entity.ts';
import { measureJobs } from './measure-jobs.ts';
import type { JobName, Jobs, MeasuredJobs, Queue } from './queue.ts';

/** The right to run a job, for as long as the lease is extended and nobody else has taken it over. */
export type ClaimedJob<Name extends JobName = JobName> = {
  id: number;
  name: Name;
  payload: Jobs[Name];
  /** 1 for the first run. Above the queue's `maxAttempts` for its name, there is nothing left but to give up. */
  attempt: number;
  leaseToken: string;
  leaseEndsAt: Date;
  /** Why the attempt before this one failed. */
  lastError: string | null;
};

/**
 * A queue that lives in the table `jobs`, so that a crash loses nothing. What a worker does to a job it has claimed
 * happens only while the lease token in the row is still the worker's; otherwise the answer is false (or null) and
 * nothing has changed. Leases are compared with the clock of the process, so the clocks of all workers must agree to a
 * small part of the lease.
 */
export interface EmbeddedQueue extends Queue {
  /** How often a job of this name is tried before it is given up. */
  maxAttempts(name: JobName): number;
  readonly leaseMilliseconds: number;
  /** Takes the job of one of these names that has been due longest: a waiting one, or one whose lease has ended. */
  claim<Name extends JobName>(names: readonly Name[]): Promise<ClaimedJob<Name> | null>;
  /** Gives the lease its full length again, from now on. Answers when it ends now. */
  extend(job: ClaimedJob): Promise<Date | null>;
  /** The work is done: the job is forgotten. */
  complete(job: ClaimedJob): Promise<boolean>;
  /** The attempt failed: the job waits, twice as long after every attempt, for the next one. */
  retryLater(job: ClaimedJob, cause: unknown): Promise<boolean>;
  /** The job was given up: its row stays for the operator. */
  fail(job: ClaimedJob, cause: unknown): Promise<boolean>;
  /** The attempt was called off by the worker: the job is due at once and the attempt is not counted. */
  release(job: ClaimedJob): Promise<boolean>;
  /** Calls the listener after each commit of this process that brought jobs. A hint: who misses it polls. */
  onEnqueued(listener: () => void): void;
  /** Counts the jobs, for whoever watches over the server. */
  measure(): Promise<MeasuredJobs[]>;
}

export type EmbeddedQueueOptions = {
  orm: MikroORM;
  clock: Clock;
  /** Where it is not three times. */
  attempts?: Partial<Record<JobName, number>>;
  leaseMilliseconds?: number;
  firstRetryMilliseconds?: number;
};

const ATTEMPTS = 3;
const LONGEST_RETRY_MILLISECONDS = 5 * 60_000;
const LONGEST_ERROR_CHARACTERS = 2_000;

/** By default a job is tried three times, 5 s and 10 s apart, and a dead worker's job is taken over after 30 s. */
export function createEmbeddedQueue({
  orm,
  clock,
  attempts = {},
  leaseMilliseconds = 30_000,
  firstRetryMilliseconds = 5_000,
}: EmbeddedQueueOptions): EmbeddedQueue {
  const fromNow = (milliseconds: number) => new Date(clock().getTime() + milliseconds);
  const held = (job: ClaimedJob) => ({ id: job.id, leaseToken: job.leaseToken });
  const update = async (job: ClaimedJob, changes: Partial<Job>): Promise<boolean> =>
    (await orm.em.fork().nativeUpdate(Job, held(job), changes)) > 0;
  const transactionsWithJobs = new WeakSet<object>();

  return {
    maxAttempts: (name) => attempts[name] ?? ATTEMPTS,
    leaseMilliseconds,

    async enqueue(em, name, payload, { notBefore } = {}) {
      const transaction: object | undefined = em.getTransactionContext();
      if (transaction === undefined) throw new Error(`A ${name} job must be enqueued in a transaction`);
      const now = clock();
      await em.insert(Job, { name, payload, state: 'waiting', attempts: 0, runAt: notBefore ?? now, createdAt: now });
      transactionsWithJobs.add(transaction);
    },

    claim: <Name extends JobName>(names: readonly Name[]) =>
      orm.em.fork().transactional(async (em) => {
        const job = await em.findOne(
          Job,
          { name: { $in: [...names] }, runAt: { $lte: clock() } },
          // Rows that another worker is just claiming are skipped (PostgreSQL; SQLite has one writer at a time anyway).
          { orderBy: { runAt: 'asc', id: 'asc' }, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
        );
        if (job === null) return null;
        if (job.state === 'running') job.lastError = `The worker died or was cut off during attempt ${job.attempts}`;
        const leaseToken = randomUUID();
        const leaseEndsAt = fromNow(leaseMilliseconds);
        const attempt = job.attempts + 1;
        em.assign(job, { state: 'running', attempts: attempt, runAt: leaseEndsAt, leaseToken });
        return {
          id: job.id,
          // The names were asked for, and `enqueue` lets in no other payload under them.
          name: job.name as Name,
          payload: job.payload as Jobs[Name],
          attempt,
          leaseToken,
          leaseEndsAt,
          lastError: job.lastError ?? null,
        };
      }),

    async extend(job) {
      const runAt = fromNow(leaseMilliseconds);
      return (await update(job, { runAt })) ? runAt : null;
    },

    complete: async (job) => (await orm.em.fork().nativeDelete(Job, held(job))) > 0,

    retryLater(job, cause) {
      const delay = Math.min(firstRetryMilliseconds * 2 ** (job.attempt - 1), LONGEST_RETRY_MILLISECONDS);
      return update(job, { state: 'waiting', runAt: fromNow(delay), leaseToken: null, lastError: describe(cause) });
    },

    fail: (job, cause) => update(job, { state: 'failed', runAt: null, leaseToken: null, lastError: describe(cause) }),

    release: (job) => update(job, { state: 'waiting', runAt: clock(), leaseToken: null, attempts: job.attempt - 1 }),

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

/** A file's content can end up in an error, and PostgreSQL refuses a text with U+0000 in it. */
function describe(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.replaceAll('\0', '').slice(0, LONGEST_ERROR_CHARACTERS);
}
