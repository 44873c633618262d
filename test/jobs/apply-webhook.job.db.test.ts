import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Services } from '../../src/domain/services.ts';
import { User } from '../../src/domain/user/user.entity.ts';
import { findEvent } from '../../src/domain/webhook/find-event.ts';
import { retryEvent } from '../../src/domain/webhook/retry-event.ts';
import { type ReceivedEvent, storeEvent } from '../../src/domain/webhook/store-event.ts';
import { WebhookEvent } from '../../src/domain/webhook/webhook-event.entity.ts';
import { AppError } from '../../src/errors.ts';
import { applyWebhookJob } from '../../src/jobs/apply-webhook.job.ts';
import type { JobContext } from '../../src/jobs/queue.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { anotherRequest, createTestServices } from '../support/test-services.ts';

let database: TestDatabase;
let services: Services;
/** What Stripe does when it is asked. */
let stripeAnswers: () => Promise<null>;
beforeAll(async () => {
  database = await createTestDatabase();
  services = createTestServices(database, {
    stripe: {
      findSession: () => stripeAnswers(),
      findRefunds: () => stripeAnswers(),
    } as unknown as NonNullable<Services['stripe']>,
  });
});
afterAll(() => database.close());

const job = () => applyWebhookJob(() => anotherRequest(database, services));
const FIRST: JobContext = { signal: new AbortController().signal, attempt: 1 };
const event = (eventId: number) => findEvent(database.orm.em.fork(), eventId);

let events = 0;
async function stored(given: Partial<ReceivedEvent>): Promise<number> {
  events += 1;
  const eventId = `evt_${events}`;
  await storeEvent(anotherRequest(database, services), {
    provider: 'stripe',
    eventId,
    type: 'checkout.session.completed',
    subject: null,
    payload: { data: { object: { id: 'cs_1' } } },
    ...given,
  });
  return (await database.orm.em.fork().findOneOrFail(WebhookEvent, { eventId })).id;
}

test('what fails for now is tried again, and its reason is told without what a library says', async () => {
  const eventId = await stored({});
  stripeAnswers = () => Promise.reject(new TypeError('connect ECONNREFUSED with Bearer canary'));
  await expect(job().run({ eventId }, FIRST)).rejects.toThrow('ECONNREFUSED');
  expect(await event(eventId)).toMatchObject({
    status: 'received',
    failures: 1,
    reason: 'TypeError; the log tells more',
  });
  stripeAnswers = () => Promise.reject(new AppError('UNAVAILABLE', 'Stripe does not\nanswer'));
  await expect(job().run({ eventId }, FIRST)).rejects.toThrow(AppError);
  expect(await event(eventId)).toMatchObject({ status: 'received', failures: 2, reason: 'Stripe does not answer' });

  await job().giveUp({ eventId }, new Error('the last failure'));
  expect(await event(eventId)).toMatchObject({ status: 'failed', failures: 2, reason: 'Stripe does not answer' });
});

test('what is wrong for good fails at once, and is applied when the operator asks after it was put right', async () => {
  const eventId = await stored({});
  stripeAnswers = () => Promise.resolve(null);
  await job().run({ eventId }, FIRST);
  expect(await event(eventId)).toMatchObject({
    status: 'failed',
    failures: 0,
    reason: 'Stripe has no session cs_1 for this account',
  });

  await retryEvent(anotherRequest(database, services), eventId);
  expect(await event(eventId)).toMatchObject({ status: 'received' });
  await job().run({ eventId }, FIRST);
  expect(await event(eventId)).toMatchObject({ status: 'failed' });
});

test('whose process died at every attempt is given up with a reason too', async () => {
  const eventId = await stored({});
  await job().giveUp({ eventId }, new Error('The worker died'));
  expect(await event(eventId)).toMatchObject({
    status: 'failed',
    reason: 'The server stopped whenever the event was applied',
  });
});

test('an event that was applied, and one that was erased, are run again without effect', async () => {
  const user = { clerkUserId: 'user_1', email: 'ada@example.com', firstName: null, lastName: null, updatedAtMs: 1 };
  const created = { provider: 'clerk', type: 'user.created', subject: 'user_1', payload: { user } } as const;
  const first = await stored(created);
  const second = await stored(created);
  await job().run({ eventId: first }, FIRST);
  expect(await event(first)).toMatchObject({ status: 'applied', reason: null });
  await job().run({ eventId: first }, FIRST);
  await job().giveUp({ eventId: first }, new Error('too late'));
  expect(await event(first)).toMatchObject({ status: 'applied', reason: null });

  const deletion = await stored({ ...created, type: 'user.deleted' });
  await job().run({ eventId: deletion }, FIRST);
  await job().run({ eventId: second }, FIRST);
  expect(await event(second)).toMatchObject({ status: 'applied', payload: null });
  expect(await database.orm.em.fork().find(User, {})).toMatchObject([{ email: null, deletedAt: services.clock() }]);
});
