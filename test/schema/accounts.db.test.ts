import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Services } from '../../src/domain/services.ts';
import { registerUser } from '../../src/domain/user/register-user.ts';
import { AppError } from '../../src/errors.ts';
import { createGraphqlCaller, executions } from '../support/graphql-caller.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { anotherRequest, createTestServices } from '../support/test-services.ts';

let database: TestDatabase;
let services: Services;
beforeAll(async () => {
  database = await createTestDatabase();
  services = createTestServices(database);
});
afterAll(() => database.close());

let users = 0;
const register = async () => {
  users += 1;
  const registration = {
    clerkUserId: `user_${users}`,
    email: `ada${users}@example.com`,
    firstName: 'Ada',
    lastName: null,
  };
  return registerUser(anotherRequest(database, services), registration);
};

const ADJUST = `mutation ($input: AdjustCreditsInput!) {
  adjustCredits(input: $input) { userId adjustment credits transactionId }
}`;
const REQUEST_UPLOAD = 'mutation { requestUpload(input: { filename: "january.pdf" }) { uploadUrl } }';

describe.each(executions)('accounts, %s', (execution) => {
  let graphql: ReturnType<typeof createGraphqlCaller>;
  beforeAll(() => {
    graphql = createGraphqlCaller(database, services, execution);
  });

  test('the signed-in user is shown with the credits that can be spent', async () => {
    const { id, clerkUserId, email } = await register();
    const source = '{ me { id clerkUserId email firstName lastName credits createdAt updatedAt } }';
    expect(await graphql.call({ principal: { userId: id } }, source)).toEqual({
      errors: [],
      data: {
        me: {
          id: String(id),
          clerkUserId,
          email,
          firstName: 'Ada',
          lastName: null,
          credits: 10,
          createdAt: '2026-03-01T12:00:00.000Z',
          updatedAt: '2026-03-01T12:00:00.000Z',
        },
      },
    });
  });

  test('the operator adjusts credits; the same key again answers as the first time', async () => {
    const userId = String((await register()).id);
    const input = { userId, credits: 5, reason: 'Sorry', idempotencyKey: `key-${userId}` };
    const first = await graphql.call<{ adjustCredits: { transactionId: string } }>({ isAdmin: true }, ADJUST, {
      input,
    });
    const { transactionId } = first.data.adjustCredits;
    expect(first).toEqual({
      errors: [],
      data: { adjustCredits: { userId, adjustment: 5, credits: 15, transactionId } },
    });
    expect(await graphql.call({ isAdmin: true }, ADJUST, { input })).toEqual(first);
    const other = await graphql.call({ isAdmin: true }, ADJUST, { input: { ...input, credits: 6 } });
    expect(other.errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
    expect((await graphql.call({ principal: { userId: Number(userId) } }, '{ me { credits } }')).data).toEqual({
      me: { credits: 15 },
    });
  });

  test('nobody else adjusts credits, signed in or not', async () => {
    const { id } = await register();
    const input = { userId: String(id), credits: 1000, reason: 'Mine' };
    for (const caller of [{}, { principal: { userId: id } }]) {
      const { data, errors } = await graphql.call(caller, ADJUST, { input });
      expect(data).toBeNull();
      expect(errors).toMatchObject([
        { message: 'Invalid or missing admin key', path: ['adjustCredits'], extensions: { code: 'FORBIDDEN' } },
      ]);
    }
    expect((await graphql.call({ principal: { userId: id } }, '{ balance { credits } }')).data).toEqual({
      balance: { credits: 10 },
    });
  });

  test('the admin key does not sign anybody in', async () => {
    const { data, errors } = await graphql.call({ isAdmin: true }, '{ me { id } }');
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ message: 'Not authenticated', extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test.each([
    [{ credits: 0 }, 'BAD_USER_INPUT', 'credits: must not be 0'],
    [{ credits: 2 ** 31 }, 'BAD_USER_INPUT', 'credits"'],
    [{ reason: '' }, 'BAD_USER_INPUT', 'reason: must have 1 to 500 characters'],
    [{ reason: 'x'.repeat(501) }, 'BAD_USER_INPUT', 'reason: must have 1 to 500 characters'],
    [{ reason: 'a\u0000b' }, 'BAD_USER_INPUT', 'reason: must have 1 to 500 characters'],
    [{ idempotencyKey: '' }, 'BAD_USER_INPUT', 'idempotencyKey: must have 1 to 200 characters'],
    [{ idempotencyKey: 'x'.repeat(201) }, 'BAD_USER_INPUT', 'idempotencyKey: must have 1 to 200 characters'],
    [{ userId: '2147483647' }, 'NOT_FOUND', 'User not found'],
    [{ userId: 'ada' }, 'NOT_FOUND', 'User not found'],
    [{ credits: -11 }, 'CONFLICT', '10 credits can be taken away'],
    [{ credits: 2 ** 31 - 1 }, 'CONFLICT', 'No user can be given more than 2147483647 credits in all'],
  ])('an adjustment with %j is refused', async (wrong, code, message) => {
    const input = { userId: String((await register()).id), credits: 1, reason: 'Test', ...wrong };
    const { errors } = await graphql.call({ isAdmin: true }, ADJUST, { input });
    expect(errors).toMatchObject([{ extensions: { code } }]);
    expect(errors[0]?.message).toContain(message);
  });

  test('what breaks inside is logged, and nothing of it leaks', async () => {
    const secret = 'connect ECONNREFUSED /var/secrets/storage.sock';
    const broken = { ...services.storage, presignPut: () => Promise.reject(new Error(secret)) };
    const failing = createGraphqlCaller(database, { ...services, storage: broken }, execution);
    const answer = await failing.call({ principal: { userId: (await register()).id } }, REQUEST_UPLOAD);
    expect(answer).toEqual({
      data: null,
      errors: [
        {
          message: 'Internal Server Error',
          path: ['requestUpload'],
          extensions: { code: 'INTERNAL' },
        },
      ],
    });
    expect(failing.log).toEqual([new Error(secret)]);
  });

  test('a failure that is meant for the caller arrives with its reason, without its cause', async () => {
    const unavailable = new AppError('UNAVAILABLE', 'The storage is being moved; try again later', {
      cause: new Error('secret'),
    });
    const broken = { ...services.storage, presignPut: () => Promise.reject(unavailable) };
    const failing = createGraphqlCaller(database, { ...services, storage: broken }, execution);
    const answer = await failing.call({ principal: { userId: (await register()).id } }, REQUEST_UPLOAD);
    expect(answer.errors).toMatchObject([{ message: unavailable.message, extensions: { code: 'INTERNAL' } }]);
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(failing.log).toEqual([unavailable]);
  });
});
