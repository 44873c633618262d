import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from '../src/config.ts';
import { DEFAULT_PLANS } from '../src/payments/read-plans.ts';

const pemOf = (modulusLength: number): string =>
  generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ type: 'spki', format: 'pem' }).toString();
const pem = pemOf(2048);

const paypalApp = { PAYPAL_CLIENT_ID: 'app', PAYPAL_CLIENT_SECRET: 'hush' };

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    parseConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

const clerkOf = (environment: Record<string, string>) => {
  const { auth } = parseConfig(environment);
  if (auth.mode !== 'clerk') throw new Error('expected Clerk');
  return auth;
};

describe('an empty environment', () => {
  it('is enough for development, on this machine only, with tokens of our own', () => {
    expect(parseConfig({}, 3)).toEqual({
      production: false,
      host: '127.0.0.1',
      port: 4000,
      publicUrl: 'http://localhost:4000',
      dataDir: resolve('data'),
      database: { engine: 'sqlite', path: resolve('data/excellent-banking.sqlite') },
      s3: null,
      logLevel: 'info',
      auth: { mode: 'local' },
      metricsToken: null,
      adminApiKeys: [],
      signupCredits: 10,
      plans: DEFAULT_PLANS,
      stripe: null,
      paypal: null,
      webhooks: { clerkSecrets: [], stripeSecrets: [], paypal: null },
      corsOrigins: [],
      trustedProxies: 0,
      role: 'all',
      console: true,
      tracing: null,
      databaseLimits: { connections: 10, jobConnections: 4, statementMs: 30_000, waitMs: 5_000 },
      requestTimes: { headMs: 20_000, bodyMs: 30_000, answerMs: 60_000 },
      queueBounds: { all: 20_000, perUser: 10_000 },
      anonymousRate: 600,
      streamBounds: { all: 2_000, perUser: 50 },
      rates: { process: 600, upload: 600, checkout: 60, build: 60, change: 600 },
      limits: {
        maxUploadBytes: 52_428_800,
        maxBodyBytes: 1_048_576,
        maxPages: 500,
        extractionTimeMs: 120_000,
        extractionMemoryBytes: 1_073_741_824,
        extractionProcesses: 3,
      },
      model: null,
    });
  });

  it('is what a form full of blanks amounts to', () => {
    expect(parseConfig({ PORT: '', HOST: ' ', CLERK_JWT_KEY: '', ADMIN_API_KEY: '  ', S3_BUCKET: '' }, 3)).toEqual(
      parseConfig({}, 3),
    );
  });
});

describe('what clients and the database may take', () => {
  it('is bounded, and can be set', () => {
    const set = { DATABASE_CONNECTIONS: '40', DATABASE_STATEMENT_MS: '5000', REQUEST_BODY_MS: '60000' };
    const { databaseLimits, requestTimes } = parseConfig(set);
    expect(databaseLimits).toEqual({ connections: 40, jobConnections: 4, statementMs: 5_000, waitMs: 5_000 });
    expect(requestTimes).toEqual({ headMs: 20_000, bodyMs: 60_000, answerMs: 60_000 });
    // There is no word for “as long as it takes”.
    const never = { DATABASE_STATEMENT_MS: '0', DATABASE_WAIT_MS: '0', REQUEST_HEAD_MS: '0', REQUEST_BODY_MS: '0' };
    const wrong = problemsOf({ ...never, DATABASE_CONNECTIONS: '1' }).map((problem) => problem.split(':')[0]);
    expect(new Set(wrong)).toEqual(new Set([...Object.keys(never), 'DATABASE_CONNECTIONS']));
  });
});

describe('traces', () => {
  it('go where they are sent, all of them unless a share is named', () => {
    const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otel.example.com/' };
    expect(parseConfig(endpoint).tracing).toEqual({
      endpoint: 'https://otel.example.com',
      serviceName: 'excellent-banking',
      share: 1,
    });
    expect(parseConfig({ ...endpoint, OTEL_TRACES_SAMPLER_ARG: '0.05' }).tracing).toMatchObject({ share: 0.05 });
    expect(problemsOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'otel:4318', OTEL_TRACES_SAMPLER_ARG: '5' })).toEqual([
      'OTEL_EXPORTER_OTLP_ENDPOINT: must be the http or https URL of an OTLP endpoint',
      'OTEL_TRACES_SAMPLER_ARG: must be a share from 0 to 1',
    ]);
  });
});

describe('production', () => {
  it('does not start without a Clerk key, and says so', () => {
    expect(() => parseConfig({ NODE_ENV: 'production' })).toThrow(
      'CLERK_JWT_KEY or CLERK_SECRET_KEY: must be set in production',
    );
  });

  it('listens everywhere and has no administrator unless one is named', () => {
    const config = parseConfig({ NODE_ENV: 'production', CLERK_SECRET_KEY: 'sk_live_x' });
    expect(config).toMatchObject({ production: true, host: '0.0.0.0', adminApiKeys: [] });
  });

  it('is not missed for a slip of the pen: an unknown NODE_ENV would have opened the local issuer', () => {
    expect(problemsOf({ NODE_ENV: 'prod' })).toEqual(['NODE_ENV: must be one of production, development, test']);
  });
});

describe('Clerk', () => {
  it('is known by its public key, by its secret key, and by the public one where both are given', () => {
    expect(clerkOf({ CLERK_JWT_KEY: pem }).key).toEqual({ pem });
    expect(clerkOf({ CLERK_SECRET_KEY: 'sk_test_x' }).key).toEqual({
      secretKey: 'sk_test_x',
      apiUrl: 'https://api.clerk.com',
    });
    expect(clerkOf({ CLERK_JWT_KEY: pem, CLERK_SECRET_KEY: 'sk_test_x' }).key).toEqual({ pem });
  });

  it.each([
    ['with literal \\n', pem.replaceAll('\n', '\\n')],
    ['folded into one line', pem.replaceAll('\n', ' ')],
    ['without line breaks', pem.replaceAll('\n', '')],
    ['with Windows line ends', pem.replaceAll('\n', '\r\n')],
  ])('takes the public key %s', (_, text) => {
    expect(clerkOf({ CLERK_JWT_KEY: text }).key).toEqual({ pem });
  });

  it.each([
    ['no PEM', 'secret-looking-text'],
    ['a PEM with noise in it', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'],
    ['a key of a size that Clerk does not use', pemOf(1024)],
    [
      'an elliptic key',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    ],
    [
      'a private key',
      generateKeyPairSync('rsa', { modulusLength: 2048 })
        .privateKey.export({ type: 'pkcs8', format: 'pem' })
        .toString(),
    ],
  ])('names CLERK_JWT_KEY where it is %s', (_, text) => {
    expect(problemsOf({ CLERK_JWT_KEY: text })).toEqual([
      'CLERK_JWT_KEY: must be the PEM public key of the Clerk instance (2048-bit RSA, BEGIN PUBLIC KEY)',
    ]);
  });

  it('takes lists with spaces and left-over commas', () => {
    const auth = clerkOf({
      CLERK_JWT_KEY: pem,
      CLERK_ISSUER: 'https://clerk.example.com',
      CLERK_AUTHORIZED_PARTIES: 'https://app.example.com, http://localhost:3000,',
    });
    expect(auth.issuer).toBe('https://clerk.example.com');
    expect(auth.authorizedParties).toEqual(['https://app.example.com', 'http://localhost:3000']);
  });
});

describe('webhooks', () => {
  it('are proven by one secret or by several', () => {
    const { webhooks } = parseConfig({
      CLERK_WEBHOOK_SECRET: 'whsec_bmV3IG9uZSE=, whsec_b2xkIG9uZSE=,',
      STRIPE_WEBHOOK_SECRET: 'whsec_new,whsec_old',
      ...paypalApp,
      PAYPAL_WEBHOOK_ID: '8PT597110X687430LKGECATA',
    });
    expect(webhooks).toEqual({
      clerkSecrets: ['whsec_bmV3IG9uZSE=', 'whsec_b2xkIG9uZSE='],
      stripeSecrets: ['whsec_new', 'whsec_old'],
      paypal: { webhookId: '8PT597110X687430LKGECATA', environment: 'sandbox', verify: 'certificate' },
    });
  });

  it.each(['CLERK_WEBHOOK_SECRET', 'STRIPE_WEBHOOK_SECRET'])('name %s where it is no signing secret', (name) => {
    for (const wrong of ['sk_live_x', 'whsec_', 'whsec_abcd,sk_live_x', 'whsec_ab cd']) {
      expect(problemsOf({ [name]: wrong })).toEqual([`${name}: must be whsec_…, or several, comma-separated`]);
    }
  });

  it("are not taken from PayPal's simulator where money is real", () => {
    const simulator = { ...paypalApp, PAYPAL_WEBHOOK_ID: 'WEBHOOK_ID' };
    const problem =
      "PAYPAL_WEBHOOK_ID: must be the id of a webhook of yours: events of PayPal's simulator are refused here";
    expect(problemsOf(simulator)).toEqual([]);
    expect(problemsOf({ ...simulator, PAYPAL_ENV: 'live' })).toEqual([problem]);
    const production = { NODE_ENV: 'production', CLERK_SECRET_KEY: 'sk_live_x', PAYPAL_ENV: 'sandbox' };
    expect(problemsOf({ ...simulator, ...production })).toEqual([problem]);
  });
});

describe('what is sold', () => {
  const pack = { id: 'small', name: 'Small', credits: 5, price_cents: 100, currency: 'EUR', description: 'Five pages' };
  const sold = { id: 'small', name: 'Small', credits: 5, priceCents: 100, currency: 'EUR', description: 'Five pages' };

  it('is three packs unless somebody says otherwise', () => {
    expect(parseConfig({}).plans).toHaveLength(3);
  });

  it('is told as JSON, or as the path of a file with it', () => {
    expect(parseConfig({ PLANS: JSON.stringify([pack]) }).plans).toEqual([sold]);
    const directory = mkdtempSync(join(tmpdir(), 'excellent-banking-plans-'));
    writeFileSync(join(directory, 'plans.json'), JSON.stringify([{ ...pack, currency: 'eur' }]));
    expect(parseConfig({ PLANS: join(directory, 'plans.json') }).plans).toEqual([sold]);
    rmSync(directory, { recursive: true });
  });

  it.each([
    ['no file', '/nowhere/plans.json', /^PLANS: must be JSON, .+, or the path of a file with it$/],
    ['no JSON', '[{]', /^PLANS: must be JSON/],
    ['no list', '{}', /^PLANS: must be a list of plans$/],
    ['nothing', '[]', /^PLANS: must hold at least one plan$/],
    ['a float', JSON.stringify([{ ...pack, price_cents: 9.5 }]), /^PLANS: 0 price_cents must be a whole number from 1/],
    ['free', JSON.stringify([{ ...pack, price_cents: 0 }]), /^PLANS: 0 price_cents must be a whole number from 1/],
    ['worthless', JSON.stringify([{ ...pack, credits: -5 }]), /^PLANS: 0 credits must be a whole number from 1/],
    ['money without cents', JSON.stringify([{ ...pack, currency: 'JPY' }]), /^PLANS: 0 currency must be one of AUD, /],
    ['one id twice', JSON.stringify([pack, pack]), /^PLANS: must not have two plans with one id$/],
  ])('is named where it is %s', (_, PLANS, problem) => {
    expect(problemsOf({ PLANS })).toEqual([expect.stringMatching(problem)]);
  });

  it('is named with everything that is wrong, whether it is told or read from a file', () => {
    const wrong = [
      { ...pack, id: 'no spaces', name: '', credits: '5', price_cents: 1e9, currency: 'euro' },
      { id: 'other', colour: 'red' },
      'a pack',
    ];
    const problems = [
      'PLANS: 0 id must be letters, digits, - and _, up to 64',
      'PLANS: 0 name must be a text of 1 to 100 characters',
      'PLANS: 0 credits must be a whole number from 1 to 1000000',
      'PLANS: 0 price_cents must be a whole number from 1 to 99999999',
      expect.stringMatching(/^PLANS: 0 currency must be one of /),
      'PLANS: 1 name must be a text of 1 to 100 characters',
      'PLANS: 1 credits must be a whole number from 1 to 1000000',
      'PLANS: 1 price_cents must be a whole number from 1 to 99999999',
      'PLANS: 1 currency must be a text',
      expect.stringMatching(/^PLANS: 1 has "colour", which is none of id, name, /),
      expect.stringMatching(/^PLANS: 2 must be an object with id, name, /),
    ];
    const directory = mkdtempSync(join(tmpdir(), 'excellent-banking-plans-'));
    writeFileSync(join(directory, 'plans.json'), JSON.stringify(wrong));
    for (const PLANS of [JSON.stringify(wrong), join(directory, 'plans.json')]) {
      expect(problemsOf({ PLANS })).toEqual(problems);
    }
    rmSync(directory, { recursive: true });
  });
});

describe('the providers of payments', () => {
  it('are Stripe and PayPal themselves, unless they are told to be elsewhere', () => {
    const keys = { STRIPE_SECRET_KEY: 'sk_test_x', ...paypalApp, PAYPAL_WEBHOOK_ID: '8PT597110X687430LKGECATA' };
    const app = { clientId: 'app', clientSecret: 'hush' };
    expect(parseConfig(keys)).toMatchObject({
      stripe: { secretKey: 'sk_test_x', apiBase: 'https://api.stripe.com' },
      paypal: { ...app, apiBase: 'https://api-m.sandbox.paypal.com', merchantId: null },
    });
    expect(parseConfig({ ...keys, PAYPAL_ENV: 'live' }).paypal?.apiBase).toBe('https://api-m.paypal.com');
    expect(parseConfig({ ...keys, PAYPAL_MERCHANT_ID: '3SQBR4YEWZ4BA' }).paypal?.merchantId).toBe('3SQBR4YEWZ4BA');
    expect(problemsOf({ ...keys, PAYPAL_MERCHANT_ID: 'shop@example.com' })).toEqual([
      "PAYPAL_MERCHANT_ID: must be the merchant id of PayPal's account, like 3SQBR4YEWZ4BA",
    ]);
    const elsewhere = { STRIPE_API_BASE: 'http://127.0.0.1:4001/', PAYPAL_API_BASE: 'http://127.0.0.1:4002' };
    expect(parseConfig({ ...keys, ...elsewhere })).toMatchObject({
      stripe: { apiBase: 'http://127.0.0.1:4001' },
      paypal: { apiBase: 'http://127.0.0.1:4002' },
    });
  });

  it('need all that belongs to them, by name', () => {
    const must = 'must be set where PayPal is configured';
    expect(problemsOf({ PAYPAL_CLIENT_ID: 'app' })).toEqual([
      `PAYPAL_CLIENT_SECRET: ${must}`,
      `PAYPAL_WEBHOOK_ID: ${must}`,
    ]);
    const production = { NODE_ENV: 'production', CLERK_SECRET_KEY: 'sk_live_x', PAYPAL_WEBHOOK_ID: 'a-webhook' };
    expect(problemsOf({ ...paypalApp, ...production })).toEqual([`PAYPAL_ENV: ${must}`]);
    expect(problemsOf({ STRIPE_SECRET_KEY: 'pk_live_x', STRIPE_API_BASE: 'https://stripe.test/v1' })).toEqual([
      'STRIPE_SECRET_KEY: must be the secret key (sk_… or rk_…), not the publishable one',
      'STRIPE_API_BASE: must be an http or https URL without a path',
    ]);
  });
});

describe('where data is kept', () => {
  it.each([
    [
      'postgres://user:pw@db.example.com/banking',
      { engine: 'postgresql', url: 'postgres://user:pw@db.example.com/banking' },
    ],
    ['postgresql://localhost/banking', { engine: 'postgresql', url: 'postgresql://localhost/banking' }],
    ['file:///var/lib/banking.sqlite', { engine: 'sqlite', path: '/var/lib/banking.sqlite' }],
    ['file:/var/lib/banking.sqlite', { engine: 'sqlite', path: '/var/lib/banking.sqlite' }],
    ['file:banking.sqlite', { engine: 'sqlite', path: resolve('banking.sqlite') }],
  ])('DATABASE_URL=%s', (url, database) => {
    expect(parseConfig({ DATABASE_URL: url }).database).toEqual(database);
  });

  it.each(['mysql://localhost/banking', 'mongodb://localhost', 'banking.sqlite', 'postgres://', 'file:'])(
    'refuses DATABASE_URL=%s by name',
    (url) => {
      expect(problemsOf({ DATABASE_URL: url })).toEqual([
        'DATABASE_URL: must be a postgres:// or postgresql:// URL, or file:<path> for SQLite',
      ]);
    },
  );

  it('is an S3 store where a bucket is named', () => {
    expect(parseConfig({ S3_BUCKET: 'statements', S3_REGION: 'eu-central-1' }).s3).toEqual({
      bucket: 'statements',
      region: 'eu-central-1',
      endpoint: null,
      publicEndpoint: null,
      pathStyle: false,
      credentials: null,
      encryption: {},
    });
    const elsewhere = {
      S3_BUCKET: 'statements',
      S3_ENDPOINT: 'http://objects.internal:9000/',
      S3_PUBLIC_ENDPOINT: 'https://objects.example.com',
      S3_ACCESS_KEY_ID: 'ada',
      S3_SECRET_ACCESS_KEY: 'secret',
      S3_ENCRYPTION: 'aws:kms',
      S3_KMS_KEY_ID: 'alias/books',
    };
    expect(parseConfig(elsewhere).s3).toMatchObject({
      endpoint: 'http://objects.internal:9000',
      publicEndpoint: 'https://objects.example.com',
      pathStyle: true,
      credentials: { accessKeyId: 'ada', secretAccessKey: 'secret' },
      encryption: { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: 'alias/books' },
    });
  });

  it('does not silently keep on disk what was meant for S3', () => {
    expect(problemsOf({ S3_REGION: 'eu-central-1' })).toEqual(['S3_BUCKET: must be set where the store is S3']);
    expect(problemsOf({ S3_BUCKET: 'statements', S3_BUKET_PREFIX: 'x' })).toEqual([
      'S3_BUKET_PREFIX: is no variable of ours',
    ]);
    expect(problemsOf({ S3_BUCKET: 'statements', S3_ACCESS_KEY_ID: 'ada' })).toEqual([
      'S3_SECRET_ACCESS_KEY: must be set where S3_ACCESS_KEY_ID is',
    ]);
    expect(problemsOf({ S3_BUCKET: 'statements', S3_KMS_KEY_ID: 'alias/books' })).toEqual([
      'S3_KMS_KEY_ID: is only used where S3_ENCRYPTION is aws:kms',
    ]);
  });
});

describe('what is wrong', () => {
  it('is told in one message, every variable by name', () => {
    const wrong = {
      NODE_ENV: 'production',
      PORT: '70000',
      PUBLIC_URL: 'banking.example.com',
      LOG_LEVEL: 'loud',
      ROLE: 'janitor',
      CONSOLE: 'maybe',
      SIGNUP_CREDITS: '-1',
      MAX_PAGES: '1e3',
      CORS_ORIGINS: 'https://app.example.com/',
      CLERK_ISSUER: 'clerk',
      CLERK_PUBLISHABLE_KEY: 'sk_test_secret',
      S3_BUCKET: 'NOT A BUCKET',
    };
    const names = problemsOf(wrong).map((problem) => problem.split(':')[0]);
    expect(new Set(names)).toEqual(
      new Set([...Object.keys(wrong).filter((name) => name !== 'NODE_ENV'), 'CLERK_JWT_KEY or CLERK_SECRET_KEY']),
    );
    expect(() => parseConfig(wrong)).toThrow(
      /^The environment is not usable:\n {2}PORT: must be a whole number from 0/,
    );
  });

  it('takes several admin keys where none is short, and the text as it is in any case', () => {
    const old = 'the-old-admin-key';
    expect(parseConfig({ ADMIN_API_KEY: `${old}, the-new-admin-key` }).adminApiKeys).toEqual([
      `${old}, the-new-admin-key`,
      old,
      'the-new-admin-key',
    ]);
    expect(parseConfig({ ADMIN_API_KEY: 'short' }).adminApiKeys).toEqual(['short']);
    expect(parseConfig({ ADMIN_API_KEY: `${old},short` }).adminApiKeys).toEqual([`${old},short`]);
    expect(parseConfig({ ADMIN_API_KEY: `${old},` }).adminApiKeys).toEqual([`${old},`]);
  });

  it('is never repeated: it may be a secret', () => {
    const secret = 'hunter2é';
    const names = [
      'CLERK_JWT_KEY',
      'STRIPE_SECRET_KEY',
      'PLANS',
      'CLERK_PUBLISHABLE_KEY',
      'ADMIN_API_KEY',
      'DATABASE_URL',
      'PORT',
      'ROLE',
      'S3_KEY',
      'S3_BUCKET',
    ];
    const problems = problemsOf(Object.fromEntries(names.map((name) => [name, secret])));
    expect(problems).toHaveLength(names.length);
    expect(problems.join()).not.toContain('hunter2');
  });
});

describe('a model as second reader', () => {
  const endpoint = { EXTRACTION_MODEL_URL: 'https://models.example.com/v1', EXTRACTION_MODEL: 'reader-7b' };

  it('is asked where an endpoint and a name are given', () => {
    expect(parseConfig(endpoint).model).toEqual({
      url: 'https://models.example.com/v1',
      name: 'reader-7b',
      key: null,
      timeoutMs: 60_000,
      maxPages: 10,
    });
  });

  it('needs both, and an address without secrets in it', () => {
    const { EXTRACTION_MODEL, EXTRACTION_MODEL_URL } = endpoint;
    const needed = (name: string) => [`${name}: must be set where a model is to be asked`];
    expect(problemsOf({ EXTRACTION_MODEL })).toEqual(needed('EXTRACTION_MODEL_URL'));
    expect(problemsOf({ EXTRACTION_MODEL_URL })).toEqual(needed('EXTRACTION_MODEL'));
    expect(problemsOf({ EXTRACTION_MODEL_KEY: 'sesame' })).toHaveLength(2);
    for (const url of ['models.example.com', 'ftp://models.example.com', 'https://me:secret@models.example.com/v1']) {
      expect(problemsOf({ ...endpoint, EXTRACTION_MODEL_URL: url })).toHaveLength(1);
    }
  });
});

describe('listening', () => {
  it('takes port 0 for a free one', () => {
    expect(parseConfig({ PORT: '0' }).port).toBe(0);
  });

  it('tells where it listens unless told how it is reached', () => {
    expect(parseConfig({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
    expect(parseConfig({ PUBLIC_URL: 'https://banking.example.com/' }).publicUrl).toBe('https://banking.example.com');
  });
});
