import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { findTemplate } from '../rest/find-template.ts';
import type { CertificateTrust } from '../rest/webhooks/paypal-certificates.ts';
import { createRoutes } from './app/create-routes.ts';
import { createServices } from './app/create-services.ts';
import { createWorkers } from './app/create-workers.ts';
import { openJobs } from './app/open-jobs.ts';
import { openReaders } from './app/open-readers.ts';
import { openStorage } from './app/open-storage.ts';
import { openTracing } from './app/open-tracing.ts';
import { createAuth } from './auth/create-auth.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { readPool } from './database/connection-pool.ts';
import { openMigrated } from './database/orm.ts';
import { sumLedger } from './domain/credit/sum-ledger.ts';
import { clientAddressOf } from './http/client-address.ts';
import { createMetrics } from './http/metrics.ts';
import { createTemplates } from './http/route-template.ts';
import { createHttpServer, drain } from './http/server.ts';
import { traceRequests } from './http/trace-request.ts';
import { createLog, type Logger } from './log.ts';
import { refuseToStart } from './start-failure.ts';

export type App = Awaited<ReturnType<typeof buildApp>>;

/** What a test may put in the place of the world. */
export type World = { clock?: Clock; log?: Logger; paypalTrust?: CertificateTrust };

/** Where the parts meet, top to bottom; what belongs together is put together in `app/`. Nothing runs before `start`. */
export async function buildApp(config: Config, given: World = {}) {
  const clock = given.clock ?? systemClock;
  const log = given.log ?? createLog(config.logLevel);
  let port = config.port;
  /** Port 0 is whichever the system chose. */
  const publicUrl = (): string => config.publicUrl.replace(/:0$/, `:${port}`);

  await mkdir(config.dataDir, { recursive: true }).catch((error) => refuseToStart('DATA_DIR', error));
  const orm = await openMigrated(config.database, config.databaseLimits).catch((error) =>
    refuseToStart('DATABASE_URL', error),
  );
  const fork = () => orm.em.fork();
  const auth = await createAuth(config, { clock, log: (level, details, message) => log[level](details, message) });
  const objects = await openStorage(config, { clock, publicUrl });
  const tracing = await openTracing(config, log);
  const readers = openReaders(config, { log, tracing });
  const jobs = await openJobs(config.database, {
    orm,
    limits: config.databaseLimits,
    clock,
    log,
    currentTrace: tracing.current,
  });

  const { storage } = objects;
  const { countingSandbox } = readers;
  const services = createServices(config, { fork, clock, log, publicUrl, storage, jobs, countingSandbox });
  const metrics = createMetrics(
    { jobs: jobs.queue.measure, ledger: () => sumLedger(fork()), pool: () => readPool(orm) },
    (error) => log.error({ err: error }, 'not measured'),
  );
  const workers = createWorkers({
    queue: jobs.queue,
    services,
    storage,
    readers,
    extractions: config.limits.extractionProcesses,
    onExtracted: metrics.recordExtraction,
    clock,
    log,
    tracing,
  });

  const { paypalTrust } = given;
  const parts = { auth, clock, log, publicUrl, objects, fork, services, metrics, paypalTrust };
  const { fetch } = createRoutes(config, parts);
  const templateOf = createTemplates(findTemplate);
  const server = createHttpServer(fetch, log, {
    times: config.requestTimes,
    addressOf: (request) => clientAddressOf(request, config.trustedProxies),
    isUpload: (path) => path.startsWith('/storage/'),
    ...(config.tracing ? { beginTrace: traceRequests(tracing, templateOf) } : {}),
    onAnswered: ({ path, ...answered }) => metrics.recordRequest({ ...answered, route: templateOf(path) }),
  });

  return {
    fetch,
    auth,
    services,
    publicUrl,

    /** Listens and starts to work. Resolves with the address it can be reached at. */
    async start(): Promise<string> {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(config.port, config.host, resolve);
      }).catch((error) =>
        refuseToStart(error.syscall === 'listen' && error.code !== 'EADDRNOTAVAIL' ? 'PORT' : 'HOST', error),
      );
      port = (server.address() as AddressInfo).port;
      if (config.role !== 'api') for (const each of workers) each.start();
      return publicUrl();
    },

    /** Requests under way are answered, jobs under way go back to the queue; then everything is closed. */
    async stop(): Promise<void> {
      jobs.progress.stop();
      jobs.dashboardProgress.stop();
      await Promise.all([drain(server), ...workers.map((each) => each.stop())]);
      await readers.stop();
      objects.close();
      await jobs.close();
      await orm.close();
      await tracing.stop();
    },
  };
}
