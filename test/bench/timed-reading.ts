import { ExtractionError } from '../../src/extraction/extraction-error.ts';
import { readDocument } from '../../src/extraction/read-document.ts';
import type { ExtractedDocument } from '../../src/extraction/statement.ts';

export type TimedReading = {
  document: ExtractedDocument | null;
  /** The code of the refusal, or the message of a crash; null where a document was read. */
  failure: string | null;
  /** Processor time of this process, user and system. */
  cpuSeconds: number;
};

/** Reads a document and says what it cost. A crash is a result too: the bench goes on. */
export async function readTimed(bytes: Uint8Array): Promise<TimedReading> {
  const { result, cpuSeconds } = await timed(() =>
    readDocument(bytes, { maxPages: 1000 }).then(
      (document) => ({ document, failure: null }),
      (error: unknown) => ({ document: null, failure: describe(error) }),
    ),
  );
  return { ...result, cpuSeconds };
}

/** What comes of some work, and the processor time of this process that it took, user and system. */
export async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; cpuSeconds: number }> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, cpuSeconds: (user + system) / 1e6 };
}

function describe(error: unknown): string {
  if (error instanceof ExtractionError) return error.code;
  return error instanceof Error ? `crash: ${error.message}` : 'crash';
}
