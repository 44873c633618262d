import { Piscina } from 'piscina';
import type { writeExport } from '../workbook/write-export.ts';
import type { ExportTask } from './export-thread.ts';

export type Exporter = {
  write: typeof writeExport;
  stop(): Promise<void>;
};

const fileOf = (name: string): string => new URL(name, import.meta.url).href;

/** A long statement takes seconds to write: it is done in threads, so that the server answers meanwhile. */
export function createExporter(threads: number): Exporter {
  const pool = new Piscina<ExportTask, Uint8Array>({
    filename: fileOf('./export-thread.ts'),
    name: 'runExport',
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 30_000,
    // A thread that writes needs nothing from the environment.
    env: {},
    // Writing makes garbage by the gigabyte and keeps little: with a small nursery a thread takes a third less memory.
    resourceLimits: { maxYoungGenerationSizeMb: 24 },
  });
  return {
    write: async (format, document, about) => pool.run({ format, document, about }),

    stop: () => pool.destroy(),
  };
}
