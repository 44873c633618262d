import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { type ClaimedJob, type LeasedQueue, MOST_DEATHS } from './leased-queue.ts';
import { holdLease } from './hold-lease.ts';
import type { Tracing } from '../tracing/tracing.ts';
import type { JobHandler, JobHandlers, JobName, Jobs } from './queue.ts';

export type RunJobOptions = {
  queue: LeasedQueue;
  handlers: Partial<JobHandlers>;
  clock: Clock;
  log: Logger;
  stopping: AbortSignal;
  tracing?: Pick<Tracing, 'span'>;
};

/** Runs a claimed job once and tells the queue what came of it. Throws only where the queue cannot be told. */
export async function runJob<Name extends JobName>(job: ClaimedJob<Name>, options: RunJobOptions): Promise<void> {
  const { queue, handlers, clock, stopping } = options;
  const log = options.log.child({ job: job.id, name: job.name, attempt: job.attempt, deaths: job.deaths });
  const handler = handlerOf(handlers, job.name);
  const maxAttempts = queue.maxAttempts(job.name);
  const lease = holdLease(job, queue, clock, log);
  try {
    if (job.attempt > maxAttempts || job.deaths >= MOST_DEATHS)
      await giveUp(new Error(job.lastError ?? 'The job failed'));
    else await attempt();
  } finally {
    lease.letGo();
  }

  async function attempt(): Promise<void> {
    const signal = AbortSignal.any([stopping, lease.lost]);
    try {
      signal.throwIfAborted();
      await traced(() => handler.run(job.payload, { signal, attempt: job.attempt }));
    } catch (error) {
      return attemptFailed(error);
    }
    if (await queue.complete(job)) log.info('Job done');
    else log.warn('Job done, but its lease was lost before the queue heard of it');
  }

  /** A part of the trace of what caused the job, however long ago and in whichever process that was. */
  function traced(run: () => Promise<void>): Promise<void> {
    if (!options.tracing) return run();
    const attributes = { 'job.id': job.id, 'job.name': job.name, 'job.attempt': job.attempt };
    return options.tracing.span(`job ${job.name}`, { kind: 'consumer', parent: job.trace, attributes }, run);
  }

  async function attemptFailed(error: unknown): Promise<void> {
    if (lease.lost.aborted) {
      log.warn({ err: error }, 'Job cut off: its lease was lost');
    } else if (stopping.aborted) {
      await queue.release(job);
      log.info('Job put back');
    } else if (job.attempt < maxAttempts) {
      log.warn({ err: error }, 'Job failed, to be tried again');
      await queue.retryLater(job, error);
    } else {
      await giveUp(error);
    }
  }

  async function giveUp(cause: unknown): Promise<void> {
    log.error({ err: cause }, 'Job given up');
    try {
      await handler.giveUp(job.payload, cause);
    } catch (error) {
      log.error({ err: error }, 'Giving the job up failed, to be tried again');
      await queue.retryLater(job, cause);
      return;
    }
    await queue.fail(job, cause);
  }
}

function handlerOf<Name extends JobName>(handlers: Partial<JobHandlers>, name: Name): JobHandler<Jobs[Name]> {
  const handler: JobHandler<Jobs[Name]> | undefined = handlers[name];
  if (!handler) throw new Error(`Nobody here does ${name} jobs`);
  return handler;
}
