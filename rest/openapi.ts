import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import packageJson from '../package.json' with { type: 'json' };
import type { ErrorCode } from '../src/errors.ts';
import { headerName } from './header-name.ts';
import type { BytesRoute, Route } from './route.ts';
import { Failure, HTTPValidationError } from './schemas/failure.ts';
import { isForLater, OUTCOMES } from './status.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document: every route of the table and nothing else. `publicUrl` is where they are reached. */
export function buildOpenApi(routes: readonly Route[], publicUrl: string): Json {
  const { components, refer } = describeSchemas(routes);
  const paths: Record<string, Json> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method.toLowerCase()] = describeRoute(route, refer);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Excellent Banking',
      version: packageJson.version,
      description:
        'Bank statements in, Excel workbooks that add up out. Announce a statement, PUT its bytes to the URL you get, ' +
        'process it, wait until it is `completed`, download the workbook.\n\n' +
        'Money is a decimal string, negative where it leaves the account. Times are UTC.',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'The session token of the user.' },
        admin: { type: 'apiKey', in: 'header', name: 'X-Admin-Key', description: 'The key of the operator.' },
      },
    },
  };
}

/** What stands for a schema in the document. */
type Refer = (schema: z.ZodType) => Json;

/** All bodies in one conversion: those with an id become components, and the rest refers to them. */
function describeSchemas(routes: readonly Route[]): { components: Json; refer: Refer } {
  const bodies = routes.flatMap((route) => [...('response' in route ? [route.response] : []), ...bodyOf(route)]);
  const schemas = [...new Set<z.ZodType>([...bodies, Failure, HTTPValidationError])];
  const { prefixItems, $defs } = JSON.parse(
    JSON.stringify(toJsonSchema(z.tuple(schemas as [z.ZodType]))).replaceAll('"#/$defs/', '"#/components/schemas/'),
  ) as { prefixItems: Json[]; $defs: Record<string, Json> };
  return {
    components: $defs,
    refer: (schema) => prefixItems[schemas.indexOf(schema)] ?? {},
  };
}

/** As a request is to be written: defaults may be left out. */
const toJsonSchema = (schema: z.ZodType): Json => z.toJSONSchema(schema, { io: 'input', override: leaveOutNoise });

/** A whole number is told by its type, a date by its format; and components have their name already. */
function leaveOutNoise({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.format) delete jsonSchema.pattern;
}

const SECURITY = { public: [], authenticated: [{ session: [] }], admin: [{ admin: [] }], signature: [] };

function describeRoute(route: Route, refer: Refer): Json {
  const { args = {} } = route;
  return {
    operationId: route.operation.replace(/-(\w)/g, (_hyphen, letter: string) => letter.toUpperCase()),
    tags: [route.tag],
    summary: route.summary,
    security: SECURITY[route.auth],
    parameters: [
      ...describeParameters('path', args.path),
      ...describeParameters('query', args.query),
      ...describeParameters('header', args.headers),
    ],
    ...describeBody(route, refer),
    responses: {
      200: { description: 'OK', content: describeAnswer(route, refer), ...('respond' in route ? TAGGED : {}) },
      ...('respond' in route ? describePartial(route, refer) : {}),
      ...describeFailures(route, refer),
    },
  };
}

const bodyOf = ({ args }: Route): z.ZodObject[] =>
  [args?.body, args?.optionalBody].filter((body) => body !== undefined);

const describeBody = (route: Route, refer: Refer): Json => {
  const [body] = bodyOf(route);
  if (!body) return {};
  return { requestBody: { required: route.args?.body !== undefined, content: describeContent(body, refer) } };
};

const describeParameters = (place: 'path' | 'query' | 'header', schema: z.ZodObject | undefined): Json[] =>
  Object.entries(schema?.shape ?? {}).map(([name, field]) => {
    const { description, $schema: _dialect, ...rest } = toJsonSchema(field as z.ZodType);
    return {
      name: place === 'header' ? headerName(name) : name,
      in: place,
      required: place === 'path',
      ...(description ? { description } : {}),
      schema: rest,
    };
  });

const describeAnswer = (route: Route, refer: Refer): Json =>
  'respond' in route
    ? Object.fromEntries(route.mediaTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]))
    : describeContent(route.response, refer);

/** What a client is answered who has some of the bytes already. */
const describePartial = (route: BytesRoute, refer: Refer): Json => ({
  206: { description: STATUS_CODES[206], content: describeAnswer(route, refer), ...TAGGED },
  304: { description: STATUS_CODES[304], ...TAGGED },
  416: {
    description: STATUS_CODES[416],
    content: { 'application/json': { schema: refer(Failure), example: { detail: 'Range Not Satisfiable' } } },
  },
});

const TAGGED = { headers: { ETag: { description: 'Changes with the bytes.', schema: { type: 'string' } } } };

const describeContent = (schema: z.ZodType, refer: Refer): Json => ({
  'application/json': { schema: refer(schema), example: exampleOf(schema) },
});

/** Every body has an example; that of a list is made of that of its elements. */
function exampleOf(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodArray) return [exampleOf(schema.element as z.ZodType)];
  const examples = schema.meta()?.examples;
  return Array.isArray(examples) ? examples[0] : undefined;
}

const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds until the next call has a chance.', schema: { type: 'integer', minimum: 1 } },
};

function describeFailures(route: Route, refer: Refer): Json {
  const details: Partial<Record<ErrorCode, string>> = {
    ...(route.auth === 'authenticated' ? { UNAUTHENTICATED: 'Not authenticated' } : {}),
    ...(route.auth === 'admin' ? { FORBIDDEN: 'Invalid or missing admin key' } : {}),
    ...route.errors,
  };
  const describeFailure = (status: number, detail: string, code?: ErrorCode) => {
    const content = { 'application/json': { schema: refer(Failure), example: { detail } } };
    const headers = code && isForLater(code) ? { headers: RETRY_AFTER } : {};
    return [status, { description: STATUS_CODES[status], ...headers, content }];
  };
  const failures = [
    ...(route.auth === 'signature' ? [describeFailure(400, 'Invalid signature')] : []),
    ...(Object.entries(details) as [ErrorCode, string][]).map(([code, detail]) =>
      describeFailure(OUTCOMES[code].status, detail, code),
    ),
  ];
  const invalid = { description: 'Validation Error', content: describeContent(HTTPValidationError, refer) };
  return Object.fromEntries(route.args ? [...failures, [422, invalid]] : failures);
}
