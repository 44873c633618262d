export type Attributes = Record<string, string | number | boolean>;

export type SpanStart = {
  /** `server`: a request; `consumer`: a job; nothing: a part of either. */
  kind?: 'server' | 'consumer';
  /** The W3C `traceparent` of the span that caused this one; null: there was none. Left out: the span under way. */
  parent?: string | null;
  attributes?: Attributes;
};

export type SpanEnd = { attributes?: Attributes; /** What kind of error it was; nobody's data. */ errorType?: string };

/** One piece of work, timed. */
export interface Span {
  /** Spans that are started by `run`, however deep and late, are parts of this one. */
  within<T>(run: () => T): T;
  end(outcome?: SpanEnd): void;
}

/**
 * Tells what of a request, a job or a reading took how long. In names and attributes there are words of closed lists,
 * counts and ids; nobody's names, addresses, files or money.
 */
export interface Tracing {
  start(name: string, start: SpanStart): Span;
  /** A span for as long as the work takes; one that throws is marked with the error's type. */
  span<T>(name: string, start: SpanStart, work: () => Promise<T>, describe?: (result: T) => Attributes): Promise<T>;
  /** The W3C `traceparent` of the span that is under way, for what it causes elsewhere; null outside of any. */
  current(): string | null;
  /** Sends what is left. */
  stop(): Promise<void>;
}

/** Where nobody asked for traces. */
export const noTracing: Tracing = {
  start: () => ({ within: (run) => run(), end: () => undefined }),
  span: (_name, _start, work) => work(),
  current: () => null,
  stop: async () => undefined,
};
