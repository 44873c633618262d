import type { Principal } from '../../src/auth/principal.ts';
import type { Services } from '../../src/domain/services.ts';
import { schema } from '../../src/schema/index.ts';
import { createRouter } from '../../rest/router.ts';
import { routes } from '../../rest/routes.ts';
import { Failure, HTTPValidationError } from '../../rest/schemas/failure.ts';
import { createRest } from '../../rest/shim.ts';
import { UNCONFIGURED } from './unconfigured-webhooks.ts';
import type { TestDatabase } from './test-database.ts';
import { anotherRequest } from './test-services.ts';

export type RestAnswer = { status: number; headers: Headers; body: unknown };
export type RestCaller = (
  who: { principal?: Principal; isAdmin?: boolean },
  call: `${string} /${string}`,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<RestAnswer>;

/**
 * Calls REST as clients do, without a network: `call({ principal }, 'GET /files/?limit=5')`. Every JSON answer is held
 * to what the OpenAPI document says of it. What is logged is kept in `log`.
 */
export function createRestCaller(
  database: TestDatabase,
  services: Services,
): { call: RestCaller; send: (request: Request) => Promise<Response>; log: unknown[] } {
  const log: unknown[] = [];
  const send = createRest({
    schema,
    // Tokens are the business of others: here the header names the user.
    createContext: async ({ authorization, adminKey }) => ({
      services: anotherRequest(database, services),
      principal: authorization ? { userId: Number(authorization) } : null,
      operator: adminKey === null ? null : { keyFingerprint: 'test', requestId: null },
      answerMs: 60_000,
      fork: () => database.orm.em.fork(),
    }),
    webhooks: UNCONFIGURED,
    log: { error: ({ err }) => log.push(err) },
    maxBodyBytes: 1024 * 1024,
    publicUrl: () => 'http://localhost:4000',
  });
  const documented = createRouter(routes.map((route) => ({ ...route, handler: route })));

  const call: RestCaller = async ({ principal, isAdmin }, line, body, headers = {}) => {
    const [method = '', path = ''] = line.split(' ');
    const response = await send(
      new Request(`http://localhost:4000${path}`, {
        method,
        headers: {
          ...(principal ? { Authorization: String(principal.userId) } : {}),
          ...(isAdmin ? { 'X-Admin-Key': 'key' } : {}),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const isJson = response.headers.get('content-type') === 'application/json';
    const answer = { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
    const route = documented.find(method, path.split('?', 1)[0] ?? '')?.handler;
    if (answer.status === 200 && route && 'response' in route) route.response.parse(answer.body);
    if (answer.status >= 400) (answer.status === 422 ? HTTPValidationError : Failure).parse(answer.body);
    return answer;
  };
  return { call, send, log };
}
