import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type Logger, withRequestId } from '../log.ts';
import { holdToBodyTime } from './body-deadline.ts';
import { withClientAddress } from './client-address.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

/** What is told of an answered request. `status` is null where the connection broke off before anybody could read one. */
export type AnsweredRequest = { method: string; path: string; status: number | null; seconds: number };

export type ServerOptions = {
  /** How long a client may take to send the head of a request, and its body. */
  times: { headMs: number; bodyMs: number };
  /** What may take its time over the body. */
  isUpload: (path: string) => boolean;
  /** Whence a request came, where that can be told. */
  addressOf: (request: IncomingMessage) => string | null;
  onAnswered: (answered: AnsweredRequest) => void;
  beginTrace?: BeginTrace;
};

/** Begins to trace a request; null: this one is not. `end` is told the status that was answered, if any was. */
export type BeginTrace = (request: {
  method: string;
  path: string;
  requestId: string;
  traceparent: string | null;
}) => { within<T>(run: () => T): T; end(status: number | null): void } | null;

/**
 * The node server around a fetch handler. What holds for every answer, whatever made it, is done here on the bare
 * response, where it costs next to nothing: a request id, security headers and one line in the log.
 */
export const createHttpServer = (fetch: Fetch, log: Logger, options: ServerOptions): Server => {
  const { headMs } = options.times;
  const looks = { connectionsCheckingInterval: Math.min(headMs, LONGEST_LOOK_MS) };
  const server = createServer(looks, observed(getRequestListener(fetch), log, options));
  server.headersTimeout = headMs;
  server.requestTimeout = SLOWEST_UPLOAD_MS;
  server.timeout = SILENCE_MS;
  return server;
};

/** Over a slow line an upload may take as long as its URL is good for, as long as something comes. */
const SLOWEST_UPLOAD_MS = 60 * 60_000;
/** A connection on which nothing moves is closed. Subscriptions are kept alive by pings, far more often. */
const SILENCE_MS = 2 * 60_000;
/** How often Node looks for clients that are late. */
const LONGEST_LOOK_MS = 5_000;

function observed(listener: RequestListener, log: Logger, options: ServerOptions): RequestListener {
  const { times, addressOf, isUpload, onAnswered, beginTrace } = options;
  return (request, response) => {
    const requestId = readRequestId(request) ?? randomUUID();
    const startedAt = performance.now();
    response.setHeader('X-Request-Id', requestId);
    if (hasBody(request)) {
      closeIfUnread(request, response);
      if (!isUpload(pathOf(request))) holdToBodyTime(request, response, times.bodyMs);
    }
    for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value);
    const span = beginTrace?.({ ...askedOf(request), requestId }) ?? null;
    withRequestId(requestId, () => {
      response.once('close', () => {
        const answered = describeAnswer(request, response, startedAt);
        logRequest(log, requestId, answered, response.writableFinished);
        onAnswered(answered);
        span?.end(answered.status);
      });
      const answer = () => withClientAddress(addressOf(request), () => listener(request, response));
      if (span) span.within(answer);
      else answer();
    });
  };
}

const askedOf = (request: IncomingMessage) => {
  const { traceparent } = request.headers;
  const caller = typeof traceparent === 'string' ? traceparent : null;
  return { method: request.method ?? '', path: pathOf(request), traceparent: caller };
};

function hasBody({ headers }: IncomingMessage): boolean {
  const { 'content-length': length = '0', 'transfer-encoding': chunked } = headers;
  return length !== '0' || chunked !== undefined;
}

/**
 * An answer that comes before the whole body has (403, 413) ends the connection, since the rest of the body stands in
 * its way. A client that is not told sends its next request into a connection that is being closed.
 */
function closeIfUnread(request: IncomingMessage, response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse;
  response.writeHead = (...head: unknown[]) => {
    if (!request.complete) response.setHeader('Connection', 'close');
    return writeHead(...head);
  };
}

/** An answer that knows better (a page with scripts of its own) sets its own Content-Security-Policy. */
const SECURITY_HEADERS = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'no-referrer'],
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
] as const;

/** A caller's own id is kept where it is harmless to log, so that requests can be followed across services. */
function readRequestId(request: IncomingMessage): string | null {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given) ? given : null;
}

/** The query is left out: signed URLs carry their signature there. */
const pathOf = ({ url }: IncomingMessage): string => url?.split('?', 1)[0] ?? '';

const describeAnswer = (request: IncomingMessage, response: ServerResponse, startedAt: number): AnsweredRequest => ({
  method: request.method ?? '',
  path: pathOf(request),
  status: response.headersSent && (request.complete || response.writableFinished) ? response.statusCode : null,
  seconds: (performance.now() - startedAt) / 1000,
});

/** A connection that breaks off is noticed outside the request's own context, so the line is given its id. */
function logRequest(log: Logger, requestId: string, answered: AnsweredRequest, finished: boolean): void {
  const { seconds, ...request } = answered;
  const milliseconds = Math.round(seconds * 1000);
  log.info({ requestId, ...request, milliseconds, ...(finished ? {} : { aborted: true }) }, 'request');
}

/** What a request may still take once the server stops. */
const DRAIN_MS = 10_000;

/** Takes no new connections, lets requests under way finish, and closes the connections that wait for more. */
export async function drain(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise((resolve) => server.close(resolve));
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const deadline = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(deadline);
}
