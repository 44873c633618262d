import type { SqlEntityManager } from '@mikro-orm/sql';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { createRest } from '../../rest/shim.ts';
import type { CertificateTrust } from '../../rest/webhooks/paypal-certificates.ts';
import { createWebhooks } from '../../rest/webhooks/receive.ts';
import { createVerifiers } from '../../rest/webhooks/verifiers.ts';
import type { Auth } from '../auth/create-auth.ts';
import type { Session } from '../auth/principal.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { consoleRoutes } from '../console/routes.ts';
import { countTurns, type Turns } from '../domain/limit/turns-in-memory.ts';
import type { Services } from '../domain/services.ts';
import { findUserId } from '../domain/user/find-user.ts';
import { signInLocally } from '../domain/user/sign-in-locally.ts';
import { currentClientAddress } from '../http/client-address.ts';
import { createEventStreams } from '../http/event-streams.ts';
import { graphqlRoutes } from '../http/graphql.ts';
import { healthRoutes } from '../http/health.ts';
import type { Metrics } from '../http/metrics.ts';
import { metricsRoutes } from '../http/metrics-routes.ts';
import { currentRequestId, type Logger } from '../log.ts';
import { createPaypalPost } from '../payments/post-to-paypal.ts';
import type { Context } from '../schema/context.ts';
import { maskError } from '../schema/errors.ts';
import { schema } from '../schema/index.ts';
import type { OpenStorage } from './open-storage.ts';

/** Who signs in at the local page: whom the commands of the welcome make a token for. */
const LOCAL_USER = 'you@example.com';

/** What scripts of other origins may read of an answer, besides what every script may. */
const READABLE_HEADERS = [
  'X-Request-Id',
  'Content-Disposition',
  'Content-Range',
  'ETag',
  'Retry-After',
  'WWW-Authenticate',
];

type Parts = {
  auth: Auth;
  clock: Clock;
  log: Logger;
  publicUrl: () => string;
  objects: OpenStorage;
  fork: () => SqlEntityManager;
  services: () => Services;
  metrics: Metrics;
  paypalTrust: CertificateTrust | undefined;
};

/** Everything that answers, in the order in which it is asked. A worker answers to those who look after it alone. */
export function createRoutes(config: Config, parts: Parts): Hono {
  const { log, fork, objects, metrics } = parts;
  const http = new Hono();
  if (config.corsOrigins.length > 0) {
    http.use(cors({ origin: [...config.corsOrigins], exposeHeaders: READABLE_HEADERS, maxAge: 600 }));
  }
  const database = () => fork().getConnection().execute('select 1');
  http.route('/', healthRoutes({ database, storage: objects.storage.check }, log));
  http.route('/', metricsRoutes(metrics, config.metricsToken));
  if (config.role !== 'worker') addDoors(http, config, parts);
  http.notFound((c) => c.json({ detail: 'Not Found' }, 404));
  http.onError((error, c) => {
    // A client that ends in the middle of its body: no fault of ours, and nobody is left to be told.
    if (error.name === 'AbortError') return c.body(null, 400);
    log.error({ err: error }, 'unexpected error');
    return c.json({ detail: 'Internal Server Error' }, 500);
  });
  return http;
}

function addDoors(http: Hono, config: Config, parts: Parts): void {
  const { clock, log, publicUrl, objects, services } = parts;
  const { maxBodyBytes } = config.limits;
  const strangers = strangersTurns(countTurns(config.anonymousRate, clock));
  const createContext = contexts(parts, strangers, config.requestTimes.answerMs);
  http.route(
    '/',
    graphqlRoutes({
      schema,
      createContext,
      maskError: (error) => maskError(error, (cause) => log.error({ err: cause }, 'unexpected error')),
      playground: !config.production,
      maxBodyBytes,
      streams: createEventStreams({ bounds: config.streamBounds, clock }),
    }),
  );
  const verifiers = createVerifiers(config.webhooks, {
    clock,
    postToPaypal: config.paypal && createPaypalPost(config.paypal, clock),
    trust: parts.paypalTrust,
  });
  const webhooks = createWebhooks({ verifiers, services, refused: strangers, log });
  const rest = createRest({ schema, createContext, webhooks, log, publicUrl, maxBodyBytes });
  if (objects.routes) http.route('/storage', objects.routes);
  if (config.console) http.route('/', createConsole(config, parts));
  http.all('*', (c) => rest(c.req.raw));
}

function createConsole(config: Config, { auth: { localIssuer }, objects, publicUrl, services }: Parts): Hono {
  return consoleRoutes({
    settings: {
      clerkPublishableKey: config.auth.mode === 'clerk' ? config.auth.publishableKey : null,
      playground: !config.production,
      maxUploadBytes: config.limits.maxUploadBytes,
    },
    signInLocally: localIssuer && (async () => (await signInLocally(services(), localIssuer, LOCAL_USER)).token),
    host: config.host,
    publicUrl,
    storageOrigins: objects.origins,
  });
}

type Credentials = { authorization: string | null; adminKey: string | null };

/** Turns of whoever is not known, by the address that the request under way came from. */
const strangersTurns = (turns: Turns) => {
  const ofCaller = (act: (address: string) => void) => () => {
    const address = currentClientAddress();
    if (address !== null) act(address);
  };
  return { mustHaveOne: ofCaller(turns.mustHaveOne), count: ofCaller(turns.count) };
};

/** Who asks, and what the answer is made with: anew for each request. Throws `RATE_LIMITED` for a stranger's too many. */
const contexts =
  ({ auth, services, fork }: Parts, strangers: ReturnType<typeof strangersTurns>, answerMs: number) =>
  async (credentials: Credentials): Promise<Context & { principal: Session | null }> => {
    const own = services();
    const admin = auth.checkAdmin(credentials.adminKey);
    const principal = await auth.authenticate(credentials.authorization, (id) => findUserId(own.em, id));
    if (!principal && !admin) {
      strangers.mustHaveOne();
      strangers.count();
    }
    return {
      services: own,
      principal,
      operator: admin && { ...admin, requestId: currentRequestId() },
      answerMs,
      fork,
    };
  };
