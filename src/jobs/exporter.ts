import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { AppError } from '../errors.ts';
import { COMBINED_FORMATS, type CombinedFormat } from '../workbook/combined/write-combined.ts';
import type { writeExport } from '../workbook/write-export.ts';
import type {
  CombineAbout,
  CombineCall,
  CombineFailure,
  CombineReply,
  CombineTask,
  MemberText,
} from './combine-thread.ts';
import type { ExportTask } from './export-thread.ts';

/** Where the members of a combined workbook come from, and where its outputs go. Either may throw: that ends it. */
export type CombineEnds = {
  /** The next member; null after the last. */
  next: () => Promise<MemberText | null>;
  take: (format: CombinedFormat, bytes: Uint8Array) => Promise<void>;
};

export type Exporter = {
  write: typeof writeExport;
  /** Writes all formats of a dashboard. Throws what an end has thrown, and AppError as `writeCombined`. */
  combine(ends: CombineEnds, about: CombineAbout, signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
};

const fileOf = (name: string): string => new URL(name, import.meta.url).href;

/** A long statement takes seconds to write: it is done in threads, so that the server answers meanwhile. */
export function createExporter(threads: number): Exporter {
  const pool = new Piscina<ExportTask | CombineTask, unknown>({
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
    write: async (format, document, about) => (await pool.run({ format, document, about })) as Uint8Array,

    async combine(ends, about, signal) {
      const { port1: ours, port2: port } = new MessageChannel();
      const broken = new AbortController();
      const answer = async (call: CombineCall): Promise<void> => {
        try {
          let reply: CombineReply = null;
          if (call.ask === 'member') reply = await ends.next();
          else await ends.take(call.format, call.bytes);
          ours.postMessage(reply, []);
        } catch (error) {
          broken.abort(error);
        }
      };
      ours.on('message', (call: CombineCall) => void answer(call));
      try {
        const failure = (await pool.run(
          { port, formats: COMBINED_FORMATS, about },
          {
            filename: fileOf('./combine-thread.ts'),
            name: 'runCombine',
            transferList: [port],
            // The thread may be in the middle of a long sheet: it is ended, not asked.
            signal: AbortSignal.any([signal, broken.signal]),
          },
        )) as CombineFailure | null;
        if (failure) throw new AppError(failure.code, failure.message);
      } catch (error) {
        throw broken.signal.aborted ? broken.signal.reason : error;
      } finally {
        ours.close();
      }
    },

    stop: () => pool.destroy(),
  };
}
