import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  diag,
  DiagLogLevel,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span as OpenSpan,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { Span, SpanEnd, SpanStart, Tracing } from './tracing.ts';

export type TracingSettings = {
  /** An OTLP/HTTP endpoint without the path of its signals. */
  endpoint: string;
  serviceName: string;
  /** The share of traces that is kept, 0 to 1. A caller who has decided already is followed. */
  share: number;
};

const EXPORT_MS = 5_000;

/**
 * Traces in OpenTelemetry's form, sent in batches to an OTLP endpoint (https://opentelemetry.io/docs/specs/otlp/). What
 * cannot be sent is told to `warn` and dropped: nothing waits for it.
 */
export function openTelemetry(settings: TracingSettings, warn: (message: string) => void): Tracing {
  // The one place where the library speaks for all of the process.
  const quiet = () => undefined;
  const logger = { error: warn, warn, info: quiet, debug: quiet, verbose: quiet };
  diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  const exporter = new OTLPTraceExporter({ url: `${settings.endpoint}/v1/traces`, timeoutMillis: EXPORT_MS });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': settings.serviceName }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(settings.share) }),
    spanProcessors: [new BatchSpanProcessor({ exporter, exportTimeoutMillis: EXPORT_MS })],
  });
  const tracer = provider.getTracer('excellent-banking');
  const underWay = new AsyncLocalStorage<OpenSpan>();

  const contextOf = (parent: SpanStart['parent']): Context => {
    const span = underWay.getStore();
    if (parent === undefined) return span ? trace.setSpan(ROOT_CONTEXT, span) : ROOT_CONTEXT;
    return readTraceparent(parent);
  };
  const start = (name: string, { kind, parent, attributes = {} }: SpanStart): Span => {
    const span = tracer.startSpan(
      name,
      { kind: kind ? KINDS[kind] : SpanKind.INTERNAL, attributes },
      contextOf(parent),
    );
    return { within: (run) => underWay.run(span, run), end: (outcome) => endSpan(span, outcome) };
  };
  return {
    start,
    async span(name, about, work, describe) {
      const span = start(name, about);
      try {
        const result = await span.within(work);
        span.end(describe ? { attributes: describe(result) } : {});
        return result;
      } catch (error) {
        span.end({ errorType: typeOf(error) });
        throw error;
      }
    },
    current() {
      const span = underWay.getStore();
      return span ? writeTraceparent(span) : null;
    },
    stop: () => provider.shutdown().catch((error: unknown) => warn(`Traces were lost: ${typeOf(error)}`)),
  };
}

const KINDS = { server: SpanKind.SERVER, consumer: SpanKind.CONSUMER };

function endSpan(span: OpenSpan, { attributes = {}, errorType }: SpanEnd = {}): void {
  span.setAttributes(attributes);
  if (errorType !== undefined) {
    span.setAttribute('error.type', errorType);
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}

/** An error's message may quote what users have given us; its code and its class are ours. */
function typeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** Version 00 of https://www.w3.org/TR/trace-context/#traceparent-header; later ones begin alike. */
const TRACEPARENT = /^(?!ff)[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(?:$|-)/;

function readTraceparent(header: string | null): Context {
  const [, traceId = '', spanId = '', flags = ''] = TRACEPARENT.exec(header ?? '') ?? [];
  const parent = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
  return isSpanContextValid(parent) ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
}

function writeTraceparent(span: OpenSpan): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}
