import type { Clock } from '../clock.ts';
import type { Services } from '../domain/services.ts';
import type { ExtractionRecord } from '../http/metrics.ts';
import { applyWebhookJob } from '../jobs/apply-webhook.job.ts';
import { clearFileJob } from '../jobs/clear-file.job.ts';
import { clearOutputsJob } from '../jobs/clear-outputs.job.ts';
import { clearUnlockedJob } from '../jobs/clear-unlocked.job.ts';
import { createCombiner } from '../jobs/combiner.ts';
import type { LeasedQueue } from '../jobs/leased-queue.ts';
import { processFileJob } from '../jobs/process-file.job.ts';
import type { JobWorker } from '../jobs/queue.ts';
import { rebuildDashboardJob } from '../jobs/rebuild-dashboard.job.ts';
import { createWorker } from '../jobs/worker.ts';
import type { Logger } from '../log.ts';
import type { Storage } from '../storage/storage.ts';
import type { Tracing } from '../tracing/tracing.ts';
import type { OpenReaders } from './open-readers.ts';

const WEBHOOKS_AT_ONCE = 4;

/** Who does which kinds of job, and how many at once. */
export function createWorkers(given: {
  queue: LeasedQueue;
  services: () => Services;
  storage: Storage;
  readers: OpenReaders;
  /** How many statements are read at once. */
  extractions: number;
  onExtracted: (record: ExtractionRecord) => void;
  clock: Clock;
  log: Logger;
  tracing: Tracing;
}): JobWorker[] {
  const { services, storage, readers, extractions, onExtracted, ...common } = given;
  const { sandbox, exporter } = readers;
  return [
    createWorker({
      ...common,
      handlers: {
        'process-file': processFileJob({ services, sandbox, exporter, onExtracted }),
        'clear-file': clearFileJob(storage),
        'clear-unlocked': clearUnlockedJob(services),
      },
      concurrency: extractions,
    }),
    // A dashboard waits for no statement to be read; and one at a time bounds what they take of the memory.
    createWorker({
      ...common,
      handlers: {
        'rebuild-dashboard': rebuildDashboardJob({ services, combiner: createCombiner() }),
        'clear-outputs': clearOutputsJob(storage),
      },
      concurrency: 1,
    }),
    // Providers wait for no statement to be read either.
    createWorker({
      ...common,
      handlers: { 'apply-webhook': applyWebhookJob(services) },
      concurrency: WEBHOOKS_AT_ONCE,
    }),
  ];
}
