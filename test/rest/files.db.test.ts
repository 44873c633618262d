import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Principal } from '../../src/auth/principal.ts';
import { completeFile } from '../../src/domain/file/complete-file.ts';
import { failFile } from '../../src/domain/file/fail-file.ts';
import type { Services } from '../../src/domain/services.ts';
import { registerUser } from '../../src/domain/user/register-user.ts';
import { makeDocument } from '../support/extracted-document.ts';
import { createMemoryStorage } from '../support/memory-storage.ts';
import { createRestCaller } from '../support/rest-caller.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { anotherRequest, createTestServices } from '../support/test-services.ts';

const storage = createMemoryStorage();
let database: TestDatabase;
let services: Services;
let rest: ReturnType<typeof createRestCaller>;
let ada: { principal: Principal };
let bob: { principal: Principal };

beforeAll(async () => {
  database = await createTestDatabase();
  services = createTestServices(database, { storage });
  rest = createRestCaller(database, services);
});
afterAll(() => database.close());
beforeEach(async () => {
  ada = await signUp();
  bob = await signUp();
});

let users = 0;
async function signUp(): Promise<{ principal: Principal }> {
  users += 1;
  const registration = { clerkUserId: `user_${users}`, email: null, firstName: null, lastName: null };
  const { id } = await registerUser(anotherRequest(database, services), registration);
  return { principal: { userId: id } };
}

type Uploaded = { id: number; storagePath: string };
async function announce(filename = 'january.pdf'): Promise<Uploaded> {
  const { body } = await rest.call(ada, 'POST /files/upload-url', { filename });
  const { file_id: id, storage_path: storagePath } = body as { file_id: number; storage_path: string };
  return { id, storagePath };
}

async function upload(filename?: string): Promise<Uploaded> {
  const file = await announce(filename);
  await storage.write(file.storagePath, Buffer.from('%PDF'), { contentType: 'application/pdf' });
  return file;
}

async function process(filename?: string): Promise<Uploaded> {
  const file = await upload(filename);
  expect(await rest.call(ada, `POST /files/${file.id}/process`)).toMatchObject({ status: 200 });
  return file;
}

/** The file as it is while it is processed for the first time. */
const processing = ({ id, storagePath }: Uploaded) => ({
  id,
  user_id: ada.principal.userId,
  filename: 'january.pdf',
  status: 'processing',
  file_size: 4,
  mime_type: 'application/pdf',
  storage_path: storagePath,
  total_pages: 1,
  total_characters: null,
  credits_consumed: 0,
  progress: 0,
  processed_data: null,
  created_at: '2026-03-01T12:00:00.000Z',
  updated_at: '2026-03-01T12:00:00.000Z',
  processed_at: null,
});

describe('a statement is announced', () => {
  test('and gets a place of its own in the storage', async () => {
    const { status, body } = await rest.call(ada, 'POST /files/upload-url', {
      filename: 'january.pdf',
      file_size: 4,
      mime_type: 'application/pdf',
    });
    expect(status).toBe(200);
    const { file_id, storage_path } = body as { file_id: number; storage_path: string };
    expect(body).toEqual({ upload_url: `memory:${storage_path}`, file_id, storage_path });
    expect(storage_path).toMatch(
      new RegExp(`^uploads/user_id=${ada.principal.userId}/file_id=${file_id}/name-\\d+\\.pdf$`),
    );
  });

  test('fields that nobody knows are ignored and never written', async () => {
    const { body } = await rest.call(ada, 'POST /files/upload-url', {
      filename: 'january.pdf',
      user_id: bob.principal.userId,
      status: 'completed',
      credits_consumed: -5,
    });
    const { file_id } = body as { file_id: number };
    const file = await rest.call(ada, `GET /files/${file_id}`);
    expect(file.body).toMatchObject({ user_id: ada.principal.userId, status: 'pending', credits_consumed: 0 });
  });

  test('and refused where it is too large, before a byte of it is sent', async () => {
    const huge = { filename: 'january.pdf', file_size: 10_000_000_000 };
    expect(await rest.call(ada, 'POST /files/upload-url', huge)).toMatchObject({
      status: 413,
      body: { detail: 'The file is larger than the limit of 1048576 bytes' },
    });
  });
});

describe('a statement is processed', () => {
  test('the answer is the file, now processing', async () => {
    const file = await upload();
    const answer = await rest.call(ada, `POST /files/${file.id}/process`);
    expect(answer).toMatchObject({ status: 200, body: processing(file) });
    expect(answer.body).toEqual(processing(file));
  });

  test('its rows can be read when it is completed', async () => {
    const file = await process();
    await completeFile(anotherRequest(database, services), { fileId: file.id, run: 1 }, makeDocument());
    const { body } = await rest.call(ada, `GET /files/${file.id}`);
    expect(body).toEqual({
      ...processing(file),
      status: 'completed',
      total_characters: 2_400,
      credits_consumed: 1,
      progress: 100,
      processed_at: '2026-03-01T12:00:00.000Z',
      processed_data: {
        statements: [
          {
            bank: 'Example Bank',
            account_number: '…4321',
            account_holder: null,
            currency: 'EUR',
            period_start: '2026-01-01',
            period_end: '2026-01-31',
            opening_balance: '1200.00',
            closing_balance: '1487.80',
            total_credits: '300.00',
            total_debits: '-12.20',
            reconciled: true,
            checks: [{ name: 'closing_balance', ok: true, expected: '1487.80', found: '1487.80' }],
            transactions: [
              {
                date: '2026-01-03',
                value_date: null,
                description: 'CARD PURCHASE GREENGROCER',
                reference: null,
                amount: '-12.20',
                balance: '1187.80',
                currency: 'EUR',
                page: 1,
                confidence: 0.99,
                flags: [],
              },
              {
                date: '2026-01-03',
                value_date: null,
                description: 'SALARY',
                reference: null,
                amount: '300.00',
                balance: '1487.80',
                currency: 'EUR',
                page: 1,
                confidence: 0.99,
                flags: [],
              },
            ],
          },
        ],
        source_format: 'pdf-text',
        warnings: [],
      },
    });
  });

  test('why it failed can be read when it did', async () => {
    const file = await process();
    const error = { code: 'encrypted_pdf', message: 'The PDF has a password; remove it and upload it again' };
    await failFile(anotherRequest(database, services), { fileId: file.id, run: 1 }, error);
    expect((await rest.call(ada, `GET /files/${file.id}`)).body).toEqual({
      ...processing(file),
      status: 'error',
      processed_data: { error },
      processed_at: '2026-03-01T12:00:00.000Z',
    });
  });

  test('not twice at the same time, and not again unless that is wanted', async () => {
    const file = await process();
    expect(await rest.call(ada, `POST /files/${file.id}/process`)).toMatchObject({
      status: 409,
      body: { detail: 'File is already being processed; wait for it to finish' },
    });
    await completeFile(anotherRequest(database, services), { fileId: file.id, run: 1 }, makeDocument());
    expect(await rest.call(ada, `POST /files/${file.id}/process?force=no`)).toMatchObject({
      status: 409,
      body: { detail: 'File is already processed; use force=true to process it again (it is charged again)' },
    });
    expect(await rest.call(ada, `POST /files/${file.id}/process?force=yes`)).toMatchObject({
      status: 200,
      body: { status: 'processing', credits_consumed: 1 },
    });
  });

  test('not without credits, and not before it is uploaded', async () => {
    const file = await announce();
    expect(await rest.call(ada, `POST /files/${file.id}/process`)).toMatchObject({
      status: 409,
      body: { detail: 'Nothing was uploaded yet; PUT the file to its upload_url first' },
    });
    await rest.call({ isAdmin: true }, 'POST /admin/credits/adjust', {
      user_id: ada.principal.userId,
      credits: -10,
      reason: 'Test',
    });
    expect(await rest.call(ada, `POST /files/${file.id}/process`)).toMatchObject({
      status: 402,
      body: { detail: 'Insufficient credits' },
    });
  });
});

describe('files are listed', () => {
  test('newest first, without what was read from them, in pages and by status', async () => {
    const [first, second, third] = [await process('a.pdf'), await upload('b.pdf'), await upload('c.pdf')];
    const ids = async (query: string) =>
      ((await rest.call(ada, `GET /files/${query}`)).body as { id: number }[]).map(({ id }) => id);
    expect(await ids('')).toEqual([third.id, second.id, first.id]);
    expect(await ids('?limit=2')).toEqual([third.id, second.id]);
    expect(await ids('?skip=2&limit=2')).toEqual([first.id]);
    expect(await ids('?skip=99999999999999999999')).toEqual([]);
    expect(await ids('?status=processing')).toEqual([first.id]);
    expect(await ids('?status=completed')).toEqual([]);
    const { processed_data: _left_out, ...summary } = { ...processing(first), filename: 'a.pdf' };
    expect((await rest.call(ada, 'GET /files/?status=processing')).body).toEqual([summary]);
    expect((await rest.call(bob, 'GET /files/')).body).toEqual([]);
  });
});

describe('a statement is downloaded', () => {
  test('as what was uploaded, under its own name', async () => {
    const file = await upload('Kontoauszug März "1".pdf');
    const { status, body, headers } = await rest.call(ada, `GET /files/${file.id}/download?format=original`);
    expect({ status, body }).toEqual({ status: 200, body: '%PDF' });
    expect(Object.fromEntries(headers)).toEqual({
      'accept-ranges': 'bytes',
      etag: expect.stringMatching(/^"[^"]+"$/),
      'content-type': 'application/pdf',
      'content-length': '4',
      'content-disposition':
        'attachment; filename="Kontoauszug M?rz \\"1\\".pdf"; filename*=UTF-8\'\'Kontoauszug%20M%C3%A4rz%20%221%22.pdf',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  test('as a workbook, when it is completed', async () => {
    const file = await process();
    for (const way of ['download', 'download-url']) {
      expect(await rest.call(ada, `GET /files/${file.id}/${way}`)).toMatchObject({
        status: 409,
        body: { detail: 'File is not processed; process it and wait until it is completed' },
      });
    }
    await completeFile(anotherRequest(database, services), { fileId: file.id, run: 1 }, makeDocument());
    const key = `outputs/file_id=${file.id}/run=1/statement.xlsx`;
    await storage.write(key, Buffer.from('workbook'), { contentType: '' });
    const { body, headers } = await rest.call(ada, `GET /files/${file.id}/download`);
    expect(body).toBe('workbook');
    expect(headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(headers.get('content-disposition')).toBe('attachment; filename=january.xlsx');
    expect((await rest.call(ada, `GET /files/${file.id}/download-url?format=xlsx`)).body).toEqual({
      download_url: `memory:${key}`,
      filename: 'january.xlsx',
      expires_at: '2026-03-01T13:00:00.000Z',
    });
  });
});

describe('a download that was made before', () => {
  /** A completed statement whose CSV is ten bytes, and what its download answers to these headers. */
  async function completed() {
    const file = await process();
    await completeFile(anotherRequest(database, services), { fileId: file.id, run: 1 }, makeDocument());
    const key = `outputs/file_id=${file.id}/run=1/statement.csv`;
    const write = (text: string) => storage.write(key, Buffer.from(text), { contentType: '' });
    await write('0123456789');
    const get = async (headers: Record<string, string>, query = '') => {
      const answer = await rest.call(ada, `GET /files/${file.id}/download?format=csv${query}`, undefined, headers);
      return { ...answer, range: answer.headers.get('content-range'), etag: answer.headers.get('etag') ?? '' };
    };
    return { get, write };
  }

  test('is not sent again as long as it is the same', async () => {
    const { get, write } = await completed();
    const { etag } = await get({});
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      expect(await get({ 'If-None-Match': known })).toMatchObject({ status: 304, body: '', etag });
    }
    await write('9876543210');
    expect(await get({ 'If-None-Match': etag })).toMatchObject({ status: 200, body: '9876543210' });
  });

  test('goes on where it broke off, unless it is another by now', async () => {
    const { get, write } = await completed();
    const { etag } = await get({});
    const rest = { Range: 'bytes=4-', 'If-Range': etag };
    expect(await get(rest)).toMatchObject({ status: 206, body: '456789', range: 'bytes 4-9/10' });
    expect(await get({ Range: 'bytes=-2' })).toMatchObject({ status: 206, body: '89', range: 'bytes 8-9/10' });
    expect(await get({ Range: 'bytes=10-' })).toMatchObject({
      status: 416,
      range: 'bytes */10',
      body: { detail: 'Range Not Satisfiable' },
    });
    expect(await get({ Range: 'lines=1-2' })).toMatchObject({ status: 200, body: '0123456789' });
    await write('9876543210');
    expect(await get(rest)).toMatchObject({ status: 200, body: '9876543210', range: null });
  });

  test('with a byte order mark is another', async () => {
    const { get } = await completed();
    const { etag } = await get({});
    const marked = await get({ 'If-None-Match': etag }, '&bom=true');
    expect(marked.status).toBe(200);
    expect(marked.headers.get('content-length')).toBe('13');
    expect(await get({ 'If-None-Match': marked.etag }, '&bom=true')).toMatchObject({ status: 304 });
  });
});

describe('a file is deleted', () => {
  test('with its objects', async () => {
    const file = await upload();
    expect(await rest.call(ada, `DELETE /files/${file.id}`)).toMatchObject({
      status: 200,
      body: { message: 'File deleted successfully' },
    });
    expect(storage.objects.has(file.storagePath)).toBe(false);
    expect(await rest.call(ada, `GET /files/${file.id}`)).toMatchObject({ status: 404 });
  });
});

const OF_ONE_FILE = ['GET /', 'POST /process', 'GET /download-url', 'GET /download', 'DELETE /'] as const;
const on = (id: string | number, route: (typeof OF_ONE_FILE)[number]) =>
  route.replace('/', `/files/${id}/`).replace(/\/$/, '') as `${string} /${string}`;

describe.each(OF_ONE_FILE)('%s of a file', (route) => {
  test("somebody else's answers exactly as a missing one does", async () => {
    const { id } = await upload();
    const missing = { status: 404, body: { detail: 'File not found' } };
    for (const unknown of [id, 0, -1, 2_147_483_647, 2_147_483_648, '99999999999999999999']) {
      const { status, body } = await rest.call(bob, on(unknown, route));
      expect({ unknown, status, body }).toEqual({ unknown, ...missing });
    }
    expect(await rest.call(ada, `GET /files/${id}`)).toMatchObject({ status: 200, body: { status: 'pending' } });
    expect(rest.log).toEqual([]);
  });

  test('an id that is no number is refused', async () => {
    const { status, body } = await rest.call(ada, on('abc', route));
    expect({ status, body }).toEqual({
      status: 422,
      body: {
        detail: [
          {
            type: 'int_parsing',
            loc: ['path', 'file_id'],
            msg: 'Input should be a valid integer, unable to parse string as an integer',
            input: 'abc',
          },
        ],
      },
    });
  });
});

test('what breaks inside is logged with its cause, and nothing of it leaks', async () => {
  const secret = new Error('connect ECONNREFUSED /var/secrets/storage.sock');
  const broken = { ...storage, presignPut: () => Promise.reject(secret), open: () => Promise.reject(secret) };
  const failing = createRestCaller(database, { ...services, storage: broken });
  const { id } = await upload();
  const calls = ['POST /files/upload-url', `POST /files/${id}/process`, `GET /files/${id}/download?format=original`];
  for (const call of calls as `${string} /${string}`[]) {
    const { status, body } = await failing.call(ada, call, call.startsWith('GET') ? undefined : { filename: 'a.pdf' });
    expect({ status, body }).toEqual({ status: 500, body: { detail: 'Internal Server Error' } });
  }
  expect(failing.log).toEqual([secret, secret, secret]);
});
