import { Piscina } from 'piscina';
import type { writeExport } from '../workbook/write-export.ts';
import type { ExportTask } from './export-thread.ts';

export type Exporter = { write: typeof writeExport; stop(): Promise<void> };

/** A long statement takes seconds to write: it is done in threads, so that the server answers meanwhile. */
export function createExporter(threads: number): Exporter {
  const pool = new Piscina<ExportTask, Uint8Array>({
    filename: new URL('./export-thread.ts', import.meta.url).href,
    name: 'runExport',
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 30_000,
    // A thread that writes needs nothing from the environment.
    env: {},
  });
  return {
    write: (format, document, about) => pool.run({ format, document, about }),
    stop: () => pool.destroy(),
  };
}
