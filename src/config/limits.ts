import type { z } from 'zod';
import type { QueueBounds } from '../domain/limit/queue-bounds.ts';
import type { Rates } from '../domain/limit/rates.ts';
import type { StreamBounds } from '../http/event-streams.ts';
import { wholeNumber } from './notations.ts';

export type LimitConfig = {
  /** Calls a minute and user. */
  readonly rates: Rates;
  readonly queueBounds: QueueBounds;
  /** Calls a minute that one address may make without a credential that is good; 0: no limit. */
  readonly anonymousRate: number;
  readonly streamBounds: StreamBounds;
  /**
   * How long a client may take to send the head and the body of a request, uploads aside, and how long we may take to
   * find the answer.
   */
  readonly requestTimes: { readonly headMs: number; readonly bodyMs: number; readonly answerMs: number };
  readonly limits: {
    readonly maxUploadBytes: number;
    readonly maxBodyBytes: number;
    readonly maxPages: number;
    readonly extractionTimeMs: number;
    readonly extractionMemoryBytes: number;
    readonly extractionProcesses: number;
  };
};

const MiB = 2 ** 20;
const callsAMinute = wholeNumber(0, 60_000);

/** The variables that say how much of anything there may be. */
export const limitVariables = {
  RATE_PROCESS: callsAMinute.default(600),
  RATE_UPLOAD: callsAMinute.default(600),
  RATE_CHECKOUT: callsAMinute.default(60),
  RATE_BUILD: callsAMinute.default(60),
  RATE_CHANGE: callsAMinute.default(600),
  QUEUE_LIMIT: wholeNumber(0, 1_000_000).default(20_000),
  QUEUE_LIMIT_PER_USER: wholeNumber(0, 1_000_000).default(10_000),
  RATE_ANONYMOUS: callsAMinute.default(600),
  STREAM_LIMIT: wholeNumber(0, 1_000_000).default(2_000),
  STREAM_LIMIT_PER_USER: wholeNumber(0, 1_000_000).default(50),
  REQUEST_HEAD_MS: wholeNumber(100, 600_000).default(20_000),
  REQUEST_BODY_MS: wholeNumber(100, 3_600_000).default(30_000),
  REQUEST_ANSWER_MS: wholeNumber(100, 600_000).default(60_000),
  MAX_UPLOAD_BYTES: wholeNumber(1, 2 ** 31 - 1).default(50 * MiB),
  MAX_BODY_BYTES: wholeNumber(1, 100 * MiB).default(MiB),
  MAX_PAGES: wholeNumber(1, 100_000).default(500),
  EXTRACTION_TIME_MS: wholeNumber(1, 3_600_000).default(120_000),
  // An idle reader takes some 140 MB; with less than this no document could be read.
  EXTRACTION_MEMORY_BYTES: wholeNumber(256 * MiB, 64 * 1024 * MiB).default(1024 * MiB),
  EXTRACTION_PROCESSES: wholeNumber(1, 256).optional(),
};
type LimitVariables = z.infer<z.ZodObject<typeof limitVariables>>;

/** `processors` is how many extractions may run at once where nothing else is said. */
export const arrangeLimits = (set: LimitVariables, processors: number): LimitConfig => ({
  rates: {
    process: set.RATE_PROCESS,
    upload: set.RATE_UPLOAD,
    checkout: set.RATE_CHECKOUT,
    build: set.RATE_BUILD,
    change: set.RATE_CHANGE,
  },
  queueBounds: { all: set.QUEUE_LIMIT, perUser: set.QUEUE_LIMIT_PER_USER },
  anonymousRate: set.RATE_ANONYMOUS,
  streamBounds: { all: set.STREAM_LIMIT, perUser: set.STREAM_LIMIT_PER_USER },
  requestTimes: { headMs: set.REQUEST_HEAD_MS, bodyMs: set.REQUEST_BODY_MS, answerMs: set.REQUEST_ANSWER_MS },
  limits: {
    maxUploadBytes: set.MAX_UPLOAD_BYTES,
    maxBodyBytes: set.MAX_BODY_BYTES,
    maxPages: set.MAX_PAGES,
    extractionTimeMs: set.EXTRACTION_TIME_MS,
    extractionMemoryBytes: set.EXTRACTION_MEMORY_BYTES,
    extractionProcesses: set.EXTRACTION_PROCESSES ?? processors,
  },
});
