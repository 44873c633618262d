import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { MikroORM } from '@mikro-orm/sql';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { findTemplate } from '../rest/find-template.ts';
import { createRest } from '../rest/shim.ts';
import type { CertificateTrust } from '../rest/webhooks/paypal-certificates.ts';
import { createWebhooks } from '../rest/webhooks/receive.ts';
import { createVerifiers } from '../rest/webhooks/verifiers.ts';
import { createAuth } from './auth/create-auth.ts';
import { readOrMakeSecretFile } from './auth/secret-file.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { consoleRoutes } from './console/routes.ts';
import { readPool } from './database/connection-pool.ts';
import { type DatabaseLocation, openMigrated } from './database/orm.ts';
import { sumLedger } from './domain/credit/sum-ledger.ts';
import type { Services } from './domain/services.ts';
import { findUserId } from './domain/user/find-user.ts';
import { signInLocally } from './domain/user/sign-in-locally.ts';
import { createSandbox } from './extraction/sandbox/sandbox.ts';
import { graphqlRoutes } from './http/graphql.ts';
import { healthRoutes } from './http/health.ts';
import { createMetrics } from './http/metrics.ts';
import { metricsRoutes } from './http/metrics-routes.ts';
import { createTemplates } from './http/route-template.ts';
import { createHttpServer, drain } from './http/server.ts';
import { applyWebhookJob } from './jobs/apply-webhook.job.ts';
import { clearFileJob } from './jobs/clear-file.job.ts';
import { clearOutputsJob } from './jobs/clear-outputs.job.ts';
import { clearUnlockedJob } from './jobs/clear-unlocked.job.ts';
import { createEmbeddedQueue } from './jobs/embedded-queue.ts';
import { createCombiner } from './jobs/combiner.ts';
import { createExporter } from './jobs/exporter.ts';
import { createInProcessFeed } from './jobs/in-process-feed.ts';
import { createPageCounter } from './jobs/page-counter.ts';
import { processFileJob } from './jobs/process-file.job.ts';
import { rebuildDashboardJob } from './jobs/rebuild-dashboard.job.ts';
import { createSharedFeed } from './jobs/shared-feed.ts';
import { createWorker } from './jobs/worker.ts';
import { createLog, currentRequestId, type Logger } from './log.ts';
import { createPaypalClient } from './payments/paypal-client.ts';
import { createPaypalPost } from './payments/post-to-paypal.ts';
import { createStripeClient } from './payments/stripe-client.ts';
import type { Context } from './schema/context.ts';
import { maskError } from './schema/errors.ts';
import { schema } from './schema/index.ts';
import { refuseToStart } from './start-failure.ts';
import { diskRoutes } from './storage/disk-routes.ts';
import { createDiskStorage } from './storage/disk-storage.ts';
import { originOfS3, type S3Settings } from './storage/s3-settings.ts';
import { CATEGORY_RULES } from './workbook/categories/category-rules.ts';
import { matchCategory } from './workbook/categories/match-category.ts';

export type App = Awaited<ReturnType<typeof buildApp>>;

const SIGNED_URL_LIFETIME_MS = 60 * 60_000;
/** With the queue's growing pauses, half an hour in which a provider may be out of reach. */
const WEBHOOK_ATTEMPTS = 12;
const WEBHOOKS_AT_ONCE = 4;

/** Who signs in at the local page: whom the commands of the welcome make a token for. */
const LOCAL_USER = 'you@example.com';

/** What a test may put in the place of the world. */
export type World = { clock?: Clock; log?: Logger; paypalTrust?: CertificateTrust };
/** What scripts of other origins may read of an answer, besides what every script may. */
const READABLE_HEADERS = ['X-Request-Id', 'Content-Disposition', 'ETag', 'Retry-After', 'WWW-Authenticate'];

/** The only place where the parts meet, top to bottom. Nothing listens and nothing runs before `start`. */
export async function buildApp(config: Config, given: World = {}) {
  const clock = given.clock ?? systemClock;
  const log = given.log ?? createLog(config.logLevel);
  let port = config.port;
  /** Port 0 is whichever the system chose. */
  const publicUrl = (): string => config.publicUrl.replace(/:0$/, `:${port}`);

  await mkdir(config.dataDir, { recursive: true }).catch((error) => refuseToStart('DATA_DIR', error));
  const orm = await openMigrated(config.database).catch((error) => refuseToStart('DATABASE_URL', error));
  const auth = await createAuth(config, {
    clock,
    log: (level, details, message) => log[level](details, message),
  });

  const objects = join(config.dataDir, 'objects');
  const secretFile = join(config.dataDir, 'keys', 'storage.key');
  const newSecret = async () => randomBytes(32).toString('base64url');
  const secret = Buffer.from(await readOrMakeSecretFile(secretFile, newSecret), 'base64url');
  const s3 = config.s3 && (await openS3(config.s3, clock));
  const storage = s3 ?? createDiskStorage({ directory: objects, secret, publicUrl, clock });

  const reader = {
    timeLimitMs: config.limits.extractionTimeMs,
    memoryLimitBytes: config.limits.extractionMemoryBytes,
    maxPages: config.limits.maxPages,
    log,
  };
  const sandbox = createSandbox({ ...reader, processes: config.limits.extractionProcesses });
  // Callers wait for the count, so it never stands in line behind a long statement.
  const countingSandbox = createSandbox({ ...reader, processes: 1 });
  const exporter = createExporter(config.limits.extractionProcesses);
  const { queue, progress, dashboardProgress, ...jobs } = await openJobs(config.database, { orm, clock, log });

  const categorise = matchCategory(CATEGORY_RULES);

  const shared: Omit<Services, 'em'> = {
    clock,
    randomName: () => randomBytes(16).toString('hex'),
    storage,
    queue,
    countContent: createPageCounter(countingSandbox),
    progress,
    dashboardProgress,
    categoryOf: (transaction) => categorise(transaction).category,
    plans: config.plans,
    stripe: config.stripe && createStripeClient(config.stripe),
    paypal: config.paypal && createPaypalClient(config.paypal, clock),
    audit: (action) => log.info({ adminAction: action }, 'admin action'),
    settings: {
      rates: config.rates,
      signupCredits: config.signupCredits,
      maxUploadBytes: config.limits.maxUploadBytes,
      signedUrlLifetimeMs: SIGNED_URL_LIFETIME_MS,
      // Buyers come from the web app, and its origin is among those that may call.
      checkoutReturnUrl: () => config.corsOrigins[0] ?? publicUrl(),
    },
  };
  const fork = () => orm.em.fork();
  const services = (): Services => ({ ...shared, em: fork() });
  const metrics = createMetrics(
    { jobs: queue.measure, ledger: () => sumLedger(fork()), pool: () => readPool(orm) },
    (error) => log.error({ err: error }, 'not measured'),
  );
  const worker = createWorker({
    queue,
    handlers: {
      'process-file': processFileJob({ services, sandbox, exporter, onExtracted: metrics.recordExtraction }),
      'clear-file': clearFileJob(storage),
      'clear-unlocked': clearUnlockedJob(services),
    },
    concurrency: config.limits.extractionProcesses,
    clock,
    log,
  });
  // A dashboard waits for no statement to be read either; and one at a time bounds what they take of the memory.
  const dashboardWorker = createWorker({
    queue,
    handlers: {
      'rebuild-dashboard': rebuildDashboardJob({ services, combiner: createCombiner() }),
      'clear-outputs': clearOutputsJob(storage),
    },
    concurrency: 1,
    clock,
    log,
  });
  // Providers wait for no statement to be read, so their events have a worker of their own.
  const webhookWorker = createWorker({
    queue,
    handlers: { 'apply-webhook': applyWebhookJob(services) },
    concurrency: WEBHOOKS_AT_ONCE,
    clock,
    log,
  });
  const workers = [worker, dashboardWorker, webhookWorker];

  const createContext = async (credentials: Credentials): Promise<Context> => {
    const own = services();
    const admin = auth.checkAdmin(credentials.adminKey);
    return {
      services: own,
      principal: await auth.authenticate(credentials.authorization, (clerkUserId) => findUserId(own.em, clerkUserId)),
      operator: admin && { ...admin, requestId: currentRequestId() },
      fork,
    };
  };

  const http = new Hono();
  if (config.corsOrigins.length > 0) {
    http.use(cors({ origin: [...config.corsOrigins], exposeHeaders: READABLE_HEADERS, maxAge: 600 }));
  }
  http.route(
    '/',
    healthRoutes({ database: () => fork().getConnection().execute('select 1'), storage: storage.check }, log),
  );
  http.route('/', metricsRoutes(metrics, config.metricsToken));
  if (config.role !== 'worker') {
    const maskAndLog = (error: unknown) => maskError(error, (cause) => log.error({ err: cause }, 'unexpected error'));
    const { maxBodyBytes, maxUploadBytes } = config.limits;
    http.route(
      '/',
      graphqlRoutes({ schema, createContext, maskError: maskAndLog, playground: !config.production, maxBodyBytes }),
    );
    const verifiers = createVerifiers(config.webhooks, {
      clock,
      postToPaypal: config.paypal && createPaypalPost(config.paypal, clock),
      trust: given.paypalTrust,
    });
    const webhooks = createWebhooks({ verifiers, services, log });
    const rest = createRest({ schema, createContext, webhooks, log, publicUrl, maxBodyBytes });
    if (!s3) http.route('/storage', diskRoutes({ directory: objects, secret, clock, maxUploadBytes }));
    const { localIssuer } = auth;
    if (config.console) {
      http.route(
        '/',
        consoleRoutes({
          settings: {
            clerkPublishableKey: config.auth.mode === 'clerk' ? config.auth.publishableKey : null,
            playground: !config.production,
            maxUploadBytes,
          },
          signInLocally: localIssuer && (async () => (await signInLocally(services(), localIssuer, LOCAL_USER)).token),
          host: config.host,
          publicUrl,
          storageOrigins: config.s3 ? [originOfS3(config.s3)] : [],
        }),
      );
    }
    http.all('*', (c) => rest(c.req.raw));
  }
  http.notFound((c) => c.json({ detail: 'Not Found' }, 404));
  http.onError((error, c) => {
    log.error({ err: error }, 'unexpected error');
    return c.json({ detail: 'Internal Server Error' }, 500);
  });
  const templateOf = createTemplates(findTemplate);
  const server = createHttpServer(http.fetch, log, ({ path, ...answered }) =>
    metrics.recordRequest({ ...answered, route: templateOf(path) }),
  );

  return {
    fetch: http.fetch,
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
      progress.stop();
      dashboardProgress.stop();
      await Promise.all([drain(server), ...workers.map((each) => each.stop())]);
      await Promise.all([sandbox.stop(), countingSandbox.stop(), exporter.stop()]);
      s3?.close();
      await jobs.close();
      await orm.close();
    },
  };
}

/**
 * The queue and what tells of its progress: on SQLite in the one process that there is, on PostgreSQL over any number.
 */
export async function openJobs(
  database: DatabaseLocation,
  { orm, clock, log }: { orm: MikroORM; clock: Clock; log: Logger },
) {
  const attempts = { 'apply-webhook': WEBHOOK_ATTEMPTS };
  if (database.engine === 'sqlite') {
    return {
      queue: createEmbeddedQueue({ orm, clock, attempts }),
      progress: createInProcessFeed(),
      dashboardProgress: createInProcessFeed(),
      close: async () => {},
    };
  }
  const [{ openPgBossQueue }, { openNotifications }] = await Promise.all([
    import('./jobs/pg-boss-queue.ts'),
    import('./database/notifications.ts'),
  ]);
  const onError = (error: unknown) => log.warn({ err: error }, 'The database was away');
  const notifications = await openNotifications(database.url, onError);
  const wakeUp = {
    notifySql: "select pg_notify('jobs', '')",
    onNotified: (listener: () => void) => notifications.listen('jobs', listener),
  };
  const queue = await openPgBossQueue({ orm, url: database.url, clock, attempts, wakeUp, onError });
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

/** The SDK is large, and loaded only where it is needed. */
async function openS3(settings: S3Settings, clock: Clock) {
  const { createS3Storage } = await import('./storage/s3-storage.ts');
  return createS3Storage(settings, clock);
}

type Credentials = { authorization: string | null; adminKey: string | null };
