import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ExtractionError } from '../extraction-error.ts';
import { confine } from './confinement.ts';
import { memoryLimitExceeded, readerCrashed, readerFailed, timeLimitExceeded } from './failures.ts';
import type { Answer, Call, CallName, Results } from './messages.ts';
import { residentMemory, watchMemory } from './resident-memory.ts';
import { type TransactionsAhead, withTransactions } from './transactions-ahead.ts';

export type CallOptions = {
  timeLimitMs: number;
  /** What each page adds to the limit that is read from its picture. */
  scanTimeMs: number;
  /** Ends the process when it aborts; the call then throws the signal's reason. */
  signal: AbortSignal;
  onPage?: ((page: number, pages: number) => void) | undefined;
};

/** A child process that reads one document at a time. */
export type ReaderProcess = {
  /** After a failure of any kind the process is gone: the state it was left in cannot be trusted. */
  call<Name extends CallName>(call: Call<Name>, bytes: Uint8Array, options: CallOptions): Promise<Outcome<Name>>;
  /** How many calls it has been given. */
  readonly calls: number;
  /** False once the process has ended. */
  readonly isAlive: boolean;
  residentBytes(): Promise<number>;
  /** Resolves when the process is gone. */
  kill(): Promise<End>;
};

/** The result of a call, and the bytes that came with it. */
export type Outcome<Name extends CallName> = { value: Results[Name]; attached: Uint8Array };

type End = { code: number | null; signal: NodeJS.Signals | null; stderr: string };

const STDERR_LENGTH = 4000;
/** V8 and PDFium's allocator say on stderr that they have reached their limits. */
const OUT_OF_MEMORY = /heap out of memory|grow the heap/;
/** How a process ends that destroyed itself. */
const CRASHES: (NodeJS.Signals | null)[] = ['SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGILL', 'SIGTRAP', 'SIGFPE'];

/** Starts a confined reader with an empty environment. The sum of all its memory is watched while it works. */
export const startReaderProcess = (childModule: URL, memoryLimitBytes: number): ReaderProcess => {
  const module = fileURLToPath(childModule);
  const child = fork(module, [String(process.pid)], {
    env: { TZ: 'UTC' },
    execArgv: confine(module, memoryLimitBytes),
    stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
  });
  let calls = 0;
  let isAlive = true;
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-STDERR_LENGTH);
  });
  // Writing to a process that has just ended fails; that it has ended is told by `ended`.
  child.stdin?.on('error', () => undefined);
  child.on('error', (error) => {
    stderr += error.message;
  });
  const ended = new Promise<End>((resolve) => {
    child.on('close', (code, signal) => {
      isAlive = false;
      resolve({ code, signal, stderr });
    });
  });

  /** Settles when the child answers, ends, or exceeds a limit, whichever comes first. */
  const converse = async <Name extends CallName>(
    call: Call<Name>,
    bytes: Uint8Array,
    options: CallOptions,
  ): Promise<Outcome<Name>> => {
    const { timeLimitMs, scanTimeMs, signal, onPage } = options;
    const { promise, resolve, reject } = Promise.withResolvers<Outcome<Name>>();
    const pieces: Buffer[] = [];
    const transactions: TransactionsAhead[] = [];
    const over = new AbortController();

    const onAnswer = (answer: Answer<Name>): void => {
      if (answer.type === 'result') {
        resolve({ value: withTransactions(answer.value, transactions), attached: Buffer.concat(pieces) });
      } else if (answer.type === 'transactions') transactions.push(answer);
      else if (answer.type === 'scan') allow(scanTimeMs);
      else if (answer.type === 'piece') pieces.push(Buffer.from(answer.base64, 'base64'));
      else if (answer.type === 'failure') reject(failureOf(answer));
      else report(answer.page, answer.pages);
    };
    let limitMs = 0;
    let timer: NodeJS.Timeout | undefined;
    const startedAt = performance.now();
    const allow = (moreMs: number): void => {
      clearTimeout(timer);
      limitMs += moreMs;
      timer = setTimeout(() => reject(timeLimitExceeded(limitMs)), limitMs - (performance.now() - startedAt));
    };
    allow(timeLimitMs);
    const report = (page: number, pages: number): void => {
      try {
        onPage?.(page, pages);
      } catch (error) {
        reject(error);
      }
    };
    const onAbort = () => reject(signal.reason);
    child.on('message', onAnswer);
    signal.addEventListener('abort', onAbort);
    const onMemory = () => reject(memoryLimitExceeded(memoryLimitBytes));
    if (child.pid !== undefined) void watchMemory(child.pid, memoryLimitBytes, over.signal, onMemory);
    void ended.then((end) => reject(failureOfEnd(end, memoryLimitBytes)));

    child.send(call, () => undefined);
    child.stdin?.write(bytes);
    try {
      return await promise;
    } finally {
      over.abort();
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      child.off('message', onAnswer);
    }
  };

  const kill = (): Promise<End> => {
    child.kill('SIGKILL');
    return ended;
  };

  return {
    get calls() {
      return calls;
    },
    get isAlive() {
      return isAlive;
    },
    residentBytes: async () => (child.pid === undefined ? 0 : residentMemory(child.pid)),
    kill,
    async call(call, bytes, options) {
      calls += 1;
      try {
        return await converse(call, bytes, options);
      } catch (error) {
        const end = await kill();
        const isUnexplained = error instanceof ExtractionError && error.cause !== undefined;
        throw isUnexplained && OUT_OF_MEMORY.test(end.stderr) ? memoryLimitExceeded(memoryLimitBytes) : error;
      }
    },
  };
};

const failureOf = ({ code, message, detail }: Extract<Answer, { type: 'failure' }>): ExtractionError =>
  new ExtractionError(code, message, detail === undefined ? {} : { cause: new Error(detail) });

/** Why a process has ended that nobody here has killed. */
const failureOfEnd = ({ code, signal, stderr }: End, memoryLimitBytes: number): ExtractionError => {
  // Only the system kills so: the whole machine is short of memory.
  if (signal === 'SIGKILL') return memoryLimitExceeded(memoryLimitBytes);
  const cause = new Error(`The reader ended with ${signal ?? `code ${code}`}: ${stderr}`);
  return CRASHES.includes(signal) ? readerCrashed(cause) : readerFailed(cause);
};
