import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Tracing } from '../tracing/tracing.ts';
import { createAlarm } from './alarm.ts';
import type { ClaimedJob, LeasedQueue } from './leased-queue.ts';
import type { JobHandlers, JobName, JobWorker } from './queue.ts';
import { runJob } from './run-job.ts';

export type WorkerOptions = {
  queue: LeasedQueue;
  /** Jobs of other names are left to other workers. */
  handlers: Partial<JobHandlers>;
  /** How many jobs run at once. */
  concurrency: number;
  clock: Clock;
  log: Logger;
  tracing?: Pick<Tracing, 'span'>;
  /** How soon jobs of other processes, and those whose waiting time is over, are seen. */
  pollMilliseconds?: number;
};

/** Runs the jobs of a queue. `wake` makes it look for due jobs now. It is started once. */
export function createWorker({
  queue,
  handlers,
  concurrency,
  clock,
  log,
  tracing,
  pollMilliseconds = 500,
}: WorkerOptions): JobWorker & { wake(): void } {
  const names = Object.keys(handlers) as JobName[];
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const alarm = createAlarm();
  let dispatching: Promise<void> | undefined;

  async function dispatch(): Promise<void> {
    while (!stopping.signal.aborted) {
      const job = running.size < concurrency ? await claim() : null;
      if (job === null) await alarm.sleep(pollMilliseconds);
      else launch(job);
    }
  }

  async function claim(): Promise<ClaimedJob | null> {
    try {
      return await queue.claim(names);
    } catch (error) {
      log.error({ err: error }, 'The job queue does not answer');
      return null;
    }
  }

  function launch(job: ClaimedJob): void {
    const run = runJob(job, { queue, handlers, clock, log, stopping: stopping.signal, ...(tracing ? { tracing } : {}) })
      // The row still says "running": the job is taken up again when its lease has ended.
      .catch((error: unknown) => log.error({ err: error, job: job.id }, 'The job queue could not be told of a job'))
      .finally(() => {
        running.delete(run);
        alarm.ring();
      });
    running.add(run);
  }

  return {
    start() {
      queue.onEnqueued(alarm.ring);
      dispatching = dispatch();
    },
    wake: alarm.ring,
    async stop() {
      stopping.abort(new Error('The server is stopping'));
      alarm.ring();
      await dispatching;
      await Promise.all(running);
    },
  };
}
