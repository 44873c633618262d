import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { readClerkPublicKey } from './auth/clerk-public-key.ts';
import type { DatabaseLocation } from './database/orm.ts';

/** One Clerk instance, whose tokens are accepted. */
export type ClerkConfig = {
  readonly mode: 'clerk';
  /** The public key itself (a normalised PEM), or what it takes to fetch it from Clerk's Backend API. */
  readonly key: { readonly pem: string } | { readonly secretKey: string; readonly apiUrl: string };
  readonly issuer: string | null;
  /** The origins that `azp` may name. Empty: not checked. */
  readonly authorizedParties: readonly string[];
  readonly publishableKey: string | null;
};

export type Config = {
  readonly production: boolean;
  readonly host: string;
  /** 0 lets the system choose a free one. */
  readonly port: number;
  /** What signed URLs start with; no slash at the end. */
  readonly publicUrl: string;
  /** Absolute. */
  readonly dataDir: string;
  readonly database: Readonly<DatabaseLocation>;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** Whose tokens are accepted. `local`: the server's own, for development. */
  readonly auth: { readonly mode: 'local' } | ClerkConfig;
  readonly adminApiKey: string | null;
  readonly signupCredits: number;
  readonly corsOrigins: readonly string[];
  readonly role: 'api' | 'worker' | 'all';
  readonly limits: {
    readonly maxUploadBytes: number;
    readonly maxBodyBytes: number;
    readonly maxPages: number;
    readonly extractionTimeMs: number;
    readonly extractionMemoryBytes: number;
    readonly extractionProcesses: number;
  };
};

/** Every wrong variable in one message, a line each. Values are never repeated: some are secrets. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const text = (rule: RegExp, must: string) => z.string().regex(rule, must);

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .refine(
      (digits) => /^\d{1,15}$/.test(digits) && Number(digits) >= from && Number(digits) <= to,
      `must be a whole number from ${from} to ${to}`,
    )
    .transform(Number);

const oneOf = <const Word extends string>(...words: Word[]) =>
  z.enum(words, { error: `must be one of ${words.join(', ')}` });

const httpUrl = (must: string) => z.url({ protocol: /^https?$/, error: must });

// Browsers send origins without a path: one that ends in a slash would never match and lock everybody out.
const origins = z
  .string()
  .transform((list) => list.split(',').flatMap((origin) => origin.trim() || []))
  .refine((list) => !list.some((origin) => origin.endsWith('/')), {
    error: 'must be origins like https://app.example.com, comma-separated, without a slash at the end',
  });

const databaseUrl = z
  .string()
  .refine((url) => /^file:./.test(url) || (/^postgres(ql)?:\/\/./.test(url) && URL.canParse(url)), {
    error: 'must be a postgres:// or postgresql:// URL, or file:<path> for SQLite',
  });

const clerkPublicKey = z.string().transform((pem, context) => {
  try {
    return readClerkPublicKey(pem);
  } catch {
    context.addIssue('must be the PEM public key of the Clerk instance (2048-bit RSA, BEGIN PUBLIC KEY)');
    return z.NEVER;
  }
});

const MiB = 2 ** 20;

const variables = z.object({
  NODE_ENV: oneOf('production', 'development', 'test').default('development'),
  HOST: z.string().optional(),
  PORT: wholeNumber(0, 65_535).default(4000),
  PUBLIC_URL: httpUrl('must be an http or https URL').optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: databaseUrl.optional(),
  LOG_LEVEL: oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent').default('info'),
  ROLE: oneOf('api', 'worker', 'all').default('all'),
  CLERK_JWT_KEY: clerkPublicKey.optional(),
  CLERK_SECRET_KEY: text(/^(?!pk_)/, 'must be the secret key (sk_…), not the publishable one').optional(),
  CLERK_API_URL: httpUrl("must be the http or https URL of Clerk's Backend API").default('https://api.clerk.com'),
  CLERK_ISSUER: httpUrl('must be the URL that the tokens name as iss').optional(),
  CLERK_AUTHORIZED_PARTIES: origins.default([]),
  CLERK_PUBLISHABLE_KEY: text(/^pk_/, 'must be the publishable key (pk_…)').optional(),
  ADMIN_API_KEY: text(/^[\x20-\x7e]+$/, 'must be printable ASCII: it travels in a header').optional(),
  SIGNUP_CREDITS: wholeNumber(0, 1_000_000).default(10),
  CORS_ORIGINS: origins.default([]),
  MAX_UPLOAD_BYTES: wholeNumber(1, 5 * 1024 * MiB).default(50 * MiB),
  MAX_BODY_BYTES: wholeNumber(1, 100 * MiB).default(MiB),
  MAX_PAGES: wholeNumber(1, 100_000).default(500),
  EXTRACTION_TIME_MS: wholeNumber(1, 3_600_000).default(120_000),
  // An idle reader takes some 140 MB; with less than this no document could be read.
  EXTRACTION_MEMORY_BYTES: wholeNumber(256 * MiB, 64 * 1024 * MiB).default(1024 * MiB),
  EXTRACTION_PROCESSES: wholeNumber(1, 256).optional(),
});
type Variables = z.infer<typeof variables>;
type Environment = Readonly<Record<string, string | undefined>>;

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
    ...missingClerkKey(set),
    ...unavailableStorage(set),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return arrange(parsed.data, processors);
};

const withoutBlanks = (environment: Environment): Environment =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );

const missingClerkKey = (set: Environment): string[] =>
  set['NODE_ENV'] === 'production' && !set['CLERK_JWT_KEY'] && !set['CLERK_SECRET_KEY']
    ? ['CLERK_JWT_KEY or CLERK_SECRET_KEY: must be set in production, where the local issuer of tokens is off']
    : [];

const unavailableStorage = (set: Environment): string[] =>
  Object.keys(set)
    .filter((name) => name.startsWith('S3_'))
    .map((name) => `${name}: must be unset: S3 storage is not available in this version, objects are kept in DATA_DIR`);

const arrange = (set: Variables, processors: number): Config => {
  const production = set.NODE_ENV === 'production';
  return {
    production,
    host: set.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: set.PORT,
    publicUrl: (set.PUBLIC_URL ?? `http://localhost:${set.PORT}`).replace(/\/+$/, ''),
    dataDir: resolve(set.DATA_DIR),
    database: arrangeDatabase(set),
    logLevel: set.LOG_LEVEL,
    auth: arrangeAuth(set),
    adminApiKey: set.ADMIN_API_KEY ?? null,
    signupCredits: set.SIGNUP_CREDITS,
    corsOrigins: set.CORS_ORIGINS,
    role: set.ROLE,
    limits: {
      maxUploadBytes: set.MAX_UPLOAD_BYTES,
      maxBodyBytes: set.MAX_BODY_BYTES,
      maxPages: set.MAX_PAGES,
      extractionTimeMs: set.EXTRACTION_TIME_MS,
      extractionMemoryBytes: set.EXTRACTION_MEMORY_BYTES,
      extractionProcesses: set.EXTRACTION_PROCESSES ?? processors,
    },
  };
};

const arrangeDatabase = ({ DATABASE_URL: url, DATA_DIR: dataDir }: Variables): DatabaseLocation => {
  if (url?.startsWith('postgres')) return { engine: 'postgresql', url };
  const path = url?.replace(/^file:(\/\/)?/, '') ?? join(dataDir, 'excellent-banking.sqlite');
  return { engine: 'sqlite', path: resolve(path) };
};

// With both keys given the public one wins: it needs no network.
const arrangeAuth = (set: Variables): Config['auth'] => {
  const key = set.CLERK_JWT_KEY
    ? { pem: set.CLERK_JWT_KEY }
    : set.CLERK_SECRET_KEY && { secretKey: set.CLERK_SECRET_KEY, apiUrl: set.CLERK_API_URL };
  if (!key) return { mode: 'local' };
  return {
    mode: 'clerk',
    key,
    issuer: set.CLERK_ISSUER ?? null,
    authorizedParties: set.CLERK_AUTHORIZED_PARTIES,
    publishableKey: set.CLERK_PUBLISHABLE_KEY ?? null,
  };
};
