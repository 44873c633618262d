import type { EntityManager } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/sql';
import { fromKysely, type KyselyTransactionLike, PgBoss } from 'pg-boss';
import type { Clock } from '../clock.ts';
import { type ClaimedJob, describeDeaths, describeFailure, type LeasedQueue } from './leased-queue.ts';
import { FAILED_JOBS, measurePgBossJobs } from './measure-pg-boss-jobs.ts';
import { type EnqueueOptions, JOB_NAMES, type JobName, type Jobs } from './queue.ts';
import { takeTurns } from './take-turns.ts';

type Transaction = ReturnType<typeof fromKysely>;

/**
 * What pg-boss keeps of a job. A job is sent anew after every attempt that ended, so all that pg-boss counts itself is
 * how often a worker has died over the present one; what was before is counted here.
 */
type Kept<Name extends JobName = JobName> = {
  payload: Jobs[Name];
  earlierAttempts: number;
  /** Jobs of before they were counted apart have none. */
  earlierDeaths?: number;
  lastError: string | null;
  /** The W3C `traceparent` of what caused it. Jobs of before there were traces have none. */
  trace?: string | null;
};

/** A job as another queue has kept it. `attempts`: how often it was started, deaths of workers apart. */
export type KeptElsewhere = EnqueueOptions & {
  name: JobName;
  payload: Jobs[JobName];
  attempts: number;
  deaths: number;
  lastError: string | null;
  failed: boolean;
  trace: string | null;
};

export type PgBossQueue = LeasedQueue & {
  /** Takes a job over from another queue, with what it has been through, in the transaction of `em`. */
  adopt(em: EntityManager, job: KeptElsewhere): Promise<void>;
  close(): Promise<void>;
};

export type PgBossQueueOptions = {
  orm: MikroORM;
  url: string;
  limits: { jobConnections: number; statementMs: number; waitMs: number };
  clock: Clock;
  /** Where it is not three times. */
  attempts?: Partial<Record<JobName, number>>;
  /** The W3C `traceparent` of the work under way, which a job is given along. */
  currentTrace?: () => string | null;
  firstRetryMilliseconds?: number;
  /** Wakes the workers of all processes, as soon as the transaction that carries it is committed. */
  wakeUp: { notifySql: string; onNotified(listener: () => void): void };
  onError: (error: unknown) => void;
};

const ATTEMPTS = 3;
const LEASE_SECONDS = 30;
const LONGEST_RETRY_MILLISECONDS = 5 * 60_000;

const QUEUE_OPTIONS = {
  // Workers that die are noticed by their silence, however often that happens: giving up is ours to decide.
  retryLimit: 10_000,
  heartbeatSeconds: LEASE_SECONDS,
  expireInSeconds: 23 * 3_600,
  deleteAfterSeconds: 24 * 3_600,
};

/**
 * The queue on PostgreSQL, kept by pg-boss: a queue a kind of job. A job is sent in the transaction that causes it, and
 * held by a heartbeat; pg-boss refuses whatever a worker says about an attempt that is not the present one.
 */
export async function openPgBossQueue(options: PgBossQueueOptions): Promise<PgBossQueue> {
  const { orm, clock, attempts = {}, currentTrace = () => null, firstRetryMilliseconds = 5_000 } = options;
  const boss = new PgBoss({
    connectionString: options.url,
    application_name: 'excellent-banking jobs',
    max: options.limits.jobConnections,
    connectionTimeoutMillis: options.limits.waitMs,
    options: `-c statement_timeout=${options.limits.statementMs}`,
    schedule: false,
    // How soon the jobs of a dead worker are seen.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on('error', options.onError);
  await boss.start();
  for (const name of [...JOB_NAMES, FAILED_JOBS]) await boss.createQueue(name, QUEUE_OPTIONS);

  const lease = () => new Date(clock().getTime() + LEASE_SECONDS * 1_000);
  const held = (job: ClaimedJob) => ({ id: job.id, retryCount: Number(job.leaseToken) });
  const send = async (db: Transaction, name: JobName, kept: Kept, when: EnqueueOptions = {}) => {
    const startAfter = when.notBefore ? { startAfter: when.notBefore } : {};
    await boss.send(name, kept, { db, priority: -(when.round ?? 0), ...startAfter });
    await db.executeSql(options.wakeUp.notifySql);
  };
  /** The present attempt ends, and what is left to do is sent anew: both or neither. */
  const replace = (job: ClaimedJob, then: (db: Transaction) => Promise<unknown>): Promise<boolean> =>
    orm.em.fork().transactional(async (em) => {
      const db = transactionOf(em);
      const ended = wasHeld(await boss.complete(job.name, held(job), null, { db }));
      if (ended) await then(db);
      return ended;
    });
  const keepFailed = (
    db: Transaction,
    failed: { name: JobName; payload: Jobs[JobName]; attempts: number; deaths: number; error: string },
  ) => boss.send(FAILED_JOBS, failed, { db, retentionSeconds: FAILED_KEPT_SECONDS });
  const nextNames = takeTurns();

  return {
    maxAttempts: (name) => attempts[name] ?? ATTEMPTS,
    leaseMilliseconds: LEASE_SECONDS * 1_000,

    async enqueue(em, name, payload, when) {
      const kept = { payload, earlierAttempts: 0, lastError: null, trace: currentTrace() };
      await send(transactionOf(em), name, kept, when);
    },

    async claim<Name extends JobName>(names: readonly Name[]) {
      for (const name of nextNames(names)) {
        const [job] = await boss.fetch<Kept<Name>>(name, { includeMetadata: true });
        if (job === undefined) continue;
        const { payload, earlierAttempts, earlierDeaths = 0, lastError, trace = null } = job.data;
        const deaths = earlierDeaths + job.retryCount;
        return {
          id: job.id,
          name,
          payload,
          attempt: earlierAttempts + 1,
          deaths,
          leaseToken: String(job.retryCount),
          leaseEndsAt: lease(),
          lastError: job.retryCount > 0 ? describeDeaths(deaths) : lastError,
          trace,
        };
      }
      return null;
    },

    async extend(job) {
      const leaseEndsAt = lease();
      return wasHeld(await boss.touch(job.name, held(job))) ? leaseEndsAt : null;
    },

    complete: async (job) => wasHeld(await boss.complete(job.name, held(job))),

    retryLater(job, cause) {
      const delay = Math.min(firstRetryMilliseconds * 2 ** (job.attempt - 1), LONGEST_RETRY_MILLISECONDS);
      const { payload, attempt, deaths, trace } = job;
      const lastError = describeFailure(cause);
      const kept = { payload, earlierAttempts: attempt, earlierDeaths: deaths, lastError, trace };
      return replace(job, (db) => send(db, job.name, kept, { notBefore: new Date(clock().getTime() + delay) }));
    },

    fail(job, cause) {
      const { name, payload, attempt, deaths } = job;
      const failed = { name, payload, attempts: attempt, deaths, error: describeFailure(cause) };
      return replace(job, (db) => keepFailed(db, failed));
    },

    release(job) {
      const { payload, attempt, deaths, lastError, trace } = job;
      const kept = { payload, earlierAttempts: attempt - 1, earlierDeaths: deaths, lastError, trace };
      return replace(job, (db) => send(db, job.name, kept));
    },

    async adopt(em, { name, payload, attempts, deaths, lastError, failed, trace, ...when }) {
      const db = transactionOf(em);
      if (failed) await keepFailed(db, { name, payload, attempts, deaths, error: lastError ?? '' });
      else await send(db, name, { payload, earlierAttempts: attempts, earlierDeaths: deaths, lastError, trace }, when);
    },

    onEnqueued: (listener) => options.wakeUp.onNotified(listener),

    measure: () => measurePgBossJobs(orm.em.fork()),

    close: () => boss.stop({ graceful: false, close: true }),
  };
}

function transactionOf(em: EntityManager): Transaction {
  const transaction = em.getTransactionContext<KyselyTransactionLike>();
  if (transaction === undefined) throw new Error('A job must be enqueued in a transaction');
  return fromKysely(transaction);
}

/** Whether the attempt was still the present one. The answer's count is missing from its declared type. */
const wasHeld = (answer: object): boolean => 'affected' in answer && Number(answer.affected) > 0;

const FAILED_KEPT_SECONDS = 90 * 24 * 3_600;
