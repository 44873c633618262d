import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSample } from '../support/a-statement.ts';
import type { Client } from '../support/client.ts';
import { openHouse } from '../support/open-house.ts';
import { ADMIN_KEY, type TestApp } from '../support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openHouse();
});
afterAll(() => app.stop());

const { pdf } = aSample('releve-de-compte');
const admin = { 'X-Admin-Key': ADMIN_KEY };

const idOf = async (client: Client): Promise<number> => ((await client.get('/me')).body as { id: number }).id;

/** Leaves the user with so many credits. */
async function withCredits(client: Client, credits: number): Promise<void> {
  const adjustment = { user_id: await idOf(client), credits: credits - 10, reason: 'for the story' };
  expect(await client.post('/admin/credits/adjust', adjustment, admin)).toMatchObject({
    status: 200,
    body: { credits },
  });
}

function statuses(answers: { status: number }[]): Record<number, number> {
  const counted: Record<number, number> = {};
  for (const { status } of answers) counted[status] = (counted[status] ?? 0) + 1;
  return counted;
}

test('a hundred calls to process one file on the last credit: one wins', async () => {
  const client = await app.signIn('one-file@example.com');
  await withCredits(client, 1);
  const { id } = await client.upload(pdf);
  const answers = await Promise.all(Array.from({ length: 100 }, () => client.post(`/files/${id}/process`)));
  const { 200: won, 402: poor = 0, 409: late = 0 } = statuses(answers);
  expect([won, poor + late]).toEqual([1, 99]);
  const file = await client.finished(id);
  expect(file.processed_data.error).toBeUndefined();
  expect(file).toMatchObject({ status: 'completed', credits_consumed: 1 });
  expect((await client.get('/billing/balance')).body).toEqual({ credits: 0, reserved: 0 });
  expect((await client.get('/usage/')).body).toHaveLength(1);
});

test('twenty files at once on three credits: three are processed, the others are not started', async () => {
  const client = await app.signIn('many-files@example.com');
  await withCredits(client, 3);
  const files = await Promise.all(Array.from({ length: 20 }, () => client.upload(pdf)));
  const answers = await Promise.all(files.map(({ id }) => client.post(`/files/${id}/process`)));
  expect(statuses(answers)).toEqual({ 200: 3, 402: 17 });
  expect(answers.find(({ status }) => status === 402)?.body).toEqual({ detail: 'Insufficient credits' });
  const started = files.filter((_, index) => answers[index]?.status === 200);
  for (const { id } of started) expect(await client.finished(id)).toMatchObject({ status: 'completed' });
  expect((await client.get('/billing/balance')).body).toEqual({ credits: 0, reserved: 0 });
  expect((await client.get('/files/?status=pending')).body).toHaveLength(17);
});

test('the operator gives credits once per key, never below zero, never without the admin key', async () => {
  const client = await app.signIn('adjusted@example.com');
  const user_id = await idOf(client);
  const adjust = (body: object, headers: object = admin) => client.post('/admin/credits/adjust', body, headers);

  const gift = { user_id, credits: 5, reason: 'goodwill' };
  const first = await adjust(gift, { ...admin, 'Idempotency-Key': 'ticket-7' });
  expect(first).toMatchObject({ status: 200, body: { user_id, adjustment: 5, credits: 15 } });
  const again = await adjust(gift, { ...admin, 'Idempotency-Key': 'ticket-7' });
  expect(again.body).toEqual(first.body);
  expect((await adjust({ ...gift, credits: 6 }, { ...admin, 'Idempotency-Key': 'ticket-7' })).status).toBe(409);

  expect((await adjust({ ...gift, credits: -16 })).status).toBe(409);
  expect(await adjust({ ...gift, user_id: 987_654 })).toMatchObject({
    status: 404,
    body: { detail: 'User not found' },
  });
  expect((await adjust({ ...gift, credits: 0 })).status).toBe(422);
  expect((await adjust({ ...gift, reason: '' })).status).toBe(422);
  for (const headers of [{}, { 'X-Admin-Key': '' }, { 'X-Admin-Key': 'wrong' }]) {
    // Checked before the body is read: even nonsense is told nothing.
    expect(await adjust({ nonsense: true }, headers)).toMatchObject({
      status: 403,
      body: { detail: 'Invalid or missing admin key' },
    });
  }
  expect((await client.get('/billing/balance')).body).toEqual({ credits: 15, reserved: 0 });
});
