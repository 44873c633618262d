import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import { arrangeAuth, type ClerkConfig, clerkVariables, findClerkProblems } from './config/clerk.ts';
import { arrangeDatabase, type DatabaseConfig, databaseVariables } from './config/database.ts';
import { arrangeLimits, type LimitConfig, limitVariables } from './config/limits.ts';
import { arrangeModel, findModelProblems, type ModelConfig, modelVariables } from './config/model.ts';
import { type Environment, httpUrl, oneOf, origins, text, wholeNumber } from './config/notations.ts';
import { arrangePayments, findPaymentProblems, type PaymentConfig, paymentVariables } from './config/payments.ts';
import { arrangeTracing, type TracingConfig, tracingVariables } from './config/tracing.ts';
import type { S3Settings } from './storage/s3-settings.ts';
import { arrangeS3, findS3Problems, s3Variables } from './storage/s3-variables.ts';

export type { ClerkConfig } from './config/clerk.ts';

/** Everything that the environment says. */
export type Config = TracingConfig &
  DatabaseConfig &
  PaymentConfig &
  LimitConfig &
  ModelConfig & {
    readonly production: boolean;
    readonly host: string;
    /** 0 lets the system choose a free one. */
    readonly port: number;
    /** What signed URLs start with; no slash at the end. */
    readonly publicUrl: string;
    /** Absolute. */
    readonly dataDir: string;
    /** Null: objects are kept in `dataDir`. */
    readonly s3: S3Settings | null;
    readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
    /** Whose tokens are accepted. `local`: the server's own, for development. */
    readonly auth: { readonly mode: 'local' } | ClerkConfig;
    /** What reads `/metrics`; null: whoever asks. */
    readonly metricsToken: string | null;
    /** Each is right; several while one is replaced by another. None: all are refused. */
    readonly adminApiKeys: readonly string[];
    readonly signupCredits: number;
    readonly corsOrigins: readonly string[];
    /** How many proxies stand in front; 0: none that is known. */
    readonly trustedProxies: number;
    readonly role: 'api' | 'worker' | 'all';
    /** Whether there is a page at `/`. */
    readonly console: boolean;
  };

/** Every wrong variable in one message, a line each. Values are never repeated: some are secrets. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(`The environment is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`, options);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

// The whole text is a key, comma or not. Its parts are keys too, where all are too long to be guessed.
const adminKeys = text(/^[\x20-\x7e]+$/, 'must be printable ASCII: it travels in a header').transform((whole) => {
  const parts = whole.split(',').map((key) => key.trim());
  return parts.length > 1 && parts.every((key) => key.length >= 16) ? [whole, ...parts] : [whole];
});

const variables = z.object({
  NODE_ENV: oneOf('production', 'development', 'test').default('development'),
  HOST: z.string().optional(),
  PORT: wholeNumber(0, 65_535).default(4000),
  PUBLIC_URL: httpUrl('must be an http or https URL')
    .regex(/^[^?#@]*$/, 'must be an http or https URL without a query, a fragment or a name in it')
    .optional(),
  DATA_DIR: z.string().default('./data'),
  LOG_LEVEL: oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent').default('info'),
  ROLE: oneOf('api', 'worker', 'all').default('all'),
  CONSOLE: oneOf('on', 'off').default('on'),
  METRICS_TOKEN: text(/^[\x21-\x7e]+$/, 'must be printable ASCII without blanks: it travels in a header').optional(),
  ADMIN_API_KEY: adminKeys.default([]),
  SIGNUP_CREDITS: wholeNumber(0, 1_000_000).default(10),
  CORS_ORIGINS: origins.default([]),
  TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  ...databaseVariables,
  ...tracingVariables,
  ...clerkVariables,
  ...paymentVariables,
  ...limitVariables,
  ...modelVariables,
  ...s3Variables,
});
type Variables = z.infer<typeof variables>;

/** Every variable that means something here. */
export const VARIABLES: readonly string[] = Object.keys(variables.shape);

/**
 * The configuration, from the environment. Blank means unset; unknown variables are nobody's business, except where
 * ignoring one would put data in another place than its owner believes. Throws `ConfigError`.
 * `processors` is how many extractions may run at once where nothing else is said.
 */
export const parseConfig = (environment: Environment, processors = availableParallelism()): Config => {
  const set = withoutBlanks(environment);
  const parsed = variables.safeParse(set);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ...findClerkProblems(set),
    ...findPaymentProblems(set),
    ...findS3Problems(set),
    ...findModelProblems(set),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return arrange(parsed.data, processors);
};

const withoutBlanks = (environment: Environment): Environment =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );

const arrange = (set: Variables, processors: number): Config => {
  const production = set.NODE_ENV === 'production';
  return {
    production,
    host: set.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: set.PORT,
    publicUrl: (set.PUBLIC_URL ?? `http://localhost:${set.PORT}`).replace(/\/+$/, ''),
    dataDir: resolve(set.DATA_DIR),
    s3: arrangeS3(set),
    logLevel: set.LOG_LEVEL,
    auth: arrangeAuth(set),
    metricsToken: set.METRICS_TOKEN ?? null,
    adminApiKeys: set.ADMIN_API_KEY,
    signupCredits: set.SIGNUP_CREDITS,
    corsOrigins: set.CORS_ORIGINS,
    trustedProxies: set.TRUSTED_PROXIES,
    role: set.ROLE,
    console: set.CONSOLE === 'on',
    ...arrangeTracing(set),
    ...arrangeDatabase(set, set.DATA_DIR),
    ...arrangePayments(set),
    ...arrangeLimits(set, processors),
    ...arrangeModel(set),
  };
};
