import type { MikroORM } from '@mikro-orm/sql';
import type { Clock } from '../clock.ts';
import { type DatabaseLimits, DEFAULT_DATABASE_LIMITS } from '../database/database-limits.ts';
import type { DatabaseLocation } from '../database/orm.ts';
import { createEmbeddedQueue } from '../jobs/embedded-queue.ts';
import { createInProcessFeed } from '../jobs/in-process-feed.ts';
import { createSharedFeed } from '../jobs/shared-feed.ts';
import type { Logger } from '../log.ts';

/** With the queue's growing pauses, half an hour in which a provider may be out of reach. */
const WEBHOOK_ATTEMPTS = 12;

export type OpenJobs = Awaited<ReturnType<typeof openJobs>>;

/**
 * The queue and what tells of its progress: on SQLite in the one process that there is, on PostgreSQL over any number.
 */
export async function openJobs(
  database: DatabaseLocation,
  {
    orm,
    limits = DEFAULT_DATABASE_LIMITS,
    clock,
    log,
    currentTrace = () => null,
  }: { orm: MikroORM; limits?: DatabaseLimits; clock: Clock; log: Logger; currentTrace?: () => string | null },
) {
  const attempts = { 'apply-webhook': WEBHOOK_ATTEMPTS };
  if (database.engine === 'sqlite') {
    return {
      queue: createEmbeddedQueue({ orm, clock, attempts, currentTrace }),
      progress: createInProcessFeed(),
      dashboardProgress: createInProcessFeed(),
      close: async () => {},
    };
  }
  const [{ openPgBossQueue }, { openNotifications }] = await Promise.all([
    import('../jobs/pg-boss-queue.ts'),
    import('../database/notifications.ts'),
  ]);
  const onError = (error: unknown) => log.warn({ err: error }, 'The database was away');
  const notifications = await openNotifications(database.url, onError);
  const wakeUp = {
    notifySql: "select pg_notify('jobs', '')",
    onNotified: (listener: () => void) => notifications.listen('jobs', listener),
  };
  const queue = await openPgBossQueue({
    orm,
    url: database.url,
    limits,
    clock,
    attempts,
    currentTrace,
    wakeUp,
    onError,
  });
  return {
    queue,
    progress: createSharedFeed('file-progress', notifications),
    dashboardProgress: createSharedFeed('dashboard-progress', notifications),
    async close() {
      await queue.close();
      await notifications.close();
    },
  };
}
