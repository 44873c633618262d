import { readdirSync } from 'node:fs';
import { validate as validateDocument } from '@readme/openapi-parser';
import { Kind, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { buildOpenApi } from '../../rest/openapi.ts';
import { readOperation } from '../../rest/operation.ts';
import { routes } from '../../rest/routes.ts';
import { Failure, HTTPValidationError } from '../../rest/schemas/failure.ts';
import { schema } from '../../src/schema/index.ts';

/** The routes that clients were promised, and who may call them. */
const PROMISED = {
  'GET /me': 'authenticated',
  'POST /files/upload-url': 'authenticated',
  'GET /files/': 'authenticated',
  'GET /files/{file_id}': 'authenticated',
  'POST /files/{file_id}/process': 'authenticated',
  'GET /files/{file_id}/download-url': 'authenticated',
  'GET /files/{file_id}/download': 'authenticated',
  'DELETE /files/{file_id}': 'authenticated',
  'POST /dashboards/': 'authenticated',
  'GET /dashboards/': 'authenticated',
  'GET /dashboards/{id}': 'authenticated',
  'PATCH /dashboards/{id}': 'authenticated',
  'DELETE /dashboards/{id}': 'authenticated',
  'GET /dashboards/{id}/files': 'authenticated',
  'POST /dashboards/{id}/files': 'authenticated',
  'DELETE /dashboards/{id}/files/{file_id}': 'authenticated',
  'POST /dashboards/{id}/reprocess': 'authenticated',
  'GET /dashboards/{id}/download-url': 'authenticated',
  'GET /dashboards/{id}/download': 'authenticated',
  'GET /usage/': 'authenticated',
  'GET /usage/summary': 'authenticated',
  'GET /billing/plans': 'public',
  'GET /billing/balance': 'authenticated',
  'GET /billing/transactions': 'authenticated',
  'POST /billing/stripe/checkout': 'authenticated',
  'POST /billing/paypal/orders': 'authenticated',
  'POST /billing/paypal/orders/{order_id}/capture': 'authenticated',
  'GET /billing/payments': 'authenticated',
  'POST /admin/credits/adjust': 'admin',
  'POST /webhooks/clerk': 'signature',
  'POST /webhooks/stripe': 'signature',
  'POST /webhooks/paypal': 'signature',
};

/** What the document says of those who may call, and of those who may not. */
const TOLD = {
  public: { security: [], statuses: [] },
  authenticated: { security: [{ session: [] }], statuses: ['401'] },
  admin: { security: [{ admin: [] }], statuses: ['403'] },
  signature: { security: [], statuses: ['400', '503'] },
};

type Example = { example: unknown };
type Described = {
  operationId: string;
  security: object[];
  requestBody?: { content: Record<string, Example> };
  responses: Record<string, { content: Record<string, Example> }>;
};
const document = buildOpenApi(routes, 'https://api.example.com');
const described = Object.entries(document['paths'] as Record<string, Record<string, Described>>).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, route]) => ({ line: `${method.toUpperCase()} ${path}`, route })),
);
const describedAs = (line: string): Described => {
  const found = described.find((one) => one.line === line);
  if (!found) throw new Error(`${line} is not described`);
  return found.route;
};

test('the table holds the promised routes and nothing else', () => {
  expect(Object.fromEntries(routes.map(({ method, path, auth }) => [`${method} ${path}`, auth]))).toEqual(PROMISED);
});

describe('the OpenAPI document', () => {
  test('describes every promised route and nothing else', () => {
    expect(described.map(({ line }) => line).toSorted()).toEqual(Object.keys(PROMISED).toSorted());
    expect(new Set(described.map(({ route }) => route.operationId)).size).toBe(routes.length);
  });

  test('is an OpenAPI 3.1 document, at the public address', async () => {
    expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'https://api.example.com' }] });
    expect(await validateDocument(structuredClone(document) as never)).toMatchObject({ valid: true, warnings: [] });
  });

  test.each(Object.entries(PROMISED))('%s says who may call it', (line, auth) => {
    const { security, responses } = describedAs(line);
    const told = TOLD[auth as keyof typeof TOLD];
    expect(security).toEqual(told.security);
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(told.statuses));
  });

  test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s has examples that are what they are examples of',
    (line, route) => {
      const { requestBody, responses } = describedAs(line);
      const exampleIn = (content: Record<string, Example> | undefined) => content?.['application/json']?.example;
      const parses = (type: z.ZodType, example: unknown) => expect(type.safeParse(example).error).toBeUndefined();
      const body = route.args?.body ?? route.args?.optionalBody;
      if (body) parses(body, exampleIn(requestBody?.content));
      if ('response' in route) parses(route.response, exampleIn(responses[200]?.content));
      for (const [status, { content }] of Object.entries(responses)) {
        if (Number(status) >= 400) parses(status === '422' ? HTTPValidationError : Failure, exampleIn(content));
      }
    },
  );
});

describe('the operations', () => {
  const answered = routes.filter((route) => 'response' in route && !('webhook' in route));

  test.each(answered.map((route) => [route.operation, route] as const))(
    '%s is valid, and takes what its route takes',
    (name, { args = {} }) => {
      const operation = readOperation(name);
      expect(validate(schema, operation)).toEqual([]);
      const [definition] = operation.definitions;
      const variables =
        definition?.kind === Kind.OPERATION_DEFINITION
          ? definition.variableDefinitions?.map(({ variable }) => variable.name.value)
          : undefined;
      const taken = [args.path, args.query, args.headers, args.body, args.optionalBody].flatMap((part) =>
        Object.keys(part?.shape ?? {}),
      );
      expect(variables?.toSorted()).toEqual(taken.toSorted());
    },
  );

  test('each belongs to one route', () => {
    const files = readdirSync(new URL('../../rest/operations/', import.meta.url));
    expect(files.toSorted()).toEqual(answered.map(({ operation }) => `${operation}.graphql`).toSorted());
  });
});
