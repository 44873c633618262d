import type { Tracing } from '../tracing/tracing.ts';
import type { BeginTrace } from './server.ts';

/** Asked every few seconds, by machines. */
const UNTRACED = new Set(['/health', '/ready', '/metrics']);

/**
 * A span a request, by https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-server-span: a part of the
 * caller's trace where there is one. Of the path its template is told, as with the metrics.
 */
export const traceRequests =
  (tracing: Tracing, templateOf: (path: string) => string): BeginTrace =>
  ({ method, path, traceparent, requestId }) => {
    if (UNTRACED.has(path)) return null;
    const route = templateOf(path);
    const attributes = { 'http.request.method': method, 'http.route': route, 'request.id': requestId };
    const span = tracing.start(`${method} ${route}`, { kind: 'server', parent: traceparent, attributes });
    return {
      within: span.within,
      end: (status) =>
        span.end({
          attributes: status === null ? {} : { 'http.response.status_code': status },
          ...(status === null ? { errorType: 'aborted' } : {}),
          ...(status !== null && status >= 500 ? { errorType: String(status) } : {}),
        }),
    };
  };
