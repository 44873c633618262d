import type { Config } from '../config.ts';
import { createSandbox, type Sandbox } from '../extraction/sandbox/sandbox.ts';
import { createExporter } from '../jobs/exporter.ts';
import type { Logger } from '../log.ts';
import { createAskModel } from '../model/ask-model.ts';
import { withSecondReader } from '../model/with-second-reader.ts';

import { traced } from './open-tracing.ts';
import type { Tracing } from '../tracing/tracing.ts';

export type OpenReaders = {
  readonly sandbox: Sandbox;
  /** Callers wait for the count, so it never stands in line behind a long statement. */
  readonly countingSandbox: Sandbox;
  readonly exporter: ReturnType<typeof createExporter>;
  stop(): Promise<void>;
};

/** The processes in which documents are read and written: whatever a document does, it does not do it to the server. */
export function openReaders(
  { limits, model }: Config,
  { log, tracing }: { log: Logger; tracing: Tracing },
): OpenReaders {
  const reader = {
    timeLimitMs: limits.extractionTimeMs,
    memoryLimitBytes: limits.extractionMemoryBytes,
    maxPages: limits.maxPages,
    log,
  };
  const alone = createSandbox({ ...reader, processes: limits.extractionProcesses });
  const sandbox =
    model === null ? alone : withSecondReader(alone, { ask: createAskModel(model), maxPages: model.maxPages, log });
  const countingSandbox = createSandbox({ ...reader, processes: 1 });
  const exporter = createExporter(limits.extractionProcesses);
  return {
    sandbox: traced(sandbox, tracing),
    countingSandbox: traced(countingSandbox, tracing),
    exporter,
    async stop() {
      await Promise.all([sandbox.stop(), countingSandbox.stop(), exporter.stop()]);
    },
  };
}
