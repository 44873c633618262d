import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { AppError } from '../errors.ts';
import { confine } from '../extraction/sandbox/confinement.ts';
import { COMBINED_FORMATS, type CombinedFormat } from '../workbook/combined/write-combined.ts';
import type { CombineAbout, CombineCall, CombineReply, CombineTask, MemberText } from './combine-messages.ts';
import { passOutputs } from './pass-outputs.ts';

/** Where the members of a combined workbook come from, and where its outputs go. Either may throw: that ends it. */
export type CombineEnds = {
  /** The next member; null after the last. */
  next: () => Promise<MemberText | null>;
  /** Takes one whole output; a body that breaks off is an error, and leaves nothing. */
  take: (format: CombinedFormat, body: ReadableStream<Uint8Array>) => Promise<void>;
};

export type Combiner = {
  /**
   * Writes all formats of a dashboard. Throws what an end has thrown, AppError as `writeCombined`, and AppError
   * `TOO_LARGE` where the rows take more memory than they may.
   */
  combine(ends: CombineEnds, about: CombineAbout, signal: AbortSignal): Promise<void>;
};

/** A million rows, which are about what a sheet holds, take half of it. */
const HEAP_MEGABYTES = 2048;
/**
 * Writing makes garbage by the gigabyte and keeps little. With a small nursery, a heap that grows slowly and a library
 * that is not compiled twice, a process takes half the memory, and as long.
 */
export const FRUGAL_FLAGS = ['--max-semi-space-size=8', '--heap-growing-percent=30', '--liftoff-only'];
const OUT_OF_MEMORY = /heap out of memory/;
const STDERR_LENGTH = 4000;

/**
 * Builds each dashboard in a process of its own: a hundred thousand rows are hundreds of megabytes, which go back to the
 * system when it ends, and what goes wrong there harms nobody else.
 */
export const createCombiner = (heapMegabytes = HEAP_MEGABYTES): Combiner => ({
  async combine(ends, about, signal) {
    signal.throwIfAborted();
    const child = startProcess(heapMegabytes);
    const outputs = passOutputs(ends.take);
    const { promise, resolve, reject } = Promise.withResolvers<void>();

    const answer = async (call: CombineCall): Promise<void> => {
      try {
        if (call.ask === 'end') return call.failure ? reject(failureOf(call.failure)) : resolve();
        const reply: CombineReply = { member: null };
        if (call.ask === 'member') reply.member = await ends.next();
        else await outputs.pass(call.format, call.bytes);
        child.send(reply, () => undefined);
      } catch (error) {
        reject(error);
      }
    };
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort);
    child.on('message', (call: CombineCall) => void answer(call));
    const ended = endOf(child);
    void ended.then(reject);
    child.send({ formats: COMBINED_FORMATS, about } satisfies CombineTask, () => undefined);
    try {
      await promise;
    } catch (error) {
      await outputs.breakOff(error);
      throw error;
    } finally {
      signal.removeEventListener('abort', onAbort);
      child.kill('SIGKILL');
      await ended;
    }
  },
});

const MODULE = fileURLToPath(new URL('./combine-process.ts', import.meta.url));

/** It needs nothing from the environment, and may open nothing but code. */
const startProcess = (heapMegabytes: number): ChildProcess =>
  fork(MODULE, [], {
    env: { TZ: 'UTC' },
    execArgv: [...confine(MODULE, heapMegabytes * 1024 ** 2), ...FRUGAL_FLAGS],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });

const failureOf = ({ code, message }: { code: AppError['code']; message: string }): AppError =>
  new AppError(code, message);

/** Settles when the process is gone, with the reason that there is where nobody has ended it. */
const endOf = (child: ChildProcess): Promise<Error> => {
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-STDERR_LENGTH);
  });
  return new Promise((resolve) => {
    child.once('error', resolve);
    child.once('close', (code, signal) => {
      const cause = new Error(`Writing the dashboard ended with ${signal ?? `code ${code}`}: ${stderr}`);
      resolve(OUT_OF_MEMORY.test(stderr) ? tooLarge(cause) : cause);
    });
  });
};

const tooLarge = (cause: Error): AppError =>
  new AppError('TOO_LARGE', 'The dashboard has more rows than can be built at once; make two of it', { cause });
