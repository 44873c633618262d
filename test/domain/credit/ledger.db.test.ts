import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adjustCredits } from '../../../src/domain/credit/adjust-credits.ts';
import { getBalance } from '../../../src/domain/credit/get-balance.ts';
import { LedgerAccount } from '../../../src/domain/credit/ledger-account.entity.ts';
import { LedgerEntry } from '../../../src/domain/credit/ledger-entry.entity.ts';
import { LedgerTransfer } from '../../../src/domain/credit/ledger-transfer.entity.ts';
import { listTransactions } from '../../../src/domain/credit/list-transactions.ts';
import { reserveCredits } from '../../../src/domain/credit/reserve-credits.ts';
import { postCredits, voidCredits } from '../../../src/domain/credit/settle-credits.ts';
import { transferCredits } from '../../../src/domain/credit/transfer-credits.ts';
import type { Services } from '../../../src/domain/services.ts';
import { registerUser } from '../../../src/domain/user/register-user.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';
import { anotherRequest, createTestServices } from '../../support/test-services.ts';

let database: TestDatabase;
let services: Services;
beforeAll(async () => {
  database = await createTestDatabase();
  services = createTestServices(database);
});
afterAll(() => database.close());

let users = 0;
const newUser = async (): Promise<number> => {
  users += 1;
  const registration = { clerkUserId: `user_${users}`, email: null, firstName: null, lastName: null };
  return (await registerUser(anotherRequest(database, services), registration)).id;
};
const balanceOf = async (userId: number) => getBalance(database.orm.em.fork(), userId);
const asOneRequest = () => anotherRequest(database, services);

test('a new user starts with the signup credits, once', async () => {
  const userId = await newUser();
  expect(await balanceOf(userId)).toEqual({ credits: 10, reserved: 0 });
  const [first, ...rest] = await listTransactions(database.orm.em.fork(), { userId }, { limit: 20 });
  expect(first).toMatchObject({ type: 'signup', credits: 10, balanceAfter: 10, description: 'Welcome credits' });
  expect(rest).toEqual([]);
});

test('twenty registrations of one user at once make one user with one grant', async () => {
  const registration = { clerkUserId: 'user_race', email: 'a@example.com', firstName: null, lastName: null };
  const made = await Promise.all(Array.from({ length: 20 }, () => registerUser(asOneRequest(), registration)));
  expect(new Set(made.map((user) => user.id)).size).toBe(1);
  expect(await balanceOf(made[0]?.id ?? 0)).toEqual({ credits: 10, reserved: 0 });
});

test('what is reserved cannot be spent twice, is spent on success and comes back on failure', async () => {
  const userId = await newUser();
  await reserveCredits(asOneRequest(), { userId, fileId: 1, run: 1 }, 7);
  expect(await balanceOf(userId)).toEqual({ credits: 3, reserved: 7 });
  await expect(reserveCredits(asOneRequest(), { userId, fileId: 2, run: 1 }, 4)).rejects.toMatchObject({
    code: 'INSUFFICIENT_CREDITS',
  });
  await reserveCredits(asOneRequest(), { userId, fileId: 3, run: 1 }, 3);

  expect(await postCredits(asOneRequest(), { userId, fileId: 1, run: 1 })).toBe(7);
  expect(await voidCredits(asOneRequest(), { userId, fileId: 3, run: 1 })).toBe(3);
  expect(await balanceOf(userId)).toEqual({ credits: 3, reserved: 0 });
  const visible = await listTransactions(database.orm.em.fork(), { userId }, { limit: 20 });
  expect(visible.map(({ type, credits, balanceAfter }) => [type, credits, balanceAfter])).toEqual([
    ['usage', -7, 3],
    ['signup', 10, 10],
  ]);
});

test('a run is settled once, one way', async () => {
  const userId = await newUser();
  await reserveCredits(asOneRequest(), { userId, fileId: 10, run: 1 }, 2);
  await Promise.all(Array.from({ length: 10 }, () => postCredits(asOneRequest(), { userId, fileId: 10, run: 1 })));
  expect(await balanceOf(userId)).toEqual({ credits: 8, reserved: 0 });
  await expect(voidCredits(asOneRequest(), { userId, fileId: 10, run: 1 })).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await balanceOf(userId)).toEqual({ credits: 8, reserved: 0 });
});

test('a hundred reservations of the last credit at once: one wins', async () => {
  const userId = await newUser();
  await adjustCredits(asOneRequest(), { userId, credits: -9, reason: 'leave one', idempotencyKey: null });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 100 }, (_, fileId) => reserveCredits(asOneRequest(), { userId, fileId, run: 99 }, 1)),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(new Set(refused.map((outcome) => outcome.reason.code))).toEqual(new Set(['INSUFFICIENT_CREDITS']));
  expect(await balanceOf(userId)).toEqual({ credits: 0, reserved: 1 });
});

test('an adjustment with the same key is made once, and refused for anything else', async () => {
  const [ada, ben] = [await newUser(), await newUser()];
  const adjustment = { userId: ada, credits: 5, reason: 'goodwill', idempotencyKey: 'ticket-1' };
  const made = await Promise.all(Array.from({ length: 10 }, () => adjustCredits(asOneRequest(), adjustment)));
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  expect(await balanceOf(ada)).toEqual({ credits: 15, reserved: 0 });
  for (const other of [{ userId: ben }, { credits: 6 }]) {
    await expect(adjustCredits(asOneRequest(), { ...adjustment, ...other })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  }
  const both = { credits: 1, reason: 'for two', idempotencyKey: 'ticket-2' };
  const race = await Promise.allSettled([ada, ben].map((userId) => adjustCredits(asOneRequest(), { ...both, userId })));
  expect(race.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('an adjustment never takes a balance below zero and never invents a user', async () => {
  const userId = await newUser();
  const adjust = (id: number, credits: number) =>
    adjustCredits(asOneRequest(), { userId: id, credits, reason: 'test', idempotencyKey: null });
  await expect(adjust(userId, -11)).rejects.toMatchObject({ code: 'CONFLICT' });
  await expect(adjust(999_999, 1)).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'User not found' });
  expect(await balanceOf(userId)).toEqual({ credits: 10, reserved: 0 });
});

/** A model of what may happen to a user's credits, in any order, with every cause possibly repeated. */
const cause = fc.integer({ min: 1, max: 6 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('reserve' as const), cause, credits: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ kind: fc.constant('post' as const), cause }),
  fc.record({ kind: fc.constant('void' as const), cause }),
  fc.record({ kind: fc.constant('adjust' as const), cause, credits: fc.integer({ min: -8, max: 8 }).filter(Boolean) }),
  fc.record({ kind: fc.constant('refund' as const), cause, credits: fc.integer({ min: 1, max: 8 }) }),
);

test('whatever happens, the balance is the sum of the entries and spending never takes it below zero', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const userId = await newUser();
      const fileRun = (n: number) => ({ userId, fileId: userId * 100 + n, run: 1 });
      let refunded = 0;
      for (const move of steps) {
        const request = asOneRequest();
        const key = `${userId}:${move.kind}:${move.cause}`;
        try {
          if (move.kind === 'reserve') await reserveCredits(request, fileRun(move.cause), move.credits);
          else if (move.kind === 'post') await postCredits(request, fileRun(move.cause));
          else if (move.kind === 'void') await voidCredits(request, fileRun(move.cause));
          else if (move.kind === 'adjust') {
            await adjustCredits(request, { userId, credits: move.credits, reason: 'any', idempotencyKey: key });
          } else {
            const credits = -move.credits;
            await transferCredits(request, {
              userId,
              type: 'refund',
              credits,
              idempotencyKey: key,
              description: 'any',
            });
            refunded += move.credits;
          }
        } catch (error) {
          expect(['INSUFFICIENT_CREDITS', 'CONFLICT']).toContain((error as { code?: string }).code);
        }
      }
      await expectConsistent(userId, refunded);
    }),
    { numRuns: 25 },
  );
});

async function expectConsistent(userId: number, refunded: number): Promise<void> {
  const em = database.orm.em.fork();
  const accounts = await em.find(LedgerAccount, { userId });
  for (const account of accounts) {
    const entries = await em.find(LedgerEntry, { accountId: account.id });
    expect(account.balance).toBe(entries.reduce((sum, { credits }) => sum + credits, 0));
  }
  expect(accounts.reduce((sum, { balance }) => sum + balance, 0)).toBe(0);
  const balance = await balanceOf(userId);
  const visible = await listTransactions(em, { userId }, { limit: 100 });
  expect(balance.credits + balance.reserved).toBe(visible.reduce((sum, { credits }) => sum + credits, 0));
  expect(balance.reserved).toBeGreaterThanOrEqual(0);
  if (refunded === 0) expect(balance.credits).toBeGreaterThanOrEqual(0);
  for (const transfer of await em.find(LedgerTransfer, { userId })) {
    const sides = await em.find(LedgerEntry, { transferId: transfer.id });
    expect(sides).toHaveLength(2);
    expect(sides.reduce((sum, { credits }) => sum + credits, 0)).toBe(0);
  }
}
