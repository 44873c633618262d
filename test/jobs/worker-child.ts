import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { systemClock } from '../../src/clock.ts';
import { type DatabaseLocation, openDatabase } from '../../src/database/orm.ts';
import { createEmbeddedQueue } from '../../src/jobs/embedded-queue.ts';
import { createWorker } from '../../src/jobs/worker.ts';

/** What the child process is told: `hang` begins its jobs and never ends them. */
export type ChildOptions = { location: DatabaseLocation; leaseMilliseconds: number; work: 'brief' | 'hang' };

/** What it tells its parent. */
export type ChildMessage = { event: 'ready' | 'stopped' } | { event: 'begun' | 'done' | 'given up'; fileId: number };

/** A process with a worker in it, as the server is one. It is stopped by SIGTERM, or killed. */
const options = JSON.parse(process.argv[2] ?? '') as ChildOptions;
const tell = (message: ChildMessage) => process.send?.(message);

const orm = await openDatabase(options.location);
const queue = createEmbeddedQueue({ orm, clock: systemClock, leaseMilliseconds: options.leaseMilliseconds });
const worker = createWorker({
  queue,
  handlers: {
    'process-file': {
      async run({ fileId }, { signal }) {
        tell({ event: 'begun', fileId });
        await sleep(options.work === 'hang' ? 3_600_000 : 1, undefined, { signal });
        tell({ event: 'done', fileId });
      },
      async giveUp({ fileId }) {
        tell({ event: 'given up', fileId });
      },
    },
  },
  concurrency: 4,
  clock: systemClock,
  log: pino({ level: 'silent' }),
  pollMilliseconds: 20,
});
process.once('SIGTERM', async () => {
  await worker.stop();
  await orm.close();
  tell({ event: 'stopped' });
  process.disconnect();
});
worker.start();
tell({ event: 'ready' });
