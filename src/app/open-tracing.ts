import type { Config } from '../config.ts';
import type { Sandbox } from '../extraction/sandbox/sandbox.ts';
import type { Logger } from '../log.ts';
import { noTracing, type Tracing } from '../tracing/tracing.ts';

/** The libraries are loaded where traces are wanted, and nowhere else. */
export async function openTracing({ tracing }: Config, log: Logger): Promise<Tracing> {
  if (tracing === null) return noTracing;
  const { openTelemetry } = await import('../tracing/open-telemetry.ts');
  return openTelemetry(tracing, (reason) => log.warn({ reason }, 'traces'));
}

/** A sandbox whose callers' traces tell how long a document took. */
export const traced = (sandbox: Sandbox, tracing: Tracing): Sandbox => ({
  ...sandbox,
  count: (bytes, options) =>
    tracing.span(
      'count pages',
      { attributes: { 'document.bytes': bytes.byteLength } },
      () => sandbox.count(bytes, options),
      ({ pages }) => ({ 'document.pages': pages }),
    ),
  read: (bytes, options) =>
    tracing.span(
      'extraction',
      { attributes: { 'document.bytes': bytes.byteLength } },
      () => sandbox.read(bytes, options),
      ({ sourceFormat, statements }) => ({
        'document.format': sourceFormat,
        'document.statements': statements.length,
        'document.transactions': statements.reduce((sum, { transactions }) => sum + transactions.length, 0),
      }),
    ),
});
