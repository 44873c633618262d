import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Principal } from '../../src/auth/principal.ts';
import { beginBuild } from '../../src/domain/dashboard/begin-build.ts';
import { attemptPrefix } from '../../src/domain/dashboard/dashboard-paths.ts';
import { failBuild, publishBuild } from '../../src/domain/dashboard/end-build.ts';
import { completeFile } from '../../src/domain/file/complete-file.ts';
import type { Services } from '../../src/domain/services.ts';
import { registerUser } from '../../src/domain/user/register-user.ts';
import { makeDocument } from '../support/extracted-document.ts';
import { createMemoryStorage } from '../support/memory-storage.ts';
import { createRestCaller, type RestAnswer } from '../support/rest-caller.ts';
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

type Line = `${string} /${string}`;
const ok = async (line: Line, body?: unknown, who = ada): Promise<Record<string, unknown>> => {
  const answer = await rest.call(who, line, body);
  expect({ line, status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
  return answer.body as Record<string, unknown>;
};
const refused = async (line: Line, body?: unknown, who = ada): Promise<Pick<RestAnswer, 'status' | 'body'>> => {
  const { status, body: answer } = await rest.call(who, line, body);
  return { status, body: answer };
};
const detail = (status: number, text: string) => ({ status, body: { detail: text } });

const make = async (name = 'My accounts', who = ada): Promise<number> =>
  (await ok('POST /dashboards/', { name }, who))['id'] as number;

async function pending(who = ada): Promise<number> {
  const { file_id, storage_path } = await ok('POST /files/upload-url', { filename: 'january.pdf' }, who);
  await storage.write(String(storage_path), Buffer.from('%PDF'), { contentType: 'application/pdf' });
  return file_id as number;
}

async function completed(who = ada): Promise<number> {
  const id = await pending(who);
  await ok(`POST /files/${id}/process`, undefined, who);
  await completeFile(anotherRequest(database, services), { fileId: id, run: 1 }, makeDocument());
  return id;
}

/** What the job does, with outputs that say which build they are. */
async function build(id: number, number: number, meanwhile = async () => {}): Promise<void> {
  const blueprint = await beginBuild(anotherRequest(database, services), { dashboardId: id, build: number });
  if (!blueprint) throw new Error('The build is not under way');
  for (const extension of ['xlsx', 'csv', 'json']) {
    const bytes = Buffer.from(`${extension} of build ${number}`);
    await storage.write(`${attemptPrefix(blueprint)}combined.${extension}`, bytes, { contentType: '' });
  }
  await meanwhile();
  expect(await publishBuild(anotherRequest(database, services), blueprint)).toBe(true);
}

test('a dashboard is made, read, listed, changed and deleted', async () => {
  const made = await ok('POST /dashboards/', { name: 'My accounts', description: 'Two\nlines', status: 'up_to_date' });
  const id = made['id'] as number;
  expect(made).toEqual({
    id,
    user_id: ada.principal.userId,
    name: 'My accounts',
    description: 'Two\nlines',
    status: 'new',
    file_count: 0,
    created_at: '2026-03-01T12:00:00.000Z',
    updated_at: '2026-03-01T12:00:00.000Z',
  });
  expect(await ok(`GET /dashboards/${id}`)).toEqual(made);
  const other = await ok('POST /dashboards/', { name: 'Another' });
  expect(other).toMatchObject({ description: null });
  expect(await ok('GET /dashboards/')).toEqual([other, made]);
  expect(await ok('GET /dashboards/?limit=1')).toEqual([other]);
  expect(await ok('GET /dashboards/?skip=1')).toEqual([made]);
  expect(await ok('GET /dashboards/', undefined, bob)).toEqual([]);

  expect(await ok(`PATCH /dashboards/${id}`, { name: 'Ours' })).toEqual({ ...made, name: 'Ours' });
  expect(await ok(`PATCH /dashboards/${id}`, {})).toEqual({ ...made, name: 'Ours' });
  const undescribed = { ...made, name: 'Ours', description: null };
  expect(await ok(`PATCH /dashboards/${id}`, { description: null })).toEqual(undescribed);
  expect(await ok(`PATCH /dashboards/${id}`, { description: '', user_id: 1 })).toEqual({
    ...undescribed,
    description: '',
  });

  expect(await ok(`DELETE /dashboards/${id}`)).toEqual({ message: 'Dashboard deleted successfully' });
  expect(await refused(`GET /dashboards/${id}`)).toEqual(detail(404, 'Dashboard not found'));
  expect(await ok('GET /dashboards/')).toEqual([other]);
});

describe('files of a dashboard', () => {
  test('are added, each once, listed newest first, and removed', async () => {
    const id = await make();
    const [first, second] = [await completed(), await pending()];
    expect(await ok(`POST /dashboards/${id}/files`, { file_ids: [] })).toMatchObject({ status: 'new', file_count: 0 });
    const added = await ok(`POST /dashboards/${id}/files`, { file_ids: [second, first, second] });
    expect(added).toMatchObject({ id, status: 'outdated', file_count: 2 });
    expect(await ok(`POST /dashboards/${id}/files`, { file_ids: [first] })).toEqual(added);
    const files = await ok(`GET /dashboards/${id}/files`);
    expect(files).toEqual(await ok('GET /files/?limit=2'));
    expect(files).toMatchObject([{ id: second }, { id: first }]);
    expect(await ok(`GET /dashboards/${id}/files?skip=1&limit=1`)).toMatchObject([{ id: first }]);

    expect(await ok(`DELETE /dashboards/${id}/files/${first}`)).toMatchObject({ file_count: 1 });
    expect(await refused(`DELETE /dashboards/${id}/files/${first}`)).toEqual(detail(404, 'File not found'));
    expect(await ok(`GET /files/${first}`)).toMatchObject({ status: 'completed' });
  });

  test("are all added or none, and somebody else's are not found", async () => {
    const id = await make();
    const [own, theirs] = [await pending(), await pending(bob)];
    for (const foreign of [theirs, 0, -1, 2_147_483_647, 2_147_483_648, 1e15]) {
      const answer = await refused(`POST /dashboards/${id}/files`, { file_ids: [own, foreign] });
      expect(answer).toEqual(detail(404, 'File not found'));
    }
    expect(await ok(`GET /dashboards/${id}`)).toMatchObject({ status: 'new', file_count: 0 });
  });

  test('go with the file when that is deleted, and the dashboard is outdated', async () => {
    const id = await make();
    const [first, second] = [await completed(), await completed()];
    await ok(`POST /dashboards/${id}/files`, { file_ids: [first, second] });
    await ok(`POST /dashboards/${id}/reprocess`);
    await build(id, 1);
    expect(await ok(`GET /dashboards/${id}`)).toMatchObject({ status: 'up_to_date', file_count: 2 });
    await ok(`DELETE /files/${first}`);
    expect(await ok(`GET /dashboards/${id}`)).toMatchObject({ status: 'outdated', file_count: 1 });
    expect(await ok(`GET /dashboards/${id}/files`)).toMatchObject([{ id: second }]);
  });
});

describe('a workbook', () => {
  test('is built from completed files only, and says what to do until it is', async () => {
    const id = await make('Q1/Q2: "Ümsätze" \u202e');
    const none = 'No file of the dashboard is completed; add files, process them and wait until one is completed';
    expect(await refused(`POST /dashboards/${id}/reprocess`)).toEqual(detail(409, none));
    await ok(`POST /dashboards/${id}/files`, { file_ids: [await pending()] });
    expect(await refused(`POST /dashboards/${id}/reprocess`)).toEqual(detail(409, none));
    const unbuilt = 'Nothing is built yet; reprocess the dashboard and wait until it is up_to_date';
    expect(await refused(`GET /dashboards/${id}/download`)).toEqual(detail(409, unbuilt));
    expect(await refused(`GET /dashboards/${id}/download-url`)).toEqual(detail(409, unbuilt));

    const file = await completed();
    await ok(`POST /dashboards/${id}/files`, { file_ids: [file] });
    expect(await ok(`POST /dashboards/${id}/reprocess`)).toMatchObject({ id, status: 'outdated', file_count: 2 });
    const building = 'Nothing is built yet; wait until the dashboard is up_to_date';
    expect(await refused(`GET /dashboards/${id}/download`)).toEqual(detail(409, building));
    await build(id, 1);
    expect(await ok(`GET /dashboards/${id}`)).toMatchObject({ status: 'up_to_date' });

    const { status, body, headers } = await rest.call(ada, `GET /dashboards/${id}/download?format=csv`);
    expect({ status, body }).toEqual({ status: 200, body: 'csv of build 1' });
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="Q1_Q2_ _?ms?tze_.csv"; filename*=UTF-8\'\'Q1_Q2_%20_%C3%9Cms%C3%A4tze_.csv',
    );
    const marked = await rest.call(ada, `GET /dashboards/${id}/download?format=csv&bom=true`);
    expect(marked.headers.get('content-length')).toBe(String('\uFEFFcsv of build 1'.length + 2));
    const known = { 'If-None-Match': headers.get('etag') ?? '' };
    expect((await rest.call(ada, `GET /dashboards/${id}/download?format=csv`, undefined, known)).status).toBe(304);
    const part = { Range: 'bytes=7-' };
    expect(await rest.call(ada, `GET /dashboards/${id}/download?format=csv`, undefined, part)).toMatchObject({
      status: 206,
      body: 'build 1',
    });
    const link = await ok(`GET /dashboards/${id}/download-url`);
    expect(link).toEqual({
      download_url: expect.stringMatching(
        new RegExp(`^memory:outputs/dashboard_id=${id}/build=1/[^/]+/combined\\.xlsx$`),
      ),
      filename: 'Q1_Q2_ _Ümsätze_.xlsx',
      expires_at: '2026-03-01T13:00:00.000Z',
    });
    expect((await rest.call(ada, `GET /dashboards/${id}/download?format=ofx`)).status).toBe(422);
  });

  test('that was changed meanwhile is outdated, and the last build is what is downloaded', async () => {
    const id = await make();
    const file = await completed();
    await ok(`POST /dashboards/${id}/files`, { file_ids: [file] });
    await ok(`POST /dashboards/${id}/reprocess`);
    await build(id, 1, async () => {
      await ok(`POST /files/${file}/process?force=true`);
      await completeFile(anotherRequest(database, services), { fileId: file, run: 2 }, makeDocument());
    });
    expect(await ok(`GET /dashboards/${id}`)).toMatchObject({ status: 'outdated' });
    expect((await rest.call(ada, `GET /dashboards/${id}/download?format=csv`)).body).toBe('csv of build 1');
    await ok(`POST /dashboards/${id}/reprocess`);
    await build(id, 2);
    expect(await ok(`GET /dashboards/${id}`)).toMatchObject({ status: 'up_to_date' });
    await ok(`DELETE /dashboards/${id}/files/${file}`);
    expect(await ok(`GET /dashboards/${id}`)).toMatchObject({ status: 'outdated', file_count: 0 });
    const { body } = await rest.call(ada, `GET /dashboards/${id}/download?format=csv`);
    expect(body).toBe('csv of build 2');
  });

  test('that could not be built says why', async () => {
    const id = await make();
    await ok(`POST /dashboards/${id}/files`, { file_ids: [await completed()] });
    await ok(`POST /dashboards/${id}/reprocess`);
    await failBuild(anotherRequest(database, services), { dashboardId: id, build: 1 }, 'There are too many rows.');
    expect(await ok(`GET /dashboards/${id}`)).toMatchObject({ status: 'outdated' });
    const why = 'Nothing is built, the last attempt failed: There are too many rows.';
    expect(await refused(`GET /dashboards/${id}/download`)).toEqual(detail(409, why));
  });

  test('goes with its dashboard, while the files stay', async () => {
    const id = await make();
    const file = await completed();
    await ok(`POST /dashboards/${id}/files`, { file_ids: [file] });
    await ok(`POST /dashboards/${id}/reprocess`);
    await build(id, 1);
    const outputs = () => [...storage.objects.keys()].filter((key) => key.includes(`dashboard_id=${id}/`));
    expect(outputs()).toHaveLength(3);
    await ok(`DELETE /dashboards/${id}`);
    expect(outputs()).toEqual([]);
    expect(await ok(`GET /files/${file}`)).toMatchObject({ status: 'completed' });
  });
});

const OF_ONE: [Line, unknown?][] = [
  ['GET /', undefined],
  ['PATCH /', { name: 'Mine now' }],
  ['DELETE /', undefined],
  ['GET /files', undefined],
  ['POST /files', { file_ids: [0] }],
  ['DELETE /files/0', undefined],
  ['POST /reprocess', undefined],
  ['GET /download-url', undefined],
  ['GET /download', undefined],
];
const on = (id: string | number, route: Line) => route.replace('/', `/dashboards/${id}/`).replace(/\/$/, '') as Line;

describe.each(OF_ONE)('%s of a dashboard', (route, body) => {
  test("somebody else's answers exactly as a missing one does", async () => {
    const id = await make();
    for (const unknown of [id, 0, -1, 2_147_483_647, 2_147_483_648, '99999999999999999999']) {
      const answer = await refused(on(unknown, route), body, bob);
      expect({ unknown, ...answer }).toEqual({ unknown, ...detail(404, 'Dashboard not found') });
    }
    expect(await ok(`GET /dashboards/${id}`)).toMatchObject({ name: 'My accounts' });
    expect(rest.log).toEqual([]);
  });

  test('an id that is no number is refused', async () => {
    expect(await refused(on('abc', route), body)).toMatchObject({
      status: 422,
      body: { detail: [{ type: 'int_parsing', loc: ['path', 'id'] }] },
    });
  });
});

test.each([
  ['POST', {}, 'missing', 'name'],
  ['POST', { name: null }, 'string_type', 'name'],
  ['POST', { name: 7 }, 'string_type', 'name'],
  ['POST', { name: '' }, 'string_too_short', 'name'],
  ['POST', { name: ' \u3000 ' }, 'string_pattern_mismatch', 'name'],
  ['POST', { name: 'a\u0000b' }, 'string_pattern_mismatch', 'name'],
  ['POST', { name: 'a\nb' }, 'string_pattern_mismatch', 'name'],
  ['POST', { name: '\ud800' }, 'string_pattern_mismatch', 'name'],
  ['POST', { name: '😀'.repeat(256) }, 'string_too_long', 'name'],
  ['POST', { name: 'a', description: 'x'.repeat(2_001) }, 'string_too_long', 'description'],
  ['POST', { name: 'a', description: '\u0000' }, 'string_pattern_mismatch', 'description'],
  ['PATCH', { name: null }, 'string_type', 'name'],
  ['PATCH', { name: '' }, 'string_too_short', 'name'],
  ['PATCH', { description: 1 }, 'string_type', 'description'],
] as const)('%s of %j is refused', async (method, body, type, field) => {
  const path: Line = method === 'POST' ? 'POST /dashboards/' : `PATCH /dashboards/${await make()}`;
  expect(await refused(path, body)).toMatchObject({
    status: 422,
    body: { detail: [{ type, loc: ['body', field] }] },
  });
});

test.each([
  [{}, { type: 'missing', loc: ['body', 'file_ids'] }],
  [{ file_ids: 4 }, { type: 'list_type', loc: ['body', 'file_ids'] }],
  [{ file_ids: [4, 'x'] }, { type: 'int_parsing', loc: ['body', 'file_ids', 1] }],
  [{ file_ids: [null] }, { type: 'int_type', loc: ['body', 'file_ids', 0] }],
  [{ file_ids: [1.5] }, { type: 'int_from_float', loc: ['body', 'file_ids', 0] }],
  [
    { file_ids: Array.from({ length: 1_001 }, () => 1) },
    { type: 'too_long', msg: 'List should have at most 1000 items after validation, not 1001' },
  ],
])('adding %j is refused', async (body, problem) => {
  const answer = await refused(`POST /dashboards/${await make()}/files`, body);
  expect(answer).toMatchObject({ status: 422, body: { detail: [problem] } });
});

test('a name of any kind is kept as it is, and its download has a name that every disk takes', async () => {
  for (const [name, filename] of [
    ['😀'.repeat(255), `${'😀'.repeat(255)}.xlsx`],
    ['../../etc/passwd', '_.._etc_passwd.xlsx'],
    ['<script>alert(1)</script>', '_script_alert(1)__script_.xlsx'],
    ['...', 'dashboard.xlsx'],
    ["Robert'); DROP TABLE files;--", "Robert'); DROP TABLE files;--.xlsx"],
  ] as const) {
    const id = await make(name);
    expect(await ok(`GET /dashboards/${id}`)).toMatchObject({ name });
    await ok(`POST /dashboards/${id}/files`, { file_ids: [await completed()] });
    await ok(`POST /dashboards/${id}/reprocess`);
    await build(id, 1);
    expect(await ok(`GET /dashboards/${id}/download-url`)).toMatchObject({ filename });
    expect((await rest.call(ada, `GET /dashboards/${id}/download`)).status).toBe(200);
  }
});

test('the documented form answers, the other is redirected, and other methods are told', async () => {
  const call = async (line: Line, body?: unknown) => {
    const { status, headers } = await rest.call(ada, line, body);
    return { status, location: headers.get('location'), allow: headers.get('allow') };
  };
  const elsewhere = (location: string) => ({ status: 307, location, allow: null });
  expect(await call('POST /dashboards?a=1', { name: 'a' })).toEqual(elsewhere('/dashboards/?a=1'));
  expect(await call('GET /dashboards/7/')).toEqual(elsewhere('/dashboards/7'));
  expect(await call('POST /dashboards/7/files/', { file_ids: [] })).toEqual(elsewhere('/dashboards/7/files'));
  const allow = (methods: string) => ({ status: 405, location: null, allow: methods });
  expect(await call('DELETE /dashboards/')).toEqual(allow('POST, GET'));
  expect(await call('POST /dashboards/7')).toEqual(allow('GET, PATCH, DELETE'));
  expect(await call('GET /dashboards/7/reprocess')).toEqual(allow('POST'));
});
