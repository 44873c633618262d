import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Principal } from '../../src/auth/principal.ts';
import { completeFile } from '../../src/domain/file/complete-file.ts';
import type { Services } from '../../src/domain/services.ts';
import { registerUser } from '../../src/domain/user/register-user.ts';
import { makeDocument } from '../support/extracted-document.ts';
import { createMemoryStorage } from '../support/memory-storage.ts';
import { createRestCaller } from '../support/rest-caller.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { anotherRequest, createTestServices } from '../support/test-services.ts';

const storage = createMemoryStorage();
const admin = { isAdmin: true };
let database: TestDatabase;
let services: Services;
let rest: ReturnType<typeof createRestCaller>;
let ada: { principal: Principal };
let userId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  services = createTestServices(database, { storage });
  rest = createRestCaller(database, services);
});
afterAll(() => database.close());

let users = 0;
beforeEach(async () => {
  users += 1;
  const registration = {
    clerkUserId: `user_${users}`,
    email: `ada${users}@example.com`,
    firstName: 'Ada',
    lastName: null,
  };
  userId = (await registerUser(anotherRequest(database, services), registration)).id;
  ada = { principal: { userId } };
});

async function processOneFile(): Promise<number> {
  const { body } = await rest.call(ada, 'POST /files/upload-url', { filename: 'january.pdf' });
  const { file_id, storage_path } = body as { file_id: number; storage_path: string };
  await storage.write(storage_path, Buffer.from('%PDF'), { contentType: 'application/pdf' });
  await rest.call(ada, `POST /files/${file_id}/process`);
  return file_id;
}

test('a user sees themselves, with the credits to start with', async () => {
  expect(await rest.call(ada, 'GET /me')).toMatchObject({
    status: 200,
    body: {
      id: userId,
      clerk_user_id: `user_${users}`,
      email: `ada${users}@example.com`,
      first_name: 'Ada',
      last_name: null,
      credits: 10,
      created_at: '2026-03-01T12:00:00.000Z',
      updated_at: '2026-03-01T12:00:00.000Z',
    },
  });
});

test('a new user has used nothing', async () => {
  expect((await rest.call(ada, 'GET /usage/')).body).toEqual([]);
  expect((await rest.call(ada, 'GET /usage/summary')).body).toEqual({
    total_files: 0,
    total_characters: 0,
    total_pages: 0,
    total_file_size: 0,
  });
});

test('processing sets credits aside, spends them on success, and leaves a record that outlives the file', async () => {
  const fileId = await processOneFile();
  expect((await rest.call(ada, 'GET /billing/balance')).body).toEqual({ credits: 9, reserved: 1 });

  await completeFile(anotherRequest(database, services), { fileId, run: 1 }, makeDocument());
  expect((await rest.call(ada, 'GET /billing/balance')).body).toEqual({ credits: 9, reserved: 0 });
  const { body } = await rest.call(ada, 'GET /billing/transactions');
  const [usage, signup, ...others] = body as { id: number; description: string; reference: string | null }[];
  expect(others).toEqual([]);
  expect(usage).toMatchObject({ type: 'usage', credits: -1, balance_after: 9 });
  expect(signup).toMatchObject({ type: 'signup', credits: 10, balance_after: 10, reference: null });
  expect(usage?.id).toBeGreaterThan(signup?.id ?? 0);
  expect((await rest.call(ada, 'GET /billing/transactions?skip=1&limit=1')).body).toEqual([signup]);

  await rest.call(ada, `DELETE /files/${fileId}`);
  const records = (await rest.call(ada, 'GET /usage/?limit=100')).body as { id: number }[];
  expect(records).toEqual([
    {
      id: records[0]?.id,
      file_id: fileId,
      file_size: 4,
      total_characters: 2_400,
      total_pages: 1,
      credits_consumed: 1,
      created_at: '2026-03-01T12:00:00.000Z',
    },
  ]);
  expect((await rest.call(ada, 'GET /usage/summary')).body).toEqual({
    total_files: 1,
    total_characters: 2_400,
    total_pages: 1,
    total_file_size: 4,
  });
});

describe('the operator', () => {
  const adjust = (body: object, headers?: Record<string, string>) =>
    rest.call(admin, 'POST /admin/credits/adjust', { user_id: userId, reason: 'A gift', ...body }, headers);

  test('gives credits and takes them away', async () => {
    const given = await adjust({ credits: 5 });
    const { transaction_id } = given.body as { transaction_id: number };
    expect(given).toMatchObject({ status: 200, body: { user_id: userId, adjustment: 5, credits: 15, transaction_id } });
    expect((await adjust({ credits: -15 })).body).toMatchObject({ adjustment: -15, credits: 0 });
    expect((await rest.call(ada, 'GET /billing/transactions?limit=2')).body).toMatchObject([
      { type: 'adjustment', credits: -15, balance_after: 0, description: 'A gift' },
      { id: transaction_id, type: 'adjustment', credits: 5, balance_after: 15, description: 'A gift' },
    ]);
  });

  test('may repeat a call with its key: it changes nothing and answers as the first time', async () => {
    const key = { 'Idempotency-Key': `gift-${userId}` };
    const first = await adjust({ credits: 5 }, key);
    expect((await adjust({ credits: 5 }, key)).body).toEqual(first.body);
    expect((await rest.call(ada, 'GET /billing/balance')).body).toEqual({ credits: 15, reserved: 0 });
    expect(await adjust({ credits: 6 }, key)).toMatchObject({
      status: 409,
      body: { detail: 'This idempotency key was already used for something else; use a new one' },
    });
    expect(await adjust({ credits: 5 }, { 'Idempotency-Key': 'x'.repeat(201) })).toMatchObject({
      status: 422,
      body: { detail: [{ type: 'string_too_long', loc: ['header', 'idempotency-key'], ctx: { max_length: 200 } }] },
    });
  });

  test('cannot take more than there is, nor give to nobody', async () => {
    expect(await adjust({ credits: -11 })).toMatchObject({ status: 409 });
    for (const nobody of [0, 2_147_483_647, 2_147_483_648, 1e300]) {
      expect(await adjust({ user_id: nobody, credits: 1 })).toMatchObject({
        status: 404,
        body: { detail: 'User not found' },
      });
    }
    expect(rest.log).toEqual([]);
  });
});
