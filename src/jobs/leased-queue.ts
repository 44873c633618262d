import type { JobName, Jobs, MeasuredJobs, Queue } from './queue.ts';

/**
 * Processes are killed for reasons of their own, releases among them, and a job that was at work then is innocent. But
 * one that kills whoever takes it up must not do so for ever.
 */
export const MOST_DEATHS = 10;

/** The right to run a job, for as long as the lease is extended and nobody else has taken it over. */
export type ClaimedJob<Name extends JobName = JobName> = {
  /** The queue's own name for the job. */
  id: string;
  name: Name;
  payload: Jobs[Name];
  /** 1 for the first run. Above the queue's `maxAttempts` for its name, there is nothing left but to give up. */
  attempt: number;
  /**
   * How often a worker died or was cut off over it. That is hardly ever the job's fault, so it costs no attempt; from
   * `MOST_DEATHS` on it is given up nevertheless.
   */
  deaths: number;
  leaseToken: string;
  leaseEndsAt: Date;
  /** Why the attempt before this one failed. */
  lastError: string | null;
  /** The W3C `traceparent` of what caused it. */
  trace: string | null;
};

/**
 * A durable queue whose jobs are lent to workers. What a worker does to a job it has claimed happens only while the
 * lease is still its own; otherwise the answer is false (or null) and nothing has changed.
 */
export interface LeasedQueue extends Queue {
  /** How often a job of this name is tried before it is given up. */
  maxAttempts(name: JobName): number;
  readonly leaseMilliseconds: number;
  /** Takes a job of one of these names that is due, those due longest first: a waiting one, or one whose lease has ended. */
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
  /** Calls the listener after commits that brought jobs. A hint: who misses it polls. */
  onEnqueued(listener: () => void): void;
  /** Counts the jobs, for whoever watches over the server. */
  measure(): Promise<MeasuredJobs[]>;
}

/** What is written down where nobody was left to say why. */
export const describeDeaths = (deaths: number): string =>
  `The worker died or was cut off${deaths === 1 ? '' : `, ${deaths} times by now`}`;

const LONGEST_ERROR_CHARACTERS = 2_000;

/** A failure as it is written down. A file's content can end up in it, and PostgreSQL refuses a text with U+0000. */
export function describeFailure(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.replaceAll('\0', '').slice(0, LONGEST_ERROR_CHARACTERS);
}
