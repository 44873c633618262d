import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Principal } from '../../src/auth/principal.ts';
import { adjustCredits } from '../../src/domain/credit/adjust-credits.ts';
import { completeFile } from '../../src/domain/file/complete-file.ts';
import { requestUpload } from '../../src/domain/file/request-upload.ts';
import type { Services } from '../../src/domain/services.ts';
import { registerUser } from '../../src/domain/user/register-user.ts';
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
const signUp = async (): Promise<{ principal: Principal }> => {
  users += 1;
  const registration = { clerkUserId: `user_${users}`, email: null, firstName: null, lastName: null };
  const { id } = await registerUser(anotherRequest(database, services), registration);
  return { principal: { userId: id } };
};
const addFile = async ({ principal }: { principal: Principal }, filename: string): Promise<number> => {
  const request = { filename, fileSize: null, mimeType: 'application/pdf' };
  return (await requestUpload(anotherRequest(database, services), principal, request)).file.id;
};

type Page = {
  files: {
    edges: { cursor: string; node: { filename: string } }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};
const PAGE = `query ($first: Int, $after: String, $skip: Int, $status: FileStatus) {
  files(first: $first, after: $after, skip: $skip, status: $status) {
    edges { cursor node { filename } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

describe.each(executions)('lists, %s', (execution) => {
  let graphql: ReturnType<typeof createGraphqlCaller>;
  beforeAll(() => {
    graphql = createGraphqlCaller(database, services, execution);
  });
  // Whatever is refused here is refused on purpose; nothing breaks inside.
  afterEach(() => expect(graphql.log).toEqual([]));
  const page = async (user: { principal: Principal }, variables: Record<string, unknown>) => {
    const { data, errors } = await graphql.call<Page>(user, PAGE, variables);
    expect(errors).toEqual([]);
    return { ...data.files.pageInfo, names: data.files.edges.map(({ node }) => node.filename) };
  };

  test('pages by cursor neither repeat nor leave out a file, although others are uploaded in between', async () => {
    const ada = await signUp();
    for (const name of ['1', '2', '3', '4', '5']) await addFile(ada, name);
    const first = await page(ada, { first: 2 });
    expect(first).toMatchObject({ names: ['5', '4'], hasNextPage: true, hasPreviousPage: false });
    await addFile(ada, '6');
    await addFile(await signUp(), 'of somebody else');
    const second = await page(ada, { first: 2, after: first.endCursor });
    expect(second).toMatchObject({ names: ['3', '2'], hasNextPage: true, hasPreviousPage: true });
    const last = await page(ada, { first: 2, after: second.endCursor });
    expect(last).toMatchObject({ names: ['1'], hasNextPage: false });
    expect(last.startCursor).toBe(last.endCursor);
    expect(await page(ada, { first: 2, after: last.endCursor })).toEqual({
      names: [],
      hasNextPage: false,
      hasPreviousPage: true,
      startCursor: null,
      endCursor: null,
    });
  });

  test('a list can be skipped into, cut to a status, and is twenty long where nothing is said', async () => {
    const ada = await signUp();
    const ids: number[] = [];
    for (let name = 1; name <= 21; name += 1) ids.push(await addFile(ada, String(name)));
    expect(await page(ada, {})).toMatchObject({ names: { length: 20 }, hasNextPage: true });
    expect(await page(ada, { first: null, skip: null, after: null, status: null })).toMatchObject({
      names: { length: 20 },
      hasNextPage: true,
      hasPreviousPage: false,
    });
    expect(await page(ada, { skip: 19 })).toMatchObject({ names: ['2', '1'], hasNextPage: false });
    expect(await page(ada, { status: 'COMPLETED' })).toMatchObject({ names: [] });
    expect(await page(ada, { first: 100, status: 'PENDING' })).toMatchObject({ names: { length: 21 } });
  });

  test('the total is counted only when it is asked for, for all pages together', async () => {
    const ada = await signUp();
    for (const name of ['1', '2', '3']) await addFile(ada, name);
    const unasked = graphql.contextFor(ada);
    const notCounted = vi.spyOn(unasked.services.em, 'count');
    await graphql.call(unasked, '{ files(first: 1) { nodes { id } pageInfo { hasNextPage } } }');
    expect(notCounted).not.toHaveBeenCalled();

    const asked = graphql.contextFor(ada);
    const counted = vi.spyOn(asked.services.em, 'count');
    const source = `{
      files(first: 1, skip: 1) { totalCount }
      completed: files(status: COMPLETED) { totalCount }
      creditTransactions { totalCount }
      usage { totalCount }
    }`;
    expect((await graphql.call(asked, source)).data).toEqual({
      files: { totalCount: 3 },
      completed: { totalCount: 0 },
      creditTransactions: { totalCount: 1 },
      usage: { totalCount: 0 },
    });
    // How much was used is known without counting.
    expect(counted).toHaveBeenCalledTimes(3);
  });

  test.each([
    ['first: 0', 'first: must be at least 1'],
    ['first: -1', 'first: must be at least 1'],
    ['first: 101', 'first: must be at most 100'],
    ['skip: -1', 'skip: must not be negative'],
    ['first: 0, skip: -1', 'first: must be at least 1; skip: must not be negative'],
    ['after: ""', 'after: is not a cursor of this list'],
    ['after: "5"', 'after: is not a cursor of this list'],
    [`after: "${Buffer.from('id:0').toString('base64url')}"`, 'after: is not a cursor of this list'],
    [`after: "${Buffer.from('id:1; drop').toString('base64url')}"`, 'after: is not a cursor of this list'],
    [`after: "${Buffer.from('id:9999999999').toString('base64url')}"`, 'after: is not a cursor of this list'],
    ['first: 1.5', 'Int cannot represent non-integer value: 1.5'],
    ['status: DONE', 'Value "DONE" does not exist in "FileStatus" enum.'],
  ])('every list refuses %s', async (args, message) => {
    const ada = await signUp();
    const lists = args.startsWith('status') ? ['files'] : ['files', 'creditTransactions', 'usage'];
    for (const list of lists) {
      const { errors } = await graphql.call(ada, `{ ${list}(${args}) { nodes { id } } }`);
      expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  test('the ledger shows what changed the balance, newest first', async () => {
    const ada = await signUp();
    const adjustment = { userId: ada.principal.userId, credits: -4, reason: 'Test', idempotencyKey: null };
    await adjustCredits(anotherRequest(database, services), adjustment);
    const source =
      '{ creditTransactions { nodes { type credits balanceAfter description reference createdAt } } balance { credits reserved } }';
    const createdAt = '2026-03-01T12:00:00.000Z';
    expect((await graphql.call(ada, source)).data).toEqual({
      creditTransactions: {
        nodes: [
          { type: 'ADJUSTMENT', credits: -4, balanceAfter: 6, description: 'Test', reference: null, createdAt },
          {
            type: 'SIGNUP',
            credits: 10,
            balanceAfter: 10,
            description: 'Welcome credits',
            reference: null,
            createdAt,
          },
        ],
      },
      balance: { credits: 6, reserved: 0 },
    });
  });

  test('a new user has used nothing', async () => {
    const summary = '{ usageSummary { totalFiles totalCharacters totalPages totalFileSize } usage { nodes { id } } }';
    expect((await graphql.call(await signUp(), summary)).data).toEqual({
      usageSummary: { totalFiles: 0, totalCharacters: 0, totalPages: 0, totalFileSize: 0 },
      usage: { nodes: [] },
    });
  });

  test('a summary goes beyond what an Int can hold', async () => {
    const ada = await signUp();
    for (const name of ['1', '2']) {
      const fileId = await addFile(ada, name);
      const request = anotherRequest(database, services);
      await request.em.execute("update files set status = 'processing', file_size = 2147483647 where id = ?", [fileId]);
      const document = {
        statements: [],
        sourceFormat: 'pdf-text' as const,
        warnings: [],
        pages: 1,
        characters: 2147483647,
      };
      await completeFile(request, { fileId, run: 0 }, document);
    }
    expect((await graphql.call(ada, '{ usageSummary { totalFiles totalCharacters totalFileSize } }')).data).toEqual({
      usageSummary: { totalFiles: 2, totalCharacters: 4294967294, totalFileSize: 4294967294 },
    });
  });
});
