import { ExtractionError } from '../extraction-error.ts';

/** The sentences for the document's owner when the reader itself fails. What really happened is the `cause`, for the log. */
export const timeLimitExceeded = (limitMs: number): ExtractionError =>
  new ExtractionError(
    'time_limit',
    `Reading the file took longer than ${Math.ceil(limitMs / 1000)} s and was stopped. Split it in parts and upload those.`,
  );

export const memoryLimitExceeded = (limitBytes: number): ExtractionError =>
  new ExtractionError(
    'memory_limit',
    `Reading the file took more than ${Math.floor(limitBytes / 1024 ** 2)} MB of memory and was stopped. ` +
      'Split it in parts and upload those.',
  );

export const readerCrashed = (cause: Error): ExtractionError =>
  new ExtractionError(
    'damaged_file',
    'The file is damaged in a way that makes reading it impossible. Download it from your bank again.',
    { cause },
  );

export const readerFailed = (cause: Error): ExtractionError =>
  new ExtractionError(
    'internal_error',
    'The file could not be read because of an error on our side. Try again later.',
    { cause },
  );
