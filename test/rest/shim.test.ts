import { describe, expect, test } from 'vitest';
import { routes } from '../../rest/routes.ts';
import { createRest } from '../../rest/shim.ts';
import type { Services } from '../../src/domain/services.ts';
import { schema } from '../../src/schema/index.ts';
import { UNCONFIGURED } from '../support/unconfigured-webhooks.ts';

/** Nothing here may come as far as the services. */
const untouchable = new Proxy({} as Services, {
  get: (_services, name) => {
    throw new Error(`services.${String(name)} was touched`);
  },
});

const logged: unknown[] = [];
const rest = createRest({
  schema,
  createContext: async ({ authorization, adminKey }) => {
    if (authorization === 'Bearer broken') throw new Error('The database cannot be asked');
    return {
      services: untouchable,
      principal: authorization === 'Bearer ada' ? { userId: 1 } : null,
      operator: adminKey === 'right' ? { keyFingerprint: 'test', requestId: null } : null,
      answerMs: 60_000,
      fork: () => untouchable.em,
    };
  },
  webhooks: UNCONFIGURED,
  log: { error: ({ err }) => logged.push(err) },
  maxBodyBytes: 1_000,
  publicUrl: () => 'https://api.example.com',
});

const ADA = { Authorization: 'Bearer ada' };
const ADMIN = { 'X-Admin-Key': 'right' };

async function call(
  line: string,
  init: RequestInit = {},
): Promise<{ status: number; headers: Headers; body: unknown }> {
  const [method = '', path = ''] = line.split(' ');
  const response = await rest(new Request(`https://api.example.com${path}`, { method, ...init }));
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text && JSON.parse(text) };
}

/** A body that tells how much of it was taken. */
function observedBody(chunk: Uint8Array, chunks: number): { body: ReadableStream<Uint8Array>; taken: () => number } {
  let taken = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        taken += 1;
        controller.enqueue(chunk);
        if (taken === chunks) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { body, taken: () => taken };
}

describe('who calls is looked at before what they ask', () => {
  const lines = routes
    .filter(({ auth }) => auth === 'authenticated' || auth === 'admin')
    .map(({ method, path, auth }) => [`${method} ${path.replace('{file_id}', 'abc')}`, auth] as const);

  test.each(lines)('%s without a credential, with a wrong one, and with that of others', async (line, auth) => {
    const refusal =
      auth === 'admin'
        ? { status: 403, body: { detail: 'Invalid or missing admin key' } }
        : { status: 401, body: { detail: 'Not authenticated' } };
    const others: HeadersInit = auth === 'admin' ? ADA : ADMIN;
    for (const headers of [{}, { Authorization: 'Bearer wrong', 'X-Admin-Key': 'wrong' }, others]) {
      const answer = await call(`${line}?limit=0&force=maybe`, { headers });
      expect(answer).toMatchObject(refusal);
      expect(answer.headers.get('www-authenticate')).toBe(auth === 'admin' ? null : 'Bearer');
      expect(answer.headers.get('content-type')).toBe('application/json');
    }
  });

  test.each(['POST /files/upload-url', 'POST /admin/credits/adjust'])('%s: the body is not even read', async (line) => {
    const { body, taken } = observedBody(Buffer.from('{'), 10);
    const init = { body, duplex: 'half', headers: { 'Content-Type': 'application/json' } };
    expect([401, 403]).toContain((await call(line, init)).status);
    expect(taken()).toBe(0);
  });
});

describe('where a path leads', () => {
  test.each([
    ['GET /files?limit=5&skip=2', '/files/?limit=5&skip=2'],
    ['GET /files', '/files/'],
    ['POST /files', '/files/'],
    ['GET /usage', '/usage/'],
    ['GET /usage/summary/', '/usage/summary'],
    ['GET /me/', '/me'],
    ['DELETE /files/5/', '/files/5'],
    ['POST /files/5/process/?force=true', '/files/5/process?force=true'],
    ['POST /admin/credits/adjust/', '/admin/credits/adjust'],
    ['GET /docs/', '/docs'],
    ['GET /files/a%0Db/', '/files/a%0Db'],
    ['GET /files/a%3Fb/?skip=1', '/files/a%3Fb?skip=1'],
  ])('%s is redirected to the documented form', async (line, location) => {
    const { status, headers, body } = await call(line);
    expect({ status, location: headers.get('location'), body }).toEqual({ status: 307, location, body: '' });
  });

  test.each(['GET /nothing', 'GET /', 'GET /files/5/6', 'GET //files/', 'GET /files//', 'POST /files/5/process/now'])(
    '%s leads nowhere',
    async (line) => {
      expect(await call(line, { headers: ADA })).toMatchObject({ status: 404, body: { detail: 'Not Found' } });
    },
  );

  test.each([
    ['POST /me', 'GET'],
    ['HEAD /files/', 'GET'],
    ['PUT /files/', 'GET'],
    ['PATCH /files/5', 'GET, DELETE'],
    ['GET /files/5/process', 'POST'],
    ['GET /admin/credits/adjust', 'POST'],
    ['POST /openapi.json', 'GET'],
  ])('%s is the wrong method', async (line, allow) => {
    const answer = await call(line);
    expect({ status: answer.status, body: answer.body, allow: answer.headers.get('allow') }).toEqual({
      status: 405,
      body: { detail: 'Method Not Allowed' },
      allow,
    });
  });

  test('names in the path may be percent-encoded', async () => {
    for (const [written, input] of [
      ['%61bc', 'abc'],
      ['%E0%A4%A', '%E0%A4%A'],
    ]) {
      const { status, body } = await call(`GET /files/${written}`, { headers: ADA });
      expect({ status, body }).toMatchObject({ status: 422, body: { detail: [{ loc: ['path', 'file_id'], input }] } });
    }
  });
});

describe('a body', () => {
  const post = (body: BodyInit, contentType: string | null = 'application/json') =>
    call('POST /files/upload-url', {
      body: typeof body === 'string' ? Buffer.from(body) : body,
      duplex: 'half',
      headers: { ...ADA, ...(contentType === null ? {} : { 'Content-Type': contentType }) },
    } as RequestInit);
  const missingName = { type: 'missing', loc: ['body', 'filename'], msg: 'Field required', input: {} };

  test('that is no JSON says where it stops being JSON', async () => {
    expect(await post('{"filename": }')).toMatchObject({
      status: 422,
      body: {
        detail: [
          {
            type: 'json_invalid',
            loc: ['body', 13],
            msg: 'JSON decode error',
            input: {},
            ctx: { error: 'Expecting value' },
          },
        ],
      },
    });
    expect((await post(Buffer.from([0x22, 0xff, 0x22]))).body).toMatchObject({
      detail: [{ type: 'json_invalid', loc: ['body', 0], ctx: { error: 'Invalid UTF-8' } }],
    });
  });

  test('that is missing is missed', async () => {
    for (const body of ['', 'null']) {
      const { body: answer } = await post(body);
      expect(answer).toEqual({ detail: [{ type: 'missing', loc: ['body'], msg: 'Field required', input: null }] });
    }
  });

  test.each([
    ['application/json', '{}', missingName],
    ['application/json; charset=utf-8', '{}', missingName],
    ['Application/JSON', '{}', missingName],
    ['application/vnd.api+json', '{}', missingName],
    [null, '{}', missingName],
    ['application/json', '\ufeff{}', missingName],
    ['application/json', '[]', { type: 'model_attributes_type', loc: ['body'], input: [] }],
    ['text/plain', '{}', { type: 'model_attributes_type', loc: ['body'], input: '{}' }],
    ['application/x-www-form-urlencoded', 'filename=a', { type: 'model_attributes_type', input: 'filename=a' }],
    ['application/jsonp', '{}', { type: 'model_attributes_type', loc: ['body'], input: '{}' }],
  ])('of the type %s is read as FastAPI reads it: %s', async (contentType, body, problem) => {
    expect(await post(body, contentType)).toMatchObject({ status: 422, body: { detail: [problem] } });
  });

  test('that is announced as too large is refused unread', async () => {
    const { body, taken } = observedBody(Buffer.alloc(100), 1_000);
    const headers = { ...ADA, 'Content-Type': 'application/json', 'Content-Length': '1001' };
    const answer = await call('POST /files/upload-url', { body, duplex: 'half', headers } as RequestInit);
    expect(answer).toMatchObject({
      status: 413,
      body: { detail: 'The request body is larger than the limit of 1000 bytes' },
    });
    expect(taken()).toBe(0);
  });

  test('that turns out to be too large is not read to its end', async () => {
    const { body, taken } = observedBody(Buffer.alloc(100, ' '), 1_000);
    expect(await post(body)).toMatchObject({ status: 413 });
    expect(taken()).toBe(11);
  });

  test('is validated together with the headers', async () => {
    const { body } = await call('POST /admin/credits/adjust', {
      body: '{"user_id": 1, "credits": 1}',
      headers: { ...ADMIN, 'Content-Type': 'application/json', 'Idempotency-Key': '' },
    });
    const { detail } = body as { detail: { loc: string[] }[] };
    expect(detail.map(({ loc }) => loc)).toEqual([
      ['header', 'idempotency-key'],
      ['body', 'reason'],
    ]);
  });
});

test('of a parameter that is given twice the last one counts', async () => {
  const { body } = await call('GET /files/?limit=0&limit=500', { headers: ADA });
  expect(body).toMatchObject({ detail: [{ type: 'less_than_equal', input: '500' }] });
});

test('where nobody can be recognised at all, that is our fault', async () => {
  const answer = await call('GET /me', { headers: { Authorization: 'Bearer broken' } });
  expect(answer).toMatchObject({ status: 500, body: { detail: 'Internal Server Error' } });
  expect(logged).toEqual([new Error('The database cannot be asked')]);
});

describe('the documentation', () => {
  const get = (path: string) => rest(new Request(`https://api.example.com${path}`));

  test('is public, as a document and as a page', async () => {
    expect((await call('GET /openapi.json')).body).toMatchObject({ openapi: '3.1.0' });
    const page = await get('/docs');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain('/docs/swagger-ui-bundle.js');
  });

  test('is served entirely from here, and the page may load nothing else', async () => {
    const page = await get('/docs');
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(policy).toContain("connect-src 'self' https://api.example.com;");
    const links = [...(await page.text()).matchAll(/(?:src|href)="([^"]*)"/g)].map(([, link = '']) => link);
    expect(links).toHaveLength(4);
    for (const link of links) {
      const asset = await get(link);
      expect(asset.status).toBe(200);
      expect(asset.headers.get('content-type')).toMatch(/^(text\/(css|javascript)|image\/png)/);
      expect((await asset.arrayBuffer()).byteLength).toBeGreaterThan(100);
    }
  });

  test.each(['/docs/package.json', '/docs/../package.json', '/docs/%2e%2e%2fpackage.json', '/docs/swagger-ui.js'])(
    '%s is not served',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});
