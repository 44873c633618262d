import type { EntityManager } from '@mikro-orm/core';

/** Every kind of job with its payload. A payload is small and names rows; it never carries their content. */
export type Jobs = {
  'process-file': { fileId: number; run: number };
};
export type JobName = keyof Jobs;

/**
 * Puts work aside for a worker. A job is enqueued in the caller's transaction: it exists if and only if the row that
 * caused it does.
 */
export interface Queue {
  enqueue<Name extends JobName>(em: EntityManager, name: Name, payload: Jobs[Name]): Promise<void>;
}

/** What a job is told while it runs. `signal` aborts when the server stops or the lease is lost: end soon, save nothing. */
export type JobContext = { signal: AbortSignal; attempt: number };

/** How one kind of job is done. */
export type JobHandler<Payload> = {
  /** Throws to be tried again later. */
  run(payload: Payload, context: JobContext): Promise<void>;
  /** Called once when the last attempt has failed or its process has died; must leave nothing half done. */
  giveUp(payload: Payload, cause: unknown): Promise<void>;
};

export type JobHandlers = { [Name in JobName]: JobHandler<Jobs[Name]> };
