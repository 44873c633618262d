import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LedgerAccount } from '../../../src/domain/credit/ledger-account.entity.ts';
import { LedgerTransfer } from '../../../src/domain/credit/ledger-transfer.entity.ts';
import { PermanentFailure } from '../../../src/domain/permanent-failure.ts';
import type { Services } from '../../../src/domain/services.ts';
import { applyClerkEvent, type ClerkEvent } from '../../../src/domain/user/apply-clerk-event.ts';
import { findUserId } from '../../../src/domain/user/find-user.ts';
import { User } from '../../../src/domain/user/user.entity.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';
import { anotherRequest, createTestServices } from '../../support/test-services.ts';

let database: TestDatabase;
let services: Services;
beforeAll(async () => {
  database = await createTestDatabase();
  services = createTestServices(database);
});
afterAll(() => database.close());

const apply = (event: ClerkEvent): Promise<void> => applyClerkEvent(anotherRequest(database, services), event);
const em = () => database.orm.em.fork();

const told = (clerkUserId: string, type: string, updatedAtMs: number | null): ClerkEvent => ({
  type,
  payload: {
    user: {
      clerkUserId,
      email: `${updatedAtMs}@example.com`,
      firstName: `Ada ${updatedAtMs}`,
      lastName: null,
      updatedAtMs,
    },
  },
});

let users = 0;

test('in whatever order events come, how often and at once: the newest counts, a deletion for ever, the gift once', async () => {
  const anEvent = fc.record({
    type: fc.constantFrom('user.created', 'user.updated', 'user.updated', 'user.deleted'),
    updatedAtMs: fc.integer({ min: 1, max: 6 }),
    atOnce: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(anEvent, { minLength: 1, maxLength: 8 }), async (story) => {
      users += 1;
      const id = `user_${users}`;
      let running: Promise<void>[] = [];
      for (const { type, updatedAtMs, atOnce } of story) {
        if (!atOnce) await Promise.all(running.splice(0));
        running.push(apply(told(id, type, type === 'user.deleted' ? null : updatedAtMs)));
      }
      await Promise.all(running);
      running = [];

      const user = await em().findOneOrFail(User, { clerkUserId: id });
      const gifts = await em().count(LedgerTransfer, { userId: user.id, type: 'signup' });
      if (story.some(({ type }) => type === 'user.deleted')) {
        expect(user).toMatchObject({ email: null, firstName: null, lastName: null, deletedAt: services.clock() });
        expect(await findUserId(em(), id)).toBeNull();
        expect(gifts).toBeLessThanOrEqual(1);
      } else {
        const newest = Math.max(...story.map(({ updatedAtMs }) => updatedAtMs));
        expect(user).toMatchObject({ email: `${newest}@example.com`, firstName: `Ada ${newest}`, deletedAt: null });
        expect(await findUserId(em(), id)).toBe(user.id);
        expect(gifts).toBe(1);
      }
      const balances = await em().find(LedgerAccount, { userId: user.id });
      expect(balances.reduce((sum, { balance }) => sum + balance, 0)).toBe(0);
    }),
    { numRuns: 25 },
  );
}, 240_000);

test('an event that does not say whom or when it means is wrong for good; an unknown type means nothing', async () => {
  const nobody: ClerkEvent = { type: 'user.updated', payload: { user: null } };
  await expect(apply(nobody)).rejects.toThrow(new PermanentFailure('The event names no user'));
  await expect(apply(told('user_timeless', 'user.created', null))).rejects.toThrow(PermanentFailure);
  await apply({ ...nobody, type: 'user.deleted' });
  await apply({ ...nobody, type: 'session.created' });
  expect(await em().count(User, { clerkUserId: 'user_timeless' })).toBe(0);
});
