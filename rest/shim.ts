import type { GraphQLSchema } from 'graphql';
import type { Context } from '../src/schema/context.ts';
import { AppError } from '../src/errors.ts';
import { failure, json } from './answers.ts';
import { type Call, createArgsReader } from './args-reader.ts';
import { docsEntries } from './docs.ts';
import { buildOpenApi } from './openapi.ts';
import { compileOperation, readOperation } from './operation.ts';
import { type ErrorLog, refuse } from './refuse.ts';
import type { BytesRoute, OperationRoute, Route } from './route.ts';
import { createRouter, type Router } from './router.ts';
import { routes } from './routes.ts';
import type { Webhooks } from './webhooks/receive.ts';

export type RestOptions = {
  schema: GraphQLSchema;
  /** The context of one request. Always answers: the principal is null where nobody is signed in. */
  createContext: (credentials: { authorization: string | null; adminKey: string | null }) => Promise<Context>;
  webhooks: Webhooks;
  log: ErrorLog;
  maxBodyBytes: number;
  /** What the OpenAPI document says the routes start with; known for certain once the server listens. */
  publicUrl: () => string;
};

/** Answers one request; whatever goes wrong is an answer too. */
export type Rest = (request: Request) => Promise<Response>;

type Handler = (call: Call) => Response | Promise<Response>;

/** The one handler of all routes, of the OpenAPI document and of the page that shows it. */
export function createRest(options: RestOptions): Rest {
  const router = createRouter<Handler>([
    ...routes.map((route) => ({ method: route.method, path: route.path, handler: createHandler(route, options) })),
    ...docsEntries((publicUrl) => buildOpenApi(routes, publicUrl), options.publicUrl),
  ]);
  return async (request) => {
    try {
      const { path, query } = splitUrl(request.url);
      const found = router.find(request.method, decodePath(path));
      if (!found) return answerUnfound(router, path, query);
      return await found.handler({ request, params: found.params, query });
    } catch (error) {
      return refuse(error, options.log);
    }
  };
}

/** Who calls is looked at first, then what they ask: nobody learns from a 422 what they may not do. */
function createHandler(route: Route, { schema, createContext, webhooks, maxBodyBytes }: RestOptions): Handler {
  if ('webhook' in route) return ({ request }) => webhooks[route.webhook](request);
  const readArgs = createArgsReader(route.args ?? {}, maxBodyBytes);
  const answer = createAnswer(route, schema);
  return async (call) => {
    const { headers } = call.request;
    const context = await createContext({
      authorization: headers.get('authorization'),
      adminKey: headers.get('x-admin-key'),
    });
    admit(route, context);
    return answer(await readArgs(call), context);
  };
}

type Answer = (args: Record<string, unknown>, context: Context) => Promise<Response>;

/** The table pairs `respond` and `pick` with what they are given: its schemas, and the fields of its operation. */
function createAnswer(route: OperationRoute | BytesRoute, schema: GraphQLSchema): Answer {
  if ('respond' in route) return (args, context) => route.respond(args as never, context);
  const operation = compileOperation(schema, readOperation(route.operation));
  const { pick } = route;
  return async (args, context) => {
    const field = await operation(args, context);
    return json(pick ? pick(field as never) : field);
  };
}

function admit({ auth }: Route, { principal, operator }: Context): void {
  if (auth === 'authenticated' && !principal) throw new AppError('UNAUTHENTICATED', 'Not authenticated');
  if (auth === 'admin' && !operator) throw new AppError('FORBIDDEN', 'Invalid or missing admin key');
}

/** Takes an absolute URL apart without the cost of a `URL`; the path stays escaped. */
function splitUrl(url: string): { path: string; query: string } {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  const end = url.indexOf('?', start);
  const path = end < 0 ? url.slice(start) : url.slice(start, end);
  return { path, query: end < 0 ? '' : url.slice(end + 1) };
}

function decodePath(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The path with the other ending, a wrong method, or nothing at all; as Starlette tells them apart. */
function answerUnfound(router: Router<Handler>, path: string, query: string): Response {
  const methods = router.methodsOf(decodePath(path));
  if (methods.length > 0) return failure(405, 'Method Not Allowed', { Allow: methods.join(', ') });
  const other = path.endsWith('//') ? '' : path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
  if (router.methodsOf(decodePath(other)).length > 0) {
    // 307 keeps method and body. Relative, since a proxy in front may have changed scheme and host.
    const location = other + (query && `?${query}`);
    return new Response(null, { status: 307, headers: { Location: location, 'Content-Length': '0' } });
  }
  return failure(404, 'Not Found');
}
