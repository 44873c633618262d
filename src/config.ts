import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { readClerkPublicKey } from './auth/clerk-public-key.ts';
import type { DatabaseLocation } from './database/orm.ts';
import type { Plan } from './domain/billing/plan.ts';
import type { Rates } from './domain/limit/rates.ts';
import type { PaypalSettings } from './payments/paypal-http.ts';
import { DEFAULT_PLANS, readPlans } from './payments/read-plans.ts';
import type { StripeSettings } from './payments/stripe-client.ts';
import type { S3Settings } from './storage/s3-settings.ts';
import { arrangeS3, findS3Problems, s3Variables } from './storage/s3-variables.ts';

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

/** What proves that a webhook comes from its provider. Of a provider without, none is taken. */
export type WebhookConfig = {
  /** `whsec_…`, several while they are rotated; none: not configured. */
  readonly clerkSecrets: readonly string[];
  readonly stripeSecrets: readonly string[];
  readonly paypal: {
    readonly webhookId: string;
    readonly environment: 'sandbox' | 'live';
    /** `certificate`: here, by PayPal's certificate; `postback`: PayPal is asked, with our credentials. */
    readonly verify: 'certificate' | 'postback';
  } | null;
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
  /** What is sold, in the order in which it is shown. */
  readonly plans: readonly Plan[];
  readonly stripe: Readonly<StripeSettings> | null;
  readonly paypal: Readonly<PaypalSettings> | null;
  readonly webhooks: WebhookConfig;
  readonly corsOrigins: readonly string[];
  readonly role: 'api' | 'worker' | 'all';
  /** Whether there is a page at `/`. */
  readonly console: boolean;
  /** Calls a minute and user. */
  readonly rates: Rates;
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

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(`The environment is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`, options);
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

// Browsers send origins in small letters and without a path: any other would never match and lock everybody out.
const origins = z
  .string()
  .transform((list) => list.split(',').flatMap((origin) => origin.trim().toLowerCase() || []))
  .refine((list) => list.every((origin) => /^[a-z][a-z\d+.-]*:\/\/[^\s/?#@*]+$/.test(origin)), {
    error: 'must be origins like https://app.example.com, comma-separated, without a slash at the end',
  });

const databaseUrl = z
  .string()
  .refine((url) => /^file:./.test(url) || (/^postgres(ql)?:\/\/./.test(url) && URL.canParse(url)), {
    error: 'must be a postgres:// or postgresql:// URL, or file:<path> for SQLite',
  });

const secrets = (form: RegExp) =>
  z
    .string()
    .transform((list) => list.split(',').flatMap((secret) => secret.trim() || []))
    .refine((list) => list.every((secret) => form.test(secret)), {
      error: 'must be whsec_…, or several, comma-separated',
    });

// The whole text is a key, comma or not. Its parts are keys too, where all are too long to be guessed.
const adminKeys = text(/^[\x20-\x7e]+$/, 'must be printable ASCII: it travels in a header').transform((whole) => {
  const parts = whole.split(',').map((key) => key.trim());
  return parts.length > 1 && parts.every((key) => key.length >= 16) ? [whole, ...parts] : [whole];
});

const clerkPublicKey = z.string().transform((pem, context) => {
  try {
    return readClerkPublicKey(pem);
  } catch {
    context.addIssue('must be the PEM public key of the Clerk instance (2048-bit RSA, BEGIN PUBLIC KEY)');
    return z.NEVER;
  }
});

/** Scheme, host and port: the clients of the providers know the paths. */
const origin = httpUrl('must be an http or https URL without a path')
  .refine((url) => /^https?:\/\/[^/?#@]+\/?$/i.test(url), 'must be an http or https URL without a path')
  .transform((url) => new URL(url).origin);

const plans = z.string().transform((text, context) => {
  const read = readPlansFrom(text);
  if ('plans' in read) return read.plans;
  for (const problem of read.problems) context.addIssue(problem);
  return z.NEVER;
});

const readPlansFrom = (text: string): ReturnType<typeof readPlans> => {
  try {
    return readPlans(JSON.parse(/^[[{]/.test(text) ? text : readFileSync(text, 'utf8')));
  } catch {
    return { problems: ['must be JSON, [{"id", "name", "credits", "price_cents", …}], or the path of a file with it'] };
  }
};

const MiB = 2 ** 20;

const callsAMinute = wholeNumber(0, 60_000);

const variables = z.object({
  NODE_ENV: oneOf('production', 'development', 'test').default('development'),
  HOST: z.string().optional(),
  PORT: wholeNumber(0, 65_535).default(4000),
  PUBLIC_URL: httpUrl('must be an http or https URL')
    .regex(/^[^?#@]*$/, 'must be an http or https URL without a query, a fragment or a name in it')
    .optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: databaseUrl.optional(),
  LOG_LEVEL: oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent').default('info'),
  ROLE: oneOf('api', 'worker', 'all').default('all'),
  CONSOLE: oneOf('on', 'off').default('on'),
  CLERK_JWT_KEY: clerkPublicKey.optional(),
  CLERK_SECRET_KEY: text(/^(?!pk_)/, 'must be the secret key (sk_…), not the publishable one').optional(),
  CLERK_API_URL: httpUrl("must be the http or https URL of Clerk's Backend API").default('https://api.clerk.com'),
  CLERK_ISSUER: httpUrl('must be the URL that the tokens name as iss').optional(),
  CLERK_AUTHORIZED_PARTIES: origins.default([]),
  CLERK_PUBLISHABLE_KEY: text(/^pk_/, 'must be the publishable key (pk_…)').optional(),
  // Svix's secrets are a key in Base64; Stripe's are a word.
  CLERK_WEBHOOK_SECRET: secrets(/^whsec_(?:[A-Za-z\d+/]{4})+(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/).default([]),
  STRIPE_WEBHOOK_SECRET: secrets(/^whsec_\w+$/).default([]),
  PAYPAL_WEBHOOK_ID: text(/^[\w-]+$/, 'must be the id of the webhook at PayPal').optional(),
  PAYPAL_ENV: oneOf('sandbox', 'live').default('sandbox'),
  PAYPAL_VERIFY: oneOf('certificate', 'postback').default('certificate'),
  METRICS_TOKEN: text(/^[\x21-\x7e]+$/, 'must be printable ASCII without blanks: it travels in a header').optional(),
  ADMIN_API_KEY: adminKeys.default([]),
  SIGNUP_CREDITS: wholeNumber(0, 1_000_000).default(10),
  PLANS: plans.default([...DEFAULT_PLANS]),
  STRIPE_SECRET_KEY: text(/^[sr]k_/, 'must be the secret key (sk_… or rk_…), not the publishable one').optional(),
  STRIPE_API_BASE: origin.default('https://api.stripe.com'),
  PAYPAL_CLIENT_ID: text(/^[\x21-\x7e]+$/, "must be the client id of PayPal's app").optional(),
  PAYPAL_CLIENT_SECRET: text(/^[\x21-\x7e]+$/, "must be the secret of PayPal's app").optional(),
  PAYPAL_MERCHANT_ID: text(
    /^[A-Z\d]{8,20}$/,
    "must be the merchant id of PayPal's account, like 3SQBR4YEWZ4BA",
  ).optional(),
  PAYPAL_API_BASE: origin.optional(),
  CORS_ORIGINS: origins.default([]),
  RATE_PROCESS: callsAMinute.default(600),
  RATE_UPLOAD: callsAMinute.default(600),
  RATE_CHECKOUT: callsAMinute.default(60),
  RATE_BUILD: callsAMinute.default(60),
  RATE_CHANGE: callsAMinute.default(600),
  MAX_UPLOAD_BYTES: wholeNumber(1, 2 ** 31 - 1).default(50 * MiB),
  MAX_BODY_BYTES: wholeNumber(1, 100 * MiB).default(MiB),
  MAX_PAGES: wholeNumber(1, 100_000).default(500),
  EXTRACTION_TIME_MS: wholeNumber(1, 3_600_000).default(120_000),
  // An idle reader takes some 140 MB; with less than this no document could be read.
  EXTRACTION_MEMORY_BYTES: wholeNumber(256 * MiB, 64 * 1024 * MiB).default(1024 * MiB),
  EXTRACTION_PROCESSES: wholeNumber(1, 256).optional(),
  ...s3Variables,
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
    ...missingForPaypal(set),
    ...findS3Problems(set),
    ...simulatedPaypal(set),
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

const PAYPAL_KEYS = ['PAYPAL_CLIENT_ID', 'PAYPAL_CLIENT_SECRET', 'PAYPAL_WEBHOOK_ID'];

// Without its webhook, refunds would never be heard of. And in production nobody should sell credits for play money
// because a variable was forgotten.
const missingForPaypal = (set: Environment): string[] => {
  if (!PAYPAL_KEYS.some((name) => set[name])) return [];
  const needed = set['NODE_ENV'] === 'production' ? [...PAYPAL_KEYS, 'PAYPAL_ENV'] : PAYPAL_KEYS;
  return needed.filter((name) => !set[name]).map((name) => `${name}: must be set where PayPal is configured`);
};

/** PayPal's simulator signs for this id, whoever asks it to. */
const simulatedPaypal = (set: Environment): string[] =>
  set['PAYPAL_WEBHOOK_ID'] === 'WEBHOOK_ID' && (set['NODE_ENV'] === 'production' || set['PAYPAL_ENV'] === 'live')
    ? ["PAYPAL_WEBHOOK_ID: must be the id of a webhook of yours: events of PayPal's simulator are refused here"]
    : [];

const arrange = (set: Variables, processors: number): Config => {
  const production = set.NODE_ENV === 'production';
  return {
    production,
    host: set.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: set.PORT,
    publicUrl: (set.PUBLIC_URL ?? `http://localhost:${set.PORT}`).replace(/\/+$/, ''),
    dataDir: resolve(set.DATA_DIR),
    database: arrangeDatabase(set),
    s3: arrangeS3(set),
    logLevel: set.LOG_LEVEL,
    auth: arrangeAuth(set),
    metricsToken: set.METRICS_TOKEN ?? null,
    adminApiKeys: set.ADMIN_API_KEY,
    signupCredits: set.SIGNUP_CREDITS,
    plans: set.PLANS,
    stripe: set.STRIPE_SECRET_KEY ? { secretKey: set.STRIPE_SECRET_KEY, apiBase: set.STRIPE_API_BASE } : null,
    paypal: arrangePaypal(set),
    webhooks: {
      clerkSecrets: set.CLERK_WEBHOOK_SECRET,
      stripeSecrets: set.STRIPE_WEBHOOK_SECRET,
      paypal: set.PAYPAL_WEBHOOK_ID
        ? { webhookId: set.PAYPAL_WEBHOOK_ID, environment: set.PAYPAL_ENV, verify: set.PAYPAL_VERIFY }
        : null,
    },
    corsOrigins: set.CORS_ORIGINS,
    role: set.ROLE,
    console: set.CONSOLE === 'on',
    rates: {
      process: set.RATE_PROCESS,
      upload: set.RATE_UPLOAD,
      checkout: set.RATE_CHECKOUT,
      build: set.RATE_BUILD,
      change: set.RATE_CHANGE,
    },
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

const PAYPAL_ORIGINS = { sandbox: 'https://api-m.sandbox.paypal.com', live: 'https://api-m.paypal.com' };

const arrangePaypal = (set: Variables): Config['paypal'] => {
  const { PAYPAL_CLIENT_ID: clientId, PAYPAL_CLIENT_SECRET: clientSecret, PAYPAL_ENV: environment } = set;
  if (!clientId || !clientSecret) return null;
  const apiBase = set.PAYPAL_API_BASE ?? PAYPAL_ORIGINS[environment];
  return { clientId, clientSecret, apiBase, merchantId: set.PAYPAL_MERCHANT_ID ?? null };
};
