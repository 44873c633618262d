import type { z } from 'zod';
import type { ErrorCode } from '../src/errors.ts';
import type { Provider } from '../src/domain/webhook/webhook-event.entity.ts';
import type { Context } from '../src/schema/context.ts';

/** What a route takes. Names are the same in the request, in the variables of the operation and in errors. */
export type RouteArgs = {
  path?: z.ZodObject;
  query?: z.ZodObject;
  /** Called as variables are: `idempotency_key` for `Idempotency-Key`. */
  headers?: z.ZodObject;
  body?: z.ZodObject;
  /** A body that may be left out, as none of its fields is required. */
  optionalBody?: z.ZodObject;
};

type RouteHead = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** As documented, with or without the slash at its end; the other form is redirected here. */
  path: `/${string}`;
  /** Groups the routes in the OpenAPI document. */
  tag: string;
  /** Checked before anything else of the request is looked at. */
  auth: 'public' | 'authenticated' | 'admin' | 'signature';
  summary: string;
  /** Names the route in the OpenAPI document, and its file in `operations/`. */
  operation: string;
  args?: RouteArgs;
  /** What a client should expect to go wrong, besides what follows from `auth` and `args`; each with an example. */
  errors?: Partial<Record<ErrorCode, string>>;
};

/** Answered by a GraphQL operation, whose one root field is the body. */
export type OperationRoute = RouteHead & {
  response: z.ZodType;
  /** Gives the root field the shape of the body, where aliases cannot. */
  pick?: (field: never) => unknown;
};

/** Answered with bytes, which are no business of GraphQL's: it has no operation file. */
export type BytesRoute = RouteHead & {
  respond: (args: never, context: Context) => Promise<Response>;
  mediaTypes: readonly string[];
};

/** Called by a provider, who signs the bytes: nothing of them is read before that is checked. */
export type WebhookRoute = RouteHead & { webhook: Provider; response: z.ZodType };

export type Route = OperationRoute | BytesRoute | WebhookRoute;
