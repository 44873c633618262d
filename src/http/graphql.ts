import {
  type ExecutionArgs,
  getOperationAST,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  type ParseOptions,
  type Source,
} from 'graphql';
import { createYoga, type Plugin, type YogaInitialContext } from 'graphql-yoga';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { AppError } from '../errors.ts';
import { answerInTime } from '../schema/answer-in-time.ts';
import type { Context } from '../schema/context.ts';
import { isKnownCode } from '../schema/errors.ts';
import { mustBeShort, withinLimits } from './document-limits.ts';
import type { EventStreams, Listener } from './event-streams.ts';
import { EXAMPLE_OPERATIONS } from './example-operations.ts';
import { answer, createShortcut, isPlainPost, readPosted } from './graphql-shortcut.ts';

export type GraphqlOptions = {
  schema: GraphQLSchema;
  /** Throws an `AppError` where the caller is not to be answered now. */
  createContext: (credentials: { authorization: string | null; adminKey: string | null }) => Promise<SignedInContext>;
  /** Turns what a resolver threw into what the caller may see. */
  maskError: (error: unknown) => Error;
  /** The playground and introspection: everywhere but in production. */
  playground: boolean;
  maxBodyBytes: number;
  streams: EventStreams;
};

type SignedInContext = Context & { principal: Listener | null };

/**
 * `/graphql`. Yoga speaks the protocol: GET, subscriptions by server-sent events, every kind of bad request, the
 * playground. An operation that is posted again and again, the daily bread, takes the short cut past Yoga's HTTP layer,
 * which costs several times what executing does (`npm run bench:http`).
 */
export function graphqlRoutes(options: GraphqlOptions): Hono {
  const { schema, createContext, maskError, playground, maxBodyBytes, streams } = options;
  const contextOf = ({ headers }: Request): Promise<SignedInContext> =>
    createContext({ authorization: headers.get('authorization'), adminKey: headers.get('x-admin-key') });

  const yoga = createYoga<{ prepared: Context }, Context>({
    schema,
    context: ({ prepared }: YogaInitialContext & { prepared: Context }) => prepared,
    maskedErrors: { maskError },
    graphiql: playground && { title: 'Excellent Banking', defaultQuery: EXAMPLE_OPERATIONS },
    // Its page is 20 MB to hold, and in production nobody is ever given it.
    renderGraphiQL: async (options) => (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options),
    landingPage: false,
    batching: false,
    multipart: false,
    cors: false,
    // What fails is logged where errors are masked.
    logging: false,
    plugins: [withKnownCodes, withDocumentLimits, inTime, ...(playground ? [] : [withoutIntrospection])],
  });
  const shortcut = createShortcut(schema, playground);

  const routes = new Hono();
  // What goes wrong before there is an operation: the caller cannot be known, or has called too often.
  routes.onError((error, c) => {
    if (error.name === 'AbortError') throw error;
    const errors = [maskError(error)];
    if (!(error instanceof AppError) || error.code !== 'RATE_LIMITED') return c.json({ errors }, 500);
    return c.json({ errors }, 429, { 'Retry-After': String(error.retryAfterSeconds ?? 1) });
  });
  routes.all('/graphql/', (c) => c.redirect(`/graphql${new URL(c.req.url).search}`, 307));
  return routes.all(
    '/graphql',
    async (c, next) => {
      const request = c.req.raw;
      if (!isPlainPost(request, maxBodyBytes)) return next();
      const text = await request.text().catch(() => null);
      if (text === null) return c.body(null, 400);
      const posted = readPosted(text);
      const run = posted && shortcut.find(posted.query);
      if (run) return answer(run, posted.variables, await contextOf(request), maskError);
      c.req.raw = new Request(request.url, {
        method: 'POST',
        headers: request.headers,
        body: text,
        signal: request.signal,
      });
      return next();
    },
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: (c) =>
        c.json(
          {
            errors: [
              { message: `The body is larger than ${maxBodyBytes} bytes`, extensions: { code: 'BAD_USER_INPUT' } },
            ],
          },
          413,
        ),
    }),
    async (c) => {
      const prepared = await contextOf(c.req.raw);
      return finish(await yoga.fetch(c.req.raw, { prepared }), prepared.principal, streams);
    },
  );
}

/** What Yoga itself refuses (syntax, validation, the form of the request) is said in the API's own words. */
const withKnownCodes: Plugin = {
  onResultProcess({ result }) {
    for (const one of Array.isArray(result) ? result : [result]) {
      if (!('errors' in one)) continue;
      for (const { extensions } of one.errors ?? []) {
        if (extensions && !isKnownCode(extensions['code'])) extensions['code'] = 'BAD_USER_INPUT';
      }
    }
  },
};

const withDocumentLimits: Plugin = {
  onParse({ parseFn, setParseFn }) {
    setParseFn((source: string | Source, options?: ParseOptions): unknown => {
      mustBeShort(typeof source === 'string' ? source : source.body);
      return parseFn(source, options);
    });
  },
  onValidate({ addValidationRule }) {
    addValidationRule(withinLimits);
  },
};

/** Subscriptions go on for as long as somebody listens. */
const inTime: Plugin<Context> = {
  onExecute({ args, executeFn, setExecuteFn }) {
    const { document, operationName, contextValue } = args;
    const operation = getOperationAST(document, operationName)?.operation ?? OperationTypeNode.QUERY;
    setExecuteFn((asked: ExecutionArgs) => answerInTime(contextValue.answerMs, operation, () => executeFn(asked)));
  },
};

const withoutIntrospection: Plugin = {
  onValidate({ addValidationRule }) {
    addValidationRule(NoSchemaIntrospectionCustomRule);
  },
};

/** GraphiQL is one page with its scripts and workers inside; it may run these, and everything else stays forbidden. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; style-src 'unsafe-inline'; " +
  "img-src data: blob:; font-src data:; connect-src 'self'; frame-ancestors 'none'";

/** What Yoga leaves open: the page's own policy, refusals without a word, and a stream's status. */
function finish(response: Response, askedBy: Listener | null, streams: EventStreams): Response {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/html')) {
    const page = new Response(response.body, response);
    page.headers.set('Content-Security-Policy', PAGE_POLICY);
    return page;
  }
  if (type.startsWith('text/event-stream')) return finishStream(response, askedBy, streams);
  const refusal = UNSAID[response.status];
  if (!refusal) return response;
  return Response.json(
    { errors: [{ message: refusal, extensions: { code: 'BAD_USER_INPUT' } }] },
    {
      status: response.status,
    },
  );
}

/** A refusal is the stream's only event; a status of 500 would have clients try again for ever. */
function finishStream(response: Response, askedBy: Listener | null, streams: EventStreams): Response {
  const headers = [...response.headers] as [string, string][];
  if (!askedBy || !response.body) return new Response(response.body, { headers });
  if (streams.hasRoom(askedBy)) return new Response(streams.hold(response.body, askedBy), { headers });
  // Yoga lets only those events go that have begun (sse.js in 5.24.1).
  const reader = response.body.getReader();
  void reader.read().then(() => reader.cancel());
  const extensions = { code: 'RATE_LIMITED', retryAfterSeconds: STREAM_RETRY_SECONDS };
  return Response.json(
    { errors: [{ message: 'Too many subscriptions are open; end one, or ask now and then instead', extensions }] },
    { status: 429, headers: { 'Retry-After': String(STREAM_RETRY_SECONDS) } },
  );
}

const STREAM_RETRY_SECONDS = 10;

const UNSAID: Record<number, string> = {
  406: 'Answers are application/graphql-response+json, application/json or, for subscriptions, text/event-stream',
  415: 'Operations are posted as application/json: {"query": "…", "variables": {…}}',
};
