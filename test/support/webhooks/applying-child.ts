import { setTimeout as sleep } from 'node:timers/promises';
import { openJobs } from '../../../src/app/open-jobs.ts';
import { systemClock } from '../../../src/clock.ts';
import { type DatabaseLocation, openDatabase } from '../../../src/database/orm.ts';
import type { Services } from '../../../src/domain/services.ts';
import { applyWebhookJob } from '../../../src/jobs/apply-webhook.job.ts';
import { createLog } from '../../../src/log.ts';
import { createWorker } from '../../../src/jobs/worker.ts';
import { createMemoryStorage } from '../memory-storage.ts';

/** Where the process stops for ever, so that it can be killed there. */
export type StopsAt = 'effect' | 'acknowledgement';
export type ChildOptions = { location: DatabaseLocation; stopsAt: StopsAt };
export type ChildMessage = { stoppedAt: StopsAt };

/** A process with the worker of webhooks in it, as the server is one, which never ends its first job. */
const { location, stopsAt } = JSON.parse(process.argv[2] ?? '') as ChildOptions;

const stopHere = async (): Promise<never> => {
  process.send?.({ stoppedAt: stopsAt } satisfies ChildMessage);
  await sleep(3_600_000);
  throw new Error('Nobody has killed it');
};

const orm = await openDatabase(location);
const { queue } = await openJobs(location, { orm, clock: systemClock, log: createLog('silent') });
const services = (): Services => ({
  em: orm.em.fork(),
  clock: systemClock,
  randomName: () => 'name',
  storage: createMemoryStorage(),
  queue,
  countContent: async (_fileId: number, read: () => Promise<Uint8Array>) => {
    await read();
    return { pages: 1, mimeType: 'application/pdf', sha256: '0'.repeat(64) };
  },
  progress: { publish: () => undefined, subscribe: async function* () {} },
  dashboardProgress: { publish: () => undefined, subscribe: async function* () {} },
  categoryOf: () => 'Uncategorised',
  plans: [],
  stripe: null,
  paypal: null,
  audit: () => undefined,
  settings: {
    rates: { process: 0, upload: 0, checkout: 0, build: 0, change: 0 },
    queueBounds: { all: 0, perUser: 0 },
    signupCredits: 10,
    maxUploadBytes: 1024,
    signedUrlLifetimeMs: 1_000,
    checkoutReturnUrl: () => 'http://localhost',
  },
});
const { run, giveUp } = applyWebhookJob(services);

createWorker({
  // Between the effect and the queue's hearing of it.
  queue: stopsAt === 'acknowledgement' ? { ...queue, complete: stopHere } : queue,
  handlers: { 'apply-webhook': { run: stopsAt === 'effect' ? stopHere : run, giveUp } },
  concurrency: 1,
  clock: systemClock,
  log: createLog('silent'),
  pollMilliseconds: 20,
}).start();
