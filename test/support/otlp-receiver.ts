import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A span as it came, its attributes by name. Kind 2 is a server's, 5 a consumer's, 1 internal; status 2 an error. */
export type ReceivedSpan = {
  traceId: string;
  spanId: string;
  parentSpanId: string | null;
  name: string;
  kind: number;
  status: number;
  attributes: Record<string, unknown>;
};

type Attribute = { key: string; value: Record<string, unknown> };
type Sent = {
  resourceSpans: {
    resource: { attributes: Attribute[] };
    scopeSpans: {
      spans: (Omit<ReceivedSpan, 'attributes' | 'status' | 'parentSpanId'> & {
        parentSpanId?: string;
        attributes: Attribute[];
        status: { code?: number };
      })[];
    }[];
  }[];
};

/** Takes traces by OTLP over HTTP, in JSON: https://opentelemetry.io/docs/specs/otlp/#otlphttp */
export async function startOtlpReceiver() {
  const spans: ReceivedSpan[] = [];
  const services = new Set<unknown>();
  const server = createServer((request, response) => {
    void take();
    async function take(): Promise<void> {
      const known = request.method === 'POST' && request.url === '/v1/traces';
      const { resourceSpans } = (await json(request)) as Sent;
      for (const { resource, scopeSpans } of known ? resourceSpans : []) {
        services.add(byName(resource.attributes)['service.name']);
        for (const span of scopeSpans.flatMap((scope) => scope.spans)) spans.push(describe(span));
      }
      response.writeHead(known ? 200 : 404, { 'Content-Type': 'application/json' }).end('{}');
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    services,
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

const describe = (span: Sent['resourceSpans'][number]['scopeSpans'][number]['spans'][number]): ReceivedSpan => ({
  traceId: span.traceId,
  spanId: span.spanId,
  parentSpanId: span.parentSpanId ?? null,
  name: span.name,
  kind: span.kind,
  status: span.status.code ?? 0,
  attributes: byName(span.attributes),
});

const byName = (attributes: readonly Attribute[]): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
