import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { LedgerAccount } from '../../src/domain/credit/ledger-account.entity.ts';
import { LedgerTransfer } from '../../src/domain/credit/ledger-transfer.entity.ts';
import { User } from '../../src/domain/user/user.entity.ts';
import { WebhookEvent } from '../../src/domain/webhook/webhook-event.entity.ts';
import { endLeases, findJobs } from '../support/jobs-at-rest.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import type { ChildMessage, ChildOptions, StopsAt } from '../support/webhooks/applying-child.ts';
import { post } from '../support/webhooks/post.ts';
import { CLERK_SECRET, sendAsClerk } from '../support/webhooks/senders.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'excellent-banking-webhook-crash-'));
let database: TestDatabase;
const running: ServerProcess[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  await database.orm.em.fork().nativeDelete(WebhookEvent, {});
});
afterEach(async () => {
  for (const { process, exited } of running.splice(0)) {
    process.kill('SIGKILL');
    await exited;
  }
});
afterAll(async () => {
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const em = () => database.orm.em.fork();

async function startServer(role: 'api' | 'all'): Promise<ServerProcess> {
  const { location } = database;
  const server = await startServerProcess({
    NODE_ENV: 'test',
    PORT: '0',
    ROLE: role,
    DATA_DIR: dataDir,
    DATABASE_URL: location.engine === 'postgresql' ? location.url : `file:${location.path}`,
    CLERK_WEBHOOK_SECRET: CLERK_SECRET,
  });
  running.push(server);
  return server;
}

const kill = async ({ process, exited }: ServerProcess): Promise<void> => {
  process.kill('SIGKILL');
  await exited;
};

/** Five users are created, and the server that took the events is killed before any is applied. */
async function deliverAndKill(story: string): Promise<void> {
  const server = await startServer('api');
  const answers = await Promise.all(
    [1, 2, 3, 4, 5].map((n) => {
      const data = { id: `user_${story}_${n}`, first_name: 'Ada', updated_at: 1_772_366_400_000 };
      const sent = sendAsClerk(`msg_${story}_${n}`, { type: 'user.created', object: 'event', data });
      return post(server.url, '/webhooks/clerk', sent);
    }),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  await kill(server);
  expect(await em().count(WebhookEvent, { status: 'received' })).toBe(5);
}

/** Another process begins to apply the events, comes as far as this, and is killed. */
async function applyAndKill(stopsAt: StopsAt): Promise<void> {
  const options: ChildOptions = { location: database.location, stopsAt };
  const child = fork('test/support/webhooks/applying-child.ts', [JSON.stringify(options)], { execArgv: [] });
  const exited = once(child, 'exit');
  const [message] = (await once(child, 'message')) as [ChildMessage];
  expect(message).toEqual({ stoppedAt: stopsAt });
  child.kill('SIGKILL');
  await exited;
  expect(await endLeases(database)).toBe(1);
}

async function everythingIsThereOnce(story: string): Promise<void> {
  await startServer('all');
  await vi.waitFor(async () => expect(await findJobs(database, 'apply-webhook')).toEqual([]), {
    timeout: 30_000,
    interval: 20,
  });
  expect(await em().count(WebhookEvent, { status: 'applied' })).toBe(5);
  const users = await em().find(User, { clerkUserId: { $like: `user_${story}_%` }, firstName: 'Ada' });
  expect(users).toHaveLength(5);
  const userId = users.map(({ id }) => id);
  expect(await em().count(LedgerTransfer, { userId, type: 'signup' })).toBe(5);
  const available = await em().find(LedgerAccount, { userId, name: 'available' });
  expect(available.map(({ balance }) => balance)).toEqual([10, 10, 10, 10, 10]);
}

test('killed between storing and applying: nothing is lost, nothing is done twice', async () => {
  await deliverAndKill('stored');
  expect(await em().count(User, { clerkUserId: { $like: 'user_stored_%' } })).toBe(0);
  await everythingIsThereOnce('stored');
});

test('killed when applying has begun: nothing is lost, nothing is done twice', async () => {
  await deliverAndKill('begun');
  await applyAndKill('effect');
  expect(await em().count(User, { clerkUserId: { $like: 'user_begun_%' } })).toBe(0);
  await everythingIsThereOnce('begun');
});

test('killed between applying and acknowledging: nothing is lost, nothing is done twice', async () => {
  await deliverAndKill('applied');
  await applyAndKill('acknowledgement');
  expect(await em().count(User, { clerkUserId: { $like: 'user_applied_%' } })).toBe(1);
  await everythingIsThereOnce('applied');
});
