import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { AdminAction } from '../../src/domain/audit/admin-action.entity.ts';
import { LedgerTransfer } from '../../src/domain/credit/ledger-transfer.entity.ts';
import { openHouse } from '../support/open-house.ts';
import type { TestApp } from '../support/test-app.ts';

const OLD = 'the-old-admin-key';
const NEW = 'the-new-admin-key';

let app: TestApp;
beforeAll(async () => {
  app = await openHouse({ ADMIN_API_KEY: `${OLD}, ${NEW}` });
});
afterAll(() => app.stop());

const written = () => app.database.orm.em.fork().find(AdminAction, {}, { orderBy: { id: 'asc' } });

test('what operators did, tried and repeated is on record, and which key it was, but no key', async () => {
  const client = await app.signIn('ada@example.com');
  const { id } = (await client.get('/me')).body as { id: number };
  const adjust = (body: object, key: string, headers = {}) =>
    client.post(
      '/admin/credits/adjust',
      { user_id: id, reason: 'goodwill', ...body },
      { 'X-Admin-Key': key, ...headers },
    );

  const named = { 'Idempotency-Key': 'ticket-7', 'X-Request-Id': 'request-7' };
  for (let time = 0; time < 2; time += 1) expect((await adjust({ credits: 5 }, OLD, named)).status).toBe(200);
  expect((await adjust({ credits: -100 }, NEW)).status).toBe(409);
  expect((await adjust({ credits: 1, user_id: 987_654 }, NEW)).status).toBe(404);
  expect((await adjust({ credits: 1 }, `${OLD} ${NEW}`)).status).toBe(403);

  const actions = await written();
  expect(actions).toMatchObject([
    { userId: id, credits: 5, reason: 'goodwill', idempotencyKey: 'ticket-7', requestId: 'request-7', outcome: 'done' },
    { userId: id, credits: 5, outcome: 'done' },
    { userId: id, credits: -100, outcome: 'CONFLICT', transferId: null },
    { userId: 987_654, credits: 1, outcome: 'NOT_FOUND', transferId: null },
  ]);
  const [first, second, third, fourth] = actions;
  expect(first?.transferId).toBe(second?.transferId);
  expect(first?.keyFingerprint).toBe(second?.keyFingerprint);
  expect(third?.keyFingerprint).toBe(fourth?.keyFingerprint);
  expect(first?.keyFingerprint).not.toBe(third?.keyFingerprint);

  const adminLines = () =>
    app
      .logged()
      .split('\n')
      .filter((line) => line.includes('"adminAction"'));
  // What another process says arrives a moment later.
  const lines = await vi.waitUntil(() => (adminLines().length >= 4 ? adminLines() : null), { timeout: 30_000 });
  const told = lines.map((line) => JSON.parse(line));
  // Of which of two servers each was told makes no difference.
  expect(new Set(told.map(({ adminAction }) => adminAction.outcome))).toEqual(
    new Set(['done', 'CONFLICT', 'NOT_FOUND']),
  );
  expect(told).toHaveLength(4);
  expect(told.find(({ adminAction }) => adminAction.outcome === 'done')).toMatchObject({
    requestId: 'request-7',
    msg: 'admin action',
  });
  for (const text of [app.logged(), JSON.stringify(actions)]) {
    expect(text).not.toContain(OLD);
    expect(text).not.toContain(NEW);
  }
});

test('credits that the record cannot tell of are not given', async () => {
  const client = await app.signIn('ben@example.com');
  const { id } = (await client.get('/me')).body as { id: number };
  const em = app.database.orm.em.fork();
  await em.execute('alter table "admin_actions" rename to "hidden"');
  const answer = await client.post(
    '/admin/credits/adjust',
    { user_id: id, credits: 5, reason: 'unseen' },
    { 'X-Admin-Key': NEW },
  );
  await em.execute('alter table "hidden" rename to "admin_actions"');
  expect(answer.status).toBe(500);
  expect(await em.count(LedgerTransfer, { userId: id, type: 'adjustment' })).toBe(0);
});

test('the record is only ever inserted into, whoever asks the database for anything else', async () => {
  const before = await written();
  expect(before.length).toBeGreaterThan(0);
  const em = app.database.orm.em.fork();
  for (const change of ['update "admin_actions" set "credits" = 1', 'delete from "admin_actions"']) {
    await expect(em.execute(change)).rejects.toThrow('only ever inserted');
  }
  expect(await written()).toEqual(before);
});
