import type { ErrorCode } from '../src/errors.ts';

type Outcome = { status: number; headers?: Record<string, string> };

/** The one place that says how a failure is answered. */
export const OUTCOMES: Readonly<Record<ErrorCode, Outcome>> = {
  BAD_USER_INPUT: { status: 422 },
  UNAUTHENTICATED: { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } },
  INSUFFICIENT_CREDITS: { status: 402 },
  FORBIDDEN: { status: 403 },
  NOT_FOUND: { status: 404 },
  CONFLICT: { status: 409 },
  TOO_LARGE: { status: 413 },
  UNSUPPORTED: { status: 415 },
  RATE_LIMITED: { status: 429 },
  BUSY: { status: 503 },
  UNAVAILABLE: { status: 503 },
};

/** Whether the same call may succeed a little later: the answer says when. */
export const isForLater = (code: ErrorCode): boolean => code === 'RATE_LIMITED' || code === 'BUSY';
