import { Worker } from 'node:worker_threads';
import { ExtractionError } from '../extraction-error.ts';
import type { ExtractedDocument } from '../statement.ts';
import { readerCrashed, readerFailed } from './failures.ts';
import type { Answer, Call, Counted, Results } from './messages.ts';
import { isDocument, transactionsOf, withoutTransactions } from './transactions-ahead.ts';

type ReadOptions = {
  maxPages: number;
  password?: string;
  askPages?: number;
  scanThreads?: number;
  onPage: (page: number, pages: number) => void;
  onScan: () => void;
  /** Bytes that go with the result. */
  attach: (bytes: Uint8Array) => void;
};
export type Reader = {
  count(bytes: Uint8Array, options: ReadOptions): Promise<Counted>;
  read(bytes: Uint8Array, options: ReadOptions): Promise<ExtractedDocument>;
  prove(bytes: Uint8Array): Promise<Results['prove']>;
};

/**
 * The child's side of the sandbox: answers the parent's calls until the parent is gone, whose process id is the first
 * argument of the command line.
 */
export const answerCalls = (reader: Reader): void => {
  process.on('message', (call: Call) => void answer(reader, call).then(send));
  process.on('uncaughtException', (error) => send(failureOf(error)));
  process.on('disconnect', () => process.exit());
  new Worker(new URL('./parent-watch.mjs', import.meta.url), { workerData: Number(process.argv[2]) }).unref();
};

const send = (answer: Answer): void => void process.send?.(answer);

const answer = async (reader: Reader, { name, sizeBytes, ...options }: Call): Promise<Answer> => {
  try {
    const bytes = await readInput(sizeBytes);
    const onPage = (page: number, pages: number) => send({ type: 'page', page, pages });
    const value = await reader[name](bytes, { ...options, onPage, onScan, attach });
    return { type: 'result', value: value !== null && isDocument(value) ? await sendTransactions(value) : value };
  } catch (error) {
    return failureOf(error);
  }
};

const onScan = (): void => send({ type: 'scan' });

const PIECE_BYTES = 512 * 1024;

const attach = (bytes: Uint8Array): void => {
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(PIECE_BYTES, bytes.length - start));
    send({ type: 'piece', base64: piece.toString('base64') });
  }
};

/** Sends a document's transactions, each message written before the next one is made; what is left of it is the result. */
const sendTransactions = async (document: ExtractedDocument): Promise<ExtractedDocument> => {
  for (const some of transactionsOf(document)) {
    await new Promise((resolve) => void process.send?.(some, undefined, undefined, resolve));
  }
  return withoutTransactions(document);
};

/** A trap of the WebAssembly machine is what a crash would be in native code: the parser did not withstand the file. */
const failureOf = (error: unknown): Answer => {
  if (error instanceof ExtractionError) return { type: 'failure', code: error.code, message: error.message };
  const cause = error instanceof Error ? error : new Error('Something was thrown that is no error');
  const { code, message } = cause instanceof WebAssembly.RuntimeError ? readerCrashed(cause) : readerFailed(cause);
  return { type: 'failure', code, message, detail: placeOf(cause) };
};

/** Where an error happened, for the log. Its message is left out: it may quote the document. */
const placeOf = ({ name, stack = '' }: Error): string => name + stack.slice(Math.max(0, stack.indexOf('\n    at ')));

/** Exactly so many bytes of the standard input, which stays open for the next call. */
const readInput = async (sizeBytes: number): Promise<Uint8Array> => {
  const bytes = new Uint8Array(sizeBytes);
  let received = 0;
  if (sizeBytes === 0) return bytes;
  for await (const chunk of process.stdin.iterator({ destroyOnReturn: false })) {
    bytes.set(chunk, received);
    received += chunk.length;
    if (received === sizeBytes) return bytes;
  }
  throw new Error('The input ended before the document');
};
