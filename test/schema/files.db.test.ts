import { EventEmitter, on } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Principal } from '../../src/auth/principal.ts';
import { completeFile } from '../../src/domain/file/complete-file.ts';
import { failFile } from '../../src/domain/file/fail-file.ts';
import { reportProgress } from '../../src/domain/file/report-progress.ts';
import type { Services } from '../../src/domain/services.ts';
import { registerUser } from '../../src/domain/user/register-user.ts';
import type { ExtractedDocument } from '../../src/extraction/statement.ts';
import { createGraphqlCaller, executions } from '../support/graphql-caller.ts';
import { createMemoryStorage } from '../support/memory-storage.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { anotherRequest, createTestServices } from '../support/test-services.ts';

const changes = new EventEmitter();
const storage = createMemoryStorage();
let database: TestDatabase;
let services: Services;
beforeAll(async () => {
  database = await createTestDatabase();
  services = createTestServices(database, {
    storage,
    progress: {
      publish: (fileId) => void changes.emit(String(fileId)),
      subscribe: (fileId) => on(changes, String(fileId)),
    },
  });
});
afterAll(() => database.close());

let users = 0;
const signUp = async (credits = 10): Promise<{ principal: Principal }> => {
  users += 1;
  const settings = { ...services.settings, signupCredits: credits };
  const registration = { clerkUserId: `user_${users}`, email: null, firstName: null, lastName: null };
  const user = await registerUser({ ...anotherRequest(database, services), settings }, registration);
  return { principal: { userId: user.id } };
};

const FILE = `id userId filename status fileSize mimeType storagePath totalPages totalCharacters creditsConsumed progress
  createdAt updatedAt processedAt`;
const REQUEST_UPLOAD = `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { uploadUrl file { ${FILE} } } }`;
const PROCESS = `mutation ($id: ID!, $force: Boolean) { processFile(id: $id, force: $force) { id status progress } }`;
const PROCESSED_DATA = `processedData {
  __typename
  ... on ProcessingError { code message }
  ... on ExtractedDocument {
    sourceFormat warnings
    statements {
      bank accountNumber accountHolder currency periodStart periodEnd openingBalance closingBalance totalCredits
      totalDebits reconciled checks { name ok expected found }
      transactions { date valueDate description reference amount balance currency page box { x y width height } confidence flags }
    }
  }
}`;

const statement = {
  bank: 'Example Bank',
  accountNumber: '…4321',
  accountHolder: null,
  currency: 'EUR',
  periodStart: '2026-01-01',
  periodEnd: '2026-01-31',
  openingBalance: '1200.00',
  closingBalance: '1187.80',
  totalCredits: '0.00',
  totalDebits: '-12.20',
  reconciled: true,
  checks: [{ name: 'closing_balance', ok: true, expected: '1187.80', found: '1187.80' }],
  transactions: [
    {
      date: '2026-01-03',
      valueDate: null,
      description: 'CARD PURCHASE',
      reference: null,
      amount: '-12.20',
      balance: '1187.80',
      currency: 'EUR',
      page: 1,
      box: { x: 0.1, y: 0.25, width: 0.8, height: 0.03 },
      confidence: 0.99,
      flags: [],
    },
  ],
};
const document: ExtractedDocument = {
  statements: [statement],
  sourceFormat: 'pdf-text',
  warnings: ['Page 2 is empty.'],
  pages: 1,
  characters: 321,
};

type UploadData = { requestUpload: { uploadUrl: string; file: { id: string; storagePath: string } } };

describe.each(executions)('files, %s', (execution) => {
  let graphql: ReturnType<typeof createGraphqlCaller>;
  beforeAll(() => {
    graphql = createGraphqlCaller(database, services, execution);
  });
  // Whatever is refused here is refused on purpose; nothing breaks inside.
  afterEach(() => expect(graphql.log).toEqual([]));

  /** What a client does up to the point where processing can begin. */
  const upload = async (user: { principal: Principal }): Promise<string> => {
    const { data } = await graphql.call<UploadData>(user, REQUEST_UPLOAD, { input: { filename: 'january.pdf' } });
    await storage.write(data.requestUpload.file.storagePath, new TextEncoder().encode('%PDF-1.7'), {
      contentType: 'application/pdf',
    });
    return data.requestUpload.file.id;
  };

  test('a statement is announced, uploaded, processed, read, downloaded and deleted', async () => {
    const ada = await signUp();
    const input = { filename: 'january.pdf', fileSize: 8 };
    const requested = await graphql.call<UploadData>(ada, REQUEST_UPLOAD, { input });
    const { id, storagePath } = requested.data.requestUpload.file;
    expect(requested).toEqual({
      errors: [],
      data: {
        requestUpload: {
          uploadUrl: `memory:${storagePath}`,
          file: {
            id,
            userId: String(ada.principal.userId),
            filename: 'january.pdf',
            status: 'PENDING',
            fileSize: 8,
            mimeType: 'application/pdf',
            storagePath: expect.stringMatching(
              new RegExp(String.raw`^uploads/user_id=${ada.principal.userId}/file_id=${id}/.+\.pdf$`),
            ),
            totalPages: null,
            totalCharacters: null,
            creditsConsumed: 0,
            progress: 0,
            createdAt: '2026-03-01T12:00:00.000Z',
            updatedAt: '2026-03-01T12:00:00.000Z',
            processedAt: null,
          },
        },
      },
    });

    const early = await graphql.call(ada, PROCESS, { id });
    expect(early.errors).toMatchObject([
      { message: 'Nothing was uploaded yet; PUT the file to its upload_url first', extensions: { code: 'CONFLICT' } },
    ]);

    await storage.write(storagePath, new TextEncoder().encode('%PDF-1.7'), { contentType: 'application/pdf' });
    const processing = await graphql.call(ada, PROCESS, { id });
    expect(processing).toEqual({ errors: [], data: { processFile: { id, status: 'PROCESSING', progress: 0 } } });
    expect((await graphql.call(ada, '{ balance { credits reserved } }')).data).toEqual({
      balance: { credits: 9, reserved: 1 },
    });
    expect((await graphql.call(ada, PROCESS, { id })).errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);

    await completeFile(anotherRequest(database, services), { fileId: Number(id), run: 1 }, document);
    const read = await graphql.call(ada, `query ($id: ID!) { file(id: $id) { status ${PROCESSED_DATA} } }`, { id });
    expect(read).toEqual({
      errors: [],
      data: {
        file: {
          status: 'COMPLETED',
          processedData: {
            __typename: 'ExtractedDocument',
            sourceFormat: 'pdf-text',
            warnings: ['Page 2 is empty.'],
            statements: [statement],
          },
        },
      },
    });
    expect((await graphql.call(ada, PROCESS, { id })).errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);

    const link = 'query ($id: ID!) { downloadLink(id: $id, format: ORIGINAL) { downloadUrl filename expiresAt } }';
    expect((await graphql.call(ada, link, { id })).data).toEqual({
      downloadLink: {
        downloadUrl: `memory:${storagePath}`,
        filename: 'january.pdf',
        expiresAt: '2026-03-01T13:00:00.000Z',
      },
    });

    const usage = `{ usage { nodes { fileId fileSize totalCharacters totalPages creditsConsumed createdAt } }
      usageSummary { totalFiles totalCharacters totalPages totalFileSize } }`;
    const used = { fileSize: 8, totalCharacters: 321, totalPages: 1, creditsConsumed: 1 };
    const expectedUsage = {
      usage: { nodes: [{ fileId: id, ...used, createdAt: '2026-03-01T12:00:00.000Z' }] },
      usageSummary: { totalFiles: 1, totalCharacters: 321, totalPages: 1, totalFileSize: 8 },
    };
    expect((await graphql.call(ada, usage)).data).toEqual(expectedUsage);

    const deletion = 'mutation ($id: ID!) { deleteFile(id: $id) { id } }';
    expect((await graphql.call(ada, deletion, { id })).data).toEqual({ deleteFile: { id } });
    expect((await graphql.call(ada, deletion, { id })).errors).toMatchObject([{ message: 'File not found' }]);
    expect((await graphql.call(ada, usage)).data).toEqual(expectedUsage);
  });

  test("somebody else's file answers exactly as a missing one, to every field", async () => {
    const ada = await signUp();
    const eve = await signUp();
    const id = await upload(ada);
    for (const source of [
      'query ($id: ID!) { file(id: $id) { id } }',
      'query ($id: ID!) { downloadLink(id: $id) { filename } }',
      'mutation ($id: ID!) { processFile(id: $id) { id } }',
      'mutation ($id: ID!) { deleteFile(id: $id) { id } }',
    ]) {
      const theirs = await graphql.call(eve, source, { id });
      expect(theirs.errors).toMatchObject([{ message: 'File not found', extensions: { code: 'NOT_FOUND' } }]);
      for (const missing of [
        '2147483647',
        '2147483648',
        '0',
        '-1',
        '1.5',
        '01',
        ' 1',
        '',
        'x',
        '1e3',
        '9'.repeat(99),
      ]) {
        expect(await graphql.call(eve, source, { id: missing })).toEqual(theirs);
      }
    }
    const watch = await graphql.watch(eve, 'subscription ($id: ID!) { fileProgress(id: $id) { id } }', { id });
    expect((await watch.next()).value?.errors).toMatchObject([
      { message: 'File not found', extensions: { code: 'NOT_FOUND' } },
    ]);
    expect((await graphql.call(ada, 'query ($id: ID!) { file(id: $id) { id } }', { id })).errors).toEqual([]);
  });

  test('processing without credits says so and changes nothing', async () => {
    const poor = await signUp(0);
    const id = await upload(poor);
    expect((await graphql.call(poor, PROCESS, { id })).errors).toMatchObject([
      { message: 'Insufficient credits', path: ['processFile'], extensions: { code: 'INSUFFICIENT_CREDITS' } },
    ]);
    const after = await graphql.call(poor, 'query ($id: ID!) { file(id: $id) { status } me { credits } }', { id });
    expect(after.data).toEqual({ file: { status: 'PENDING' }, me: { credits: 0 } });
  });

  test('a list loads statements in one query, and only where they are asked for', async () => {
    const ada = await signUp();
    const ids = [await upload(ada), await upload(ada), await upload(ada)];
    for (const id of ids) await graphql.call(ada, PROCESS, { id });
    await completeFile(anotherRequest(database, services), { fileId: Number(ids[0]), run: 1 }, document);
    const failure = { code: 'encrypted_pdf', message: 'The PDF is encrypted; remove its password.' };
    await failFile(anotherRequest(database, services), { fileId: Number(ids[1]), run: 1 }, failure);

    const asked = graphql.contextFor(ada);
    const find = vi.spyOn(asked.services.em, 'find');
    const listed = await graphql.call(asked, `{ files { nodes { id status ${PROCESSED_DATA} } } }`);
    expect(listed.data).toEqual({
      files: {
        nodes: [
          { id: ids[2], status: 'PROCESSING', processedData: null },
          { id: ids[1], status: 'ERROR', processedData: { __typename: 'ProcessingError', ...failure } },
          { id: ids[0], status: 'COMPLETED', processedData: expect.objectContaining({ statements: [statement] }) },
        ],
      },
    });
    // The list itself is read as plain rows; only the statements are entities' business.
    expect(find).toHaveBeenCalledTimes(1);

    const unasked = graphql.contextFor(ada);
    const findAgain = vi.spyOn(unasked.services.em, 'find');
    await graphql.call(unasked, `{ files(status: COMPLETED) { nodes { ${FILE} } } }`);
    expect(findAgain).not.toHaveBeenCalled();
  });

  test('whoever watches a file sees it now, at every change, and its statements when it is completed', async () => {
    const ada = await signUp();
    const id = await upload(ada);
    await graphql.call(ada, PROCESS, { id });
    const run = { fileId: Number(id), run: 1 };
    const subscription = `subscription ($id: ID!) { fileProgress(id: $id) { status progress processedData { __typename } } }`;
    const seen = [];
    const watch = await graphql.watch<{ fileProgress: { progress: number } }>(ada, subscription, { id });
    for await (const { data, errors } of watch) {
      expect(errors).toEqual([]);
      seen.push(data.fileProgress);
      if (data.fileProgress.progress === 0) await reportProgress(anotherRequest(database, services), run, 40);
      if (data.fileProgress.progress === 40) await completeFile(anotherRequest(database, services), run, document);
    }
    expect(seen).toEqual([
      { status: 'PROCESSING', progress: 0, processedData: null },
      { status: 'PROCESSING', progress: 40, processedData: null },
      { status: 'COMPLETED', progress: 100, processedData: { __typename: 'ExtractedDocument' } },
    ]);
    expect(changes.listenerCount(id)).toBe(0);
  });

  test('a watch of a file that is deleted meanwhile ends with an error that says so', async () => {
    const ada = await signUp();
    const id = await upload(ada);
    const watch = await graphql.watch(ada, 'subscription ($id: ID!) { fileProgress(id: $id) { status } }', { id });
    expect((await watch.next()).value?.data).toEqual({ fileProgress: { status: 'PENDING' } });
    await graphql.call(ada, 'mutation ($id: ID!) { deleteFile(id: $id) { id } }', { id });
    expect((await watch.next()).value?.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect((await watch.next()).done).toBe(true);
    expect(changes.listenerCount(id)).toBe(0);
  });

  test.each([
    [{ filename: '' }, 'filename'],
    [{ filename: 'a'.repeat(256) }, 'filename'],
    [{ filename: '../january.pdf' }, 'filename'],
    [{ filename: String.raw`c:\january.pdf` }, 'filename'],
    [{ filename: 'january\u0000.pdf' }, 'filename'],
    [{ filename: 'january\n.pdf' }, 'filename'],
    [{ filename: 'january.pdf', fileSize: 0 }, 'fileSize'],
    [{ filename: 'january.pdf', fileSize: -1 }, 'fileSize'],
    [{ filename: 'january.pdf', fileSize: 2 ** 31 }, 'fileSize'],
    [{ filename: 'january.pdf', mimeType: 'pdf' }, 'mimeType'],
    [{ filename: 'january.pdf', mimeType: 'text/html\r\nX-Injected: 1' }, 'mimeType'],
    [{ filename: 'january.pdf', mimeType: `text/${'x'.repeat(255)}` }, 'mimeType'],
    [{ filename: 'january.pdf', fileSize: 2 * 1024 * 1024 }, 'The file is larger than the limit of 1048576 bytes'],
  ])('an upload of %j is refused, naming %j', async (input, named) => {
    const { errors } = await graphql.call(await signUp(), REQUEST_UPLOAD, { input });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors[0]?.message).toContain(named);
  });

  test.each([
    [{ filename: 'Kontoauszug März 2026.pdf' }, { filename: 'Kontoauszug März 2026.pdf', mimeType: 'application/pdf' }],
    [
      { filename: '😀'.repeat(255), mimeType: null, fileSize: null },
      { mimeType: 'application/pdf', fileSize: null },
    ],
    [{ filename: 'x', mimeType: 'text/csv; charset="utf-8"' }, { mimeType: 'text/csv; charset="utf-8"' }],
    [{ filename: 'x', mimeType: 'image/svg+xml' }, { mimeType: 'image/svg+xml' }],
  ])('an upload of %j is taken', async (input, file) => {
    const { data, errors } = await graphql.call(await signUp(), REQUEST_UPLOAD, { input });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ requestUpload: { file } });
  });
});

test('a reader who leaves is let go at once, although the file never changes', async () => {
  const graphql = createGraphqlCaller(database, services, 'prepared');
  const ada = await signUp();
  const { data } = await graphql.call<UploadData>(ada, REQUEST_UPLOAD, { input: { filename: 'january.pdf' } });
  const { id } = data.requestUpload.file;
  const watch = await graphql.watch(ada, 'subscription ($id: ID!) { fileProgress(id: $id) { status } }', { id });
  await watch.next();
  const waiting = watch.next();
  expect(changes.listenerCount(id)).toBe(1);
  await watch.return?.();
  expect((await waiting).done).toBe(true);
  expect(changes.listenerCount(id)).toBe(0);
});
