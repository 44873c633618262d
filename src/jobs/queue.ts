import type { EntityManager } from '@mikro-orm/core';
import type { UnlockedCopy } from '../domain/file/keep-unlocked-copy.ts';

/** Every kind of job with its payload. A payload is small and names rows; it never carries their content. */
export type Jobs = {
  'process-file': {
    fileId: number;
    run: number;
    /** What is read in the place of the upload, which needs a password. */
    unlocked?: UnlockedCopy;
    /** A password was given, and it did not open the upload. */
    passwordFailed?: true;
  };
  'clear-unlocked': { fileId: number; run: number; name: string };
  'clear-file': { userId: number; fileId: number };
  'rebuild-dashboard': { dashboardId: number; build: number };
  /** Removes outputs that no row names any more. */
  'clear-outputs': { prefix: string };
  'apply-webhook': { eventId: number };
};
export type JobName = keyof Jobs;

/** A record, so that a kind that is not named here is missed by the compiler. */
const NAMES: Record<JobName, true> = {
  'process-file': true,
  'clear-unlocked': true,
  'clear-file': true,
  'rebuild-dashboard': true,
  'clear-outputs': true,
  'apply-webhook': true,
};
export const JOB_NAMES = Object.keys(NAMES) as JobName[];

export type EnqueueOptions = {
  notBefore?: Date;
  /** Jobs of a kind go by rounds, from the lowest: 0 where none is named. A job that has begun once has had its turn. */
  round?: number;
};

/**
 * Puts work aside for a worker. A job is enqueued in the caller's transaction: it exists if and only if the row that
 * caused it does.
 */
export interface Queue {
  enqueue<Name extends JobName>(
    em: EntityManager,
    name: Name,
    payload: Jobs[Name],
    options?: EnqueueOptions,
  ): Promise<void>;
}

/** One kind of job, counted. `oldestDueSeconds`: how long the one that is due longest has waited; 0 where none is. */
export type MeasuredJobs = {
  kind: JobName;
  waiting: number;
  running: number;
  failed: number;
  oldestDueSeconds: number;
};

/** What a job is told while it runs. `signal` aborts when the server stops or the lease is lost: end soon, save nothing. */
export type JobContext = { signal: AbortSignal; attempt: number };

/**
 * How one kind of job is done. A process may die after its work is saved and before the queue has heard of it, so both
 * functions must find their own work done and do it no second time.
 */
export type JobHandler<Payload> = {
  /** Throws to be tried again later. */
  run(payload: Payload, context: JobContext): Promise<void>;
  /**
   * Called once the last attempt has failed, or too many processes have died; must leave nothing half done. Called again, later,
   * if it throws. Where the process has died, `cause` is all that was written down of the failure.
   */
  giveUp(payload: Payload, cause: unknown): Promise<void>;
};

export type JobHandlers = { [Name in JobName]: JobHandler<Jobs[Name]> };

/** Runs the jobs of a queue. */
export interface JobWorker {
  start(): void;
  /** Aborts what runs and resolves when it has ended and its jobs are back in the queue, with no attempt lost. */
  stop(): Promise<void>;
}
