import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** One kind of job, as its queue counts it. */
export type MeasuredJobs = {
  kind: string;
  waiting: number;
  running: number;
  failed: number;
  /** How long the job that is due longest has been waiting; zero where none is due. */
  oldestDueSeconds: number;
};

/** Connections to the database. */
export type MeasuredPool = { idle: number; busy: number; waiting: number };

/** What is asked for at each scrape. */
export type Sources = {
  jobs: () => Promise<readonly MeasuredJobs[]>;
  /** Credits by account, all users together. */
  ledger: () => Promise<Readonly<Record<string, number>>>;
  /** Null where there is no pool. */
  pool: () => Promise<MeasuredPool | null>;
};

/** `route` is a template out of a list of our own: never a path, never an id. */
export type RequestRecord = { method: string; route: string; status: number | null; seconds: number };

/** `error` is a code; `reconciled` is told of what was read. */
export type ExtractionRecord = { seconds: number } & (
  | { format: string; reconciled: boolean | null; error: null }
  | { format: null; reconciled: null; error: string }
);

export type Metrics = {
  recordRequest(record: RequestRecord): void;
  recordExtraction(record: ExtractionRecord): void;
  /** Prometheus' text. Callers at the same time share one answer, so that they cost the database what one costs. */
  print(): Promise<string>;
  readonly contentType: string;
};

const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const EXTRACTION_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * The metrics of one app, in a registry of its own. All labels come from closed lists, so that no caller can make them
 * grow or have them say what was asked. A source that fails leaves its figures out, and `onError` hears of it.
 */
export function createMetrics(sources: Sources, onError: (error: unknown) => void): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Answered requests, from their head to the end of the answer',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_SECONDS,
    registers,
  });
  const extractionSeconds = new Histogram({
    name: 'extraction_duration_seconds',
    help: 'Statements read, from the bytes to the rows; format is "none" where reading failed',
    labelNames: ['format'],
    buckets: EXTRACTION_SECONDS,
    registers,
  });
  const extractions = new Counter({
    name: 'extractions_total',
    help: 'Statements read: whether arithmetic proves them (true, false, null), or the code of the error',
    labelNames: ['format', 'reconciled', 'error'],
    registers,
  });
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Gauge<Label>({ name, help, labelNames, registers });
  const jobs = gauge('jobs', 'Jobs in the queue', ['kind', 'state']);
  const oldest = gauge('jobs_oldest_due_seconds', 'How long the job that is due longest has waited', ['kind']);
  const credits = gauge('ledger_credits', 'Credits by account, all users together', ['account']);
  const connections = gauge('database_connections', 'Connections of the pool, and calls that wait for one', ['state']);

  const showJobs = async (): Promise<void> => {
    for (const { kind, waiting, running, failed, oldestDueSeconds } of await sources.jobs()) {
      for (const [state, count] of Object.entries({ waiting, running, failed })) jobs.set({ kind, state }, count);
      oldest.set({ kind }, oldestDueSeconds);
    }
  };
  const showLedger = async (): Promise<void> => {
    for (const [account, total] of Object.entries(await sources.ledger())) credits.set({ account }, total);
  };
  const showPool = async (): Promise<void> => {
    for (const [state, count] of Object.entries((await sources.pool()) ?? {})) connections.set({ state }, count);
  };

  const scrape = async (): Promise<string> => {
    for (const each of [jobs, oldest, credits, connections]) each.reset();
    await Promise.all([showJobs, showLedger, showPool].map((show) => show().catch(onError)));
    return registry.metrics();
  };
  let underWay: Promise<string> | undefined;

  return {
    contentType: registry.contentType,
    recordRequest({ method, route, status, seconds }) {
      const known = METHODS.has(method) ? method : 'other';
      requests.observe({ method: known, route, status: status ?? 'none' }, seconds);
    },
    recordExtraction({ format, reconciled, error, seconds }) {
      extractionSeconds.observe({ format: format ?? 'none' }, seconds);
      extractions.inc({
        format: format ?? 'none',
        reconciled: error === null ? String(reconciled) : 'none',
        error: error ?? 'none',
      });
    },
    print: () =>
      (underWay ??= scrape().finally(() => {
        underWay = undefined;
      })),
  };
}
