import type { ExtractionErrorCode } from '../extraction-error.ts';
import type { Improvement } from '../second-reader/prove-answer.ts';
import type { ExtractedDocument } from '../statement.ts';
import type { TransactionsAhead } from './transactions-ahead.ts';

/**
 * What a count tells: enough to charge for the document, and to know it again (`sha256`, in hex). Where a password was
 * needed, the copy that needs none is attached and has a hash of its own.
 */
export type Counted = { pages: number; mimeType: string; sha256: string; unlockedSha256: string | null };

export type Results = {
  count: Counted;
  /** Where `askPages` was given and not all is proven, a document may be without transactions, and `Unproven` is attached. */
  read: ExtractedDocument;
  /** What the answer to a question about unproven statements proves; its bytes are a `Proposal`. */
  prove: Improvement | null;
};
export type CallName = keyof Results;

/**
 * What the child is asked, one call at a time. The document's bytes follow on its standard input: as part of a message
 * they would be serialized in one go, and the server would stand still for as long.
 */
export type Call<Name extends CallName = CallName> = {
  name: Name;
  sizeBytes: number;
  maxPages: number;
  password?: string;
  /** With up to so many pages that are not proven, the question is attached that a second reader may be asked. */
  askPages?: number;
  /** How many threads may read pages from their pictures. */
  scanThreads?: number;
};

/**
 * What the child answers: any number of pages (`scan` before one that is read from its picture and takes its time), what
 * is attached to the result and a document's transactions in pieces (so that no message is so large that the server
 * stands still for it), then the result or a failure.
 */
export type Answer<Name extends CallName = CallName> =
  | { type: 'page'; page: number; pages: number }
  | { type: 'scan' }
  | { type: 'piece'; base64: string }
  | TransactionsAhead
  | { type: 'result'; value: Results[Name] }
  | { type: 'failure'; code: ExtractionErrorCode; message: string; detail?: string };
