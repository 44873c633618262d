import { AppError } from '../../errors.ts';
import { ExtractionError } from '../extraction-error.ts';
import type { Improvement } from '../second-reader/prove-answer.ts';
import { writeProposal } from '../second-reader/proposal.ts';
import type { Unproven } from '../second-reader/unproven.ts';
import type { ExtractedDocument } from '../statement.ts';
import type { Call, CallName, Counted } from './messages.ts';
import { startReaderProcess } from './reader-process.ts';
import type { CallOptions, Outcome, ReaderProcess } from './reader-process.ts';
import { createTurns } from './turns.ts';

type DocumentOptions = { password?: string; signal?: AbortSignal };

/** `unlocked` is a copy that opens without the password that was needed; null where none was. */
export type DocumentCount = Omit<Counted, 'unlockedSha256'> & {
  unlocked: { bytes: Uint8Array; sha256: string } | null;
};

/**
 * Extraction in processes that can be killed: whatever a document does to its reader, the server goes on.
 *
 * @throws {ExtractionError} with a sentence for the document's owner: whatever the reading throws, and `time_limit`,
 *   `memory_limit`, `damaged_file` (the reader crashed) or `internal_error`
 * @throws {AppError} `UNAVAILABLE` once the sandbox is stopped; the document may be fine
 * @throws the signal's reason where that aborts
 */
export type Sandbox = {
  count(bytes: Uint8Array, options?: DocumentOptions): Promise<DocumentCount>;
  /** `onPage` is called after each page that is read, 1-based. */
  read(
    bytes: Uint8Array,
    options?: DocumentOptions & { onPage?: (page: number, pages: number) => void },
  ): Promise<ExtractedDocument>;
  /** The same, with what is not proven on up to `askPages` pages. There may be no transactions where that is given. */
  readAsking(
    bytes: Uint8Array,
    options: DocumentOptions & { onPage?: (page: number, pages: number) => void; askPages: number },
  ): Promise<{ document: ExtractedDocument; unproven: Unproven | null }>;
  /** What somebody's answer to the question of `unproven` proves. */
  prove(unproven: Unproven, answer: string, options?: Pick<DocumentOptions, 'signal'>): Promise<Improvement | null>;
  /** Ends all calls and all processes; resolves when none is left. */
  stop(): Promise<void>;
};

export type SandboxOptions = {
  /** How many documents are read at once; the others wait in line. */
  processes: number;
  timeLimitMs: number;
  /** Of one process with everything in it; an idle one takes about 100 MB. */
  memoryLimitBytes: number;
  maxPages: number;
  log?: { info(details: object, message: string): void };
  /** What the processes run; tests put readers here that misbehave. */
  childModule?: URL;
};

/** Counting reads no page: what takes longer is no honest document. */
const COUNT_LIMIT_MS = 15_000;
/** A fresh process now and then keeps what one document leaves behind from troubling the ones that follow. */
const CALLS_PER_PROCESS = 50;
/** A page of a scan takes three seconds of an idle processor, and may have to be turned or read in another language. */
const SCAN_TIME_MS = 30_000;
/** A process without threads, and what each thread takes that reads pictures: its models, and the page before it. */
const PROCESS_BYTES = 250 * 1024 ** 2;
const THREAD_BYTES = 220 * 1024 ** 2;

export const createSandbox = (options: SandboxOptions): Sandbox => {
  const { timeLimitMs, memoryLimitBytes, maxPages, log } = options;
  const childModule = options.childModule ?? new URL('./child.ts', import.meta.url);
  const turns = createTurns(options.processes);
  const stopping = new AbortController();
  const readers = new Set<ReaderProcess>();
  const idle: ReaderProcess[] = [];

  const start = (): ReaderProcess => {
    const reader = startReaderProcess(childModule, memoryLimitBytes);
    readers.add(reader);
    return reader;
  };

  const end = async (reader: ReaderProcess): Promise<void> => {
    await reader.kill();
    readers.delete(reader);
  };

  /** A reader that died while idle is passed over. */
  const takeReader = (): ReaderProcess => {
    const reader = idle.pop() ?? start();
    if (reader.isAlive) return reader;
    readers.delete(reader);
    return takeReader();
  };

  /** Memory that WebAssembly once took is never given back: the next document shall not pay for this one's. */
  const isWorn = async (reader: ReaderProcess): Promise<boolean> =>
    reader.calls >= CALLS_PER_PROCESS || (await reader.residentBytes()) > memoryLimitBytes / 2;

  const run = async <Name extends CallName>(
    call: Call<Name>,
    bytes: Uint8Array,
    callOptions: CallOptions,
  ): Promise<Outcome<Name>> => {
    const { signal } = callOptions;
    await turns.take(signal);
    try {
      signal.throwIfAborted();
      const reader = takeReader();
      try {
        const outcome = await reader.call({ ...call, scanThreads: scanThreads() }, bytes, callOptions);
        if (await isWorn(reader)) await end(reader);
        else idle.push(reader);
        return outcome;
      } catch (error) {
        await end(reader);
        if (error instanceof ExtractionError) log?.info({ code: error.code, err: error.cause }, 'Document not read');
        throw error;
      }
    } finally {
      turns.give();
    }
  };
  /** A document has the processors that no other one is read on, as far as its memory goes. */
  const scanThreads = (): number =>
    Math.max(1, Math.min(1 + turns.free, Math.floor((memoryLimitBytes - PROCESS_BYTES) / THREAD_BYTES)));

  const orStopping = (signal?: AbortSignal): AbortSignal =>
    signal === undefined ? stopping.signal : AbortSignal.any([signal, stopping.signal]);

  const read = async (
    bytes: Uint8Array,
    { signal, onPage, ...rest }: Parameters<Sandbox['read']>[1] & { askPages?: number } = {},
  ): Promise<Outcome<'read'>> => {
    const call = { name: 'read', sizeBytes: bytes.byteLength, maxPages, ...rest } as const;
    return run(call, bytes, { timeLimitMs, scanTimeMs: SCAN_TIME_MS, signal: orStopping(signal), onPage });
  };

  return {
    async count(bytes, { signal, ...rest } = {}) {
      const limitMs = Math.min(timeLimitMs, COUNT_LIMIT_MS);
      const call = { name: 'count', sizeBytes: bytes.byteLength, maxPages, ...rest } as const;
      const { value, attached } = await run(call, bytes, {
        timeLimitMs: limitMs,
        scanTimeMs: 0,
        signal: orStopping(signal),
      });
      const { unlockedSha256: sha256, ...counted } = value;
      return { ...counted, unlocked: sha256 === null ? null : { bytes: attached, sha256 } };
    },
    read: async (bytes, readOptions) => (await read(bytes, readOptions)).value,
    async readAsking(bytes, readOptions) {
      const { value, attached } = await read(bytes, readOptions);
      return { document: value, unproven: attached.length === 0 ? null : JSON.parse(Buffer.from(attached).toString()) };
    },
    async prove(unproven, answer, { signal } = {}) {
      const bytes = writeProposal(unproven, answer);
      const call = { name: 'prove', sizeBytes: bytes.byteLength, maxPages } as const;
      return (await run(call, bytes, { timeLimitMs, scanTimeMs: 0, signal: orStopping(signal) })).value;
    },
    async stop() {
      stopping.abort(new AppError('UNAVAILABLE', 'The server is being restarted. Try again in a minute.'));
      await Promise.all([...readers].map(end));
    },
  };
};
