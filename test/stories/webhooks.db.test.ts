import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { LedgerAccount } from '../../src/domain/credit/ledger-account.entity.ts';
import { LedgerTransfer } from '../../src/domain/credit/ledger-transfer.entity.ts';
import { File } from '../../src/domain/file/file.entity.ts';
import { UsageRecord } from '../../src/domain/usage/usage-record.entity.ts';
import { User } from '../../src/domain/user/user.entity.ts';
import { WebhookEvent } from '../../src/domain/webhook/webhook-event.entity.ts';
import { findJobs } from '../support/jobs-at-rest.ts';
import { aSample } from '../support/a-statement.ts';
import { seededRandom } from '../support/random.ts';
import { ADMIN_KEY, startTestApp, type TestApp } from '../support/test-app.ts';
import { type CertificateHost, startCertificateHost } from '../support/webhooks/certificate-host.ts';
import { post, postTwice } from '../support/webhooks/post.ts';
import {
  CLERK_SECRET,
  PAYPAL_WEBHOOK_ID,
  sendAsClerk,
  sendAsPaypal,
  sendAsStripe,
  type Sent,
  STRIPE_SECRET,
} from '../support/webhooks/senders.ts';

let host: CertificateHost;
let app: TestApp;
beforeAll(async () => {
  host = await startCertificateHost();
  app = await startTestApp(
    {
      CLERK_WEBHOOK_SECRET: CLERK_SECRET,
      STRIPE_WEBHOOK_SECRET: STRIPE_SECRET,
      STRIPE_SECRET_KEY: 'sk_test_canary',
      PAYPAL_WEBHOOK_ID,
      PAYPAL_CLIENT_ID: 'client-of-the-tests',
      PAYPAL_CLIENT_SECRET: 'canary-secret-of-paypal',
      // Nothing of these stories needs the providers themselves, and nobody listens here.
      STRIPE_API_BASE: 'http://127.0.0.1:9',
      PAYPAL_API_BASE: 'http://127.0.0.1:9',
    },
    { paypalTrust: host.trust },
  );
});
afterAll(async () => {
  await app.stop();
  await host.close();
});

const RECEIVED = { status: 200, body: { received: true } };
const em = () => app.database.orm.em.fork();
const paypal = (event: object, transmissionId = 'transmission'): Sent =>
  sendAsPaypal(event, { privateKey: host.paypal.privateKey, transmissionId });

/** A user as Clerk tells of them, `minutes` after the first time. */
const clerkUser = (
  type: string,
  id: string,
  { email = `${id}@example.com`, first_name = 'Ada', minutes = 0 } = {},
) => ({
  data: {
    id,
    primary_email_address_id: 'idn_1',
    email_addresses: [{ id: 'idn_1', email_address: email }],
    first_name,
    last_name: 'Lovelace',
    updated_at: Date.parse('2026-03-01T12:00:00Z') + minutes * 60_000,
    private_metadata: { note: 'canary-of-clerk' },
  },
  object: 'event',
  type,
});
const deleted = (id: string) => ({
  data: { id, object: 'user', deleted: true },
  object: 'event',
  type: 'user.deleted',
});

let messages = 0;
/** Delivers an event of Clerk's as a message of its own and waits until it is applied. */
async function tell(event: object): Promise<void> {
  messages += 1;
  expect(await post(app.url, '/webhooks/clerk', sendAsClerk(`msg_story_${messages}`, event))).toMatchObject(RECEIVED);
  await allApplied();
}
const allApplied = () =>
  vi.waitFor(async () => expect(await em().count(WebhookEvent, { status: 'received' })).toBe(0), {
    timeout: 120_000,
    interval: 20,
  });

/** Runs `npm run events` without npm. */
async function events(...args: string[]): Promise<{ exitCode: number | null; output: string }> {
  const command = spawn(process.execPath, ['src/cli/events.ts', ...args], {
    env: { PATH: process.env['PATH'], ...app.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise<number | null>((resolve) => command.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(command.stdout), text(command.stderr)]);
  return { exitCode: await closed, output: stdout + stderr };
}

describe('a user of Clerk', () => {
  test('appears with signup credits, changes, never backwards, and leaves nothing but the ledger', async () => {
    const id = 'user_ada';
    const ada = await app.sessionOf(id);
    expect((await ada.get('/me')).status).toBe(401);

    await tell(clerkUser('user.created', id));
    const { body: me } = await ada.get('/me');
    expect(me).toMatchObject({ clerk_user_id: id, email: 'user_ada@example.com', first_name: 'Ada', credits: 10 });

    await tell(clerkUser('user.updated', id, { email: 'countess@example.com', minutes: 2 }));
    await tell(clerkUser('user.updated', id, { email: 'late@example.com', minutes: 1 }));
    await tell(clerkUser('user.created', id));
    expect((await ada.get('/me')).body).toMatchObject({ email: 'countess@example.com', credits: 10 });

    const { id: fileId } = await ada.upload(aSample('releve-de-compte').pdf);
    await ada.post(`/files/${fileId}/process`);
    expect((await ada.finished(fileId)).status).toBe('completed');
    await ada.upload(aSample('releve-de-compte').pdf);
    const { id: userId } = me as { id: number };
    expect(objectsOf(userId, fileId)).not.toEqual([]);

    await tell(deleted(id));
    expect((await ada.get('/me')).status).toBe(401);
    expect(await em().count(File, { userId })).toBe(0);
    expect(objectsOf(userId, fileId)).toEqual([]);
    expect(await em().find(LedgerTransfer, { userId, type: ['signup', 'usage'] })).toHaveLength(2);
    expect(await em().count(UsageRecord, { userId })).toBe(1);

    await tell(clerkUser('user.updated', id, { email: 'again@example.com', minutes: 9 }));
    await tell(deleted(id));
    expect((await ada.get('/me')).status).toBe(401);
    expect(await em().find(User, { clerkUserId: id })).toMatchObject([
      { id: userId, email: null, firstName: null, lastName: null, deletedAt: expect.any(Date) },
    ]);
    // What the events told is gone with them, and so is what the late one told.
    expect(await em().find(WebhookEvent, { subject: id, payload: { $like: '%example.com%' } })).toEqual([]);
    expect(await em().count(LedgerTransfer, { userId, type: 'signup' })).toBe(1);
  });

  test('who is deleted before they were created never comes to be', async () => {
    const id = 'user_brief';
    await tell(deleted(id));
    await tell(clerkUser('user.created', id));
    await tell(clerkUser('user.updated', id, { minutes: 3 }));
    expect((await (await app.sessionOf(id)).get('/me')).status).toBe(401);
    const [user] = await em().find(User, { clerkUserId: id });
    expect(user).toMatchObject({ email: null, firstName: null, lastName: null });
    expect(await em().count(LedgerAccount, { userId: user?.id ?? 0 })).toBe(0);
  });

  test('a deletion that does not say whose deletes nobody', async () => {
    await tell(clerkUser('user.created', 'user_stays'));
    await tell({ data: { object: 'user', deleted: true }, object: 'event', type: 'user.deleted' });
    expect((await (await app.sessionOf('user_stays')).get('/me')).status).toBe(200);
  });
});

/** Names of the stored objects of one user and of one of their files. */
function objectsOf(userId: number, fileId: number): string[] {
  const objects = join(app.environment['DATA_DIR'] ?? '', 'objects');
  return [`uploads/user_id=${userId}`, `outputs/file_id=${fileId}`].flatMap((prefix) =>
    existsSync(join(objects, prefix))
      ? readdirSync(join(objects, prefix), { recursive: true, withFileTypes: true }).flatMap((entry) =>
          entry.isFile() ? [entry.name] : [],
        )
      : [],
  );
}

test('fifty events of each provider, twenty times each, shuffled and at once: each is stored once and applied once', async () => {
  const numbers = Array.from({ length: 50 }, (_, n) => n);
  const deliveries = numbers.flatMap((n): [string, Sent][] => [
    // Two events a user: created and, newer, updated. Signed anew at every delivery, as providers do.
    [
      '/webhooks/clerk',
      sendAsClerk(
        `msg_flood_${n}`,
        n % 2 === 0
          ? clerkUser('user.created', `user_flood_${n}`)
          : clerkUser('user.updated', `user_flood_${n - 1}`, { first_name: 'Newer', minutes: 1 }),
      ),
    ],
    [
      '/webhooks/stripe',
      sendAsStripe({ id: `evt_flood_${n}`, object: 'event', type: 'customer.created', data: { object: {} } }),
    ],
    ['/webhooks/paypal', paypal({ id: `WH-flood-${n}`, event_type: 'CUSTOMER.ACCOUNT.CREATED' }, `flood-${n}`)],
  ]);
  const shuffled = seededRandom(7).shuffled(Array.from({ length: 20 }, () => deliveries).flat());
  const answers: unknown[] = [];
  // So many connections at once as a server sees in a bad hour.
  for (let next = 0; next < shuffled.length; next += 100) {
    const batch = shuffled.slice(next, next + 100);
    answers.push(...(await Promise.all(batch.map(([path, sent]) => post(app.url, path, sent)))));
  }
  expect(answers).toHaveLength(3_000);
  for (const answer of answers) expect(answer).toMatchObject(RECEIVED);
  await allApplied();

  for (const eventId of ['msg_flood_%', 'evt_flood_%', 'WH-flood-%']) {
    expect(await em().count(WebhookEvent, { eventId: { $like: eventId }, status: 'applied', failures: 0 })).toBe(50);
  }
  const users = await em().find(User, { clerkUserId: { $like: 'user_flood_%' } });
  expect(users).toHaveLength(25);
  expect(new Set(users.map(({ firstName }) => firstName))).toEqual(new Set(['Newer']));
  const ids = users.map(({ id }) => id);
  expect(await em().count(LedgerTransfer, { userId: ids, type: 'signup' })).toBe(25);
  const balances = await em().find(LedgerAccount, { userId: ids, name: 'available' });
  expect(balances.map(({ balance }) => balance)).toEqual(ids.map(() => 10));
  await vi.waitFor(async () => expect(await findJobs(app.database, 'apply-webhook')).toEqual([]));
}, 240_000);

describe('at the door', () => {
  const senders: [string, () => Sent][] = [
    ['/webhooks/clerk', () => sendAsClerk('msg_door', { type: 'organization.created', data: {} })],
    ['/webhooks/stripe', () => sendAsStripe({ id: 'evt_door', type: 'v1.unheard.of' })],
    ['/webhooks/paypal', () => paypal({ id: 'WH-door', event_type: 'UNHEARD.OF' })],
  ];

  test.each(senders)('%s takes what it does not know, and answers as the first time', async (path, send) => {
    expect(await post(app.url, path, send())).toMatchObject(RECEIVED);
    expect(await post(app.url, path, send())).toMatchObject(RECEIVED);
  });

  test.each(senders)('%s tells nobody why it refuses', async (path, send) => {
    const refusal = { status: 400, body: { detail: 'Invalid signature' } };
    const { headers, body } = send();
    expect(await post(app.url, path, { headers: {}, body })).toMatchObject(refusal);
    expect(await post(app.url, path, { headers, body: `${String(body)} ` })).toMatchObject(refusal);
    expect(await post(app.url, path, { headers, body: `\ufeff${String(body)}` })).toMatchObject(refusal);
    expect(await post(app.url, path, { headers, body: Buffer.from([0xff, 0xfe]) })).toMatchObject(refusal);
    expect(await post(app.url, path, { headers, body: '' })).toMatchObject(refusal);
    for (const name of Object.keys(headers)) {
      expect([name, await postTwice(app.url, path, { headers, body }, name)]).toEqual([name, 400]);
    }
    expect(app.logged()).toMatch(/"reason":"[a-z-]+ is missing","msg":"webhook refused"/);
  });

  const MIB = 2 ** 20;
  const padded = (json: string, bytes: number): string => json + ' '.repeat(bytes - json.length);
  test.each<[string, (bytes: number) => Sent]>([
    ['/webhooks/clerk', (bytes) => sendAsClerk('msg_large', padded('{"type":"session.created","data":{}}', bytes))],
    ['/webhooks/stripe', (bytes) => sendAsStripe(padded('{"id":"evt_large","type":"a.b"}', bytes))],
    [
      '/webhooks/paypal',
      (bytes) =>
        sendAsPaypal(padded('{"id":"WH-large","event_type":"A.B"}', bytes), { privateKey: host.paypal.privateKey }),
    ],
  ])('%s takes a mebibyte, and no byte more', async (path, send) => {
    expect(await post(app.url, path, send(MIB))).toMatchObject(RECEIVED);
    expect(await post(app.url, path, send(MIB + 1))).toMatchObject({
      status: 413,
      body: { detail: 'The request body is larger than the limit of 1048576 bytes' },
    });
  });

  test('a webhook is posted to its documented path', async () => {
    const got = await fetch(new URL('/webhooks/stripe', app.url));
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
    const slashed = await post(app.url, '/webhooks/stripe/', sendAsStripe({}));
    expect([slashed.status, slashed.headers.get('location')]).toEqual([307, '/webhooks/stripe']);
  });
});

test('a server without secrets takes nothing', async () => {
  const bare = await startTestApp();
  try {
    for (const [path, name, sent] of [
      ['/webhooks/clerk', 'Clerk', sendAsClerk('msg_1', {})],
      ['/webhooks/stripe', 'Stripe', sendAsStripe({})],
      ['/webhooks/paypal', 'PayPal', paypal({})],
    ] as const) {
      expect(await post(bare.url, path, sent)).toMatchObject({
        status: 503,
        body: { detail: `${name} is not configured` },
      });
    }
  } finally {
    await bare.stop();
  }
});

test('the operator sees what failed and why, and has it tried again', async () => {
  await tell({ data: { first_name: 'Nobody' }, object: 'event', type: 'user.created' });
  const event = await em().findOneOrFail(WebhookEvent, { status: 'failed' });
  const listed = await events('list', '--status', 'failed');
  expect(listed.output).toMatch(
    new RegExp(`^${event.id}  \\S+Z  clerk  user\\.created  ${event.eventId}  failed: The event names no user\n$`),
  );

  expect(await events('retry', String(event.id))).toEqual({
    exitCode: 0,
    output: `Event ${event.id} will be applied again\n`,
  });
  await vi.waitFor(async () => {
    const { updatedAt, status } = await em().findOneOrFail(WebhookEvent, { id: event.id });
    expect(status).toBe('failed');
    expect(updatedAt > event.updatedAt).toBe(true);
  });

  await tell(clerkUser('user.created', 'user_erased'));
  await tell(deleted('user_erased'));
  const { id: applied } = await em().findOneOrFail(WebhookEvent, { subject: 'user_erased', type: 'user.created' });
  expect((await events('show', String(applied))).output).toMatch(/ applied\nThe payload was erased\n$/);
  expect(await events('retry', String(applied))).toEqual({
    exitCode: 1,
    output: 'Only a failed event can be retried; this one is applied\n',
  });
  expect(await events('show', '987654')).toEqual({ exitCode: 1, output: 'Event not found\n' });
  expect(await events('forget', '1')).toMatchObject({ exitCode: 2, output: expect.stringContaining('Usage: ') });
});

test('no secret that was sent or configured is ever told: in no answer, log line, event or metric', async () => {
  const secretive = {
    id: 'evt_canary',
    object: 'event',
    type: 'payment_intent.created',
    data: { object: { client_secret: 'canary-client-secret', customer_details: { name: 'canary-name' } } },
  };
  const sent = sendAsStripe(secretive);
  expect(await post(app.url, '/webhooks/stripe', sent)).toMatchObject(RECEIVED);
  for (const [path, canary] of [
    ['/webhooks/stripe', { 'stripe-signature': `t=1,v1=${'canary'.repeat(9)}` }],
    ['/webhooks/stripe', { authorization: 'Bearer canary-token', cookie: 'canary-cookie' }],
    [
      '/webhooks/clerk',
      { 'svix-id': 'canary-id', 'svix-timestamp': 'canary-time', 'svix-signature': 'canary-signature' },
    ],
    ['/webhooks/paypal', { ...paypal({}).headers, 'paypal-cert-url': 'https://canary-host.test/?canary-query' }],
    ['/webhooks/paypal', { ...paypal({}).headers, 'paypal-auth-algo': 'canary-algorithm' }],
  ] as const) {
    const body = '{"canary-body":"canary-value", "password": canary}';
    expect((await post(app.url, path, { headers: canary, body })).status).toBe(400);
  }
  // Authentic, and then no JSON: what a parser says of it must not be repeated either.
  expect((await post(app.url, '/webhooks/clerk', sendAsClerk('msg_canary', 'canary-no-json'))).status).toBe(400);
  await allApplied();

  // The keys of both providers are used, and neither answers.
  const buyer = await app.signIn('watcher@example.com');
  const plan = { plan_id: 'starter' };
  const order = { query: 'mutation { createPaypalOrder(planId: "starter") { orderId } }' };
  const answers = await Promise.all([
    buyer.post('/billing/stripe/checkout', plan),
    buyer.post('/billing/paypal/orders', plan),
    buyer.post('/graphql', order),
    buyer.get('/billing/plans'),
    buyer.get('/metrics'),
  ]);
  expect(answers.map(({ status }) => status).slice(0, 4)).toEqual([503, 503, 200, 200]);

  const shown = [await events('list', '--limit', '1000')];
  for (const { id } of await em().find(WebhookEvent, {}, { orderBy: { id: 'desc' }, limit: 3 })) {
    shown.push(await events('show', String(id)));
  }
  const answered = JSON.stringify(answers.map(({ body, headers }) => [body, [...headers]]));
  const told = app.logged() + shown.map(({ output }) => output).join('') + answered;
  expect(told).toContain('evt_canary');
  expect(told).toContain('"client_secret": "[removed]"');
  expect(told.replaceAll('evt_canary', '').replaceAll('msg_canary', '')).not.toContain('canary');
  for (const secret of [CLERK_SECRET, STRIPE_SECRET, ADMIN_KEY, sent.headers['stripe-signature'] ?? '']) {
    expect(told).not.toContain(secret.replace('whsec_', ''));
  }
});
