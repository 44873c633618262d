/**
 * What a caller may be told, and what only the log may know. The code is the one thing that the doors (GraphQL and
 * REST) look at: each maps it once, to `extensions.code` and to a status. This file knows neither.
 */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'INSUFFICIENT_CREDITS'
  | 'CONFLICT'
  | 'TOO_LARGE'
  | 'UNSUPPORTED'
  | 'RATE_LIMITED'
  | 'BUSY'
  | 'UNAVAILABLE';

/** An expected failure. `message` is for the caller: what happened and what to do; `cause` is for the log. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Where it is `RATE_LIMITED` or `BUSY`: when to try again. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown; retryAfterSeconds?: number }) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
    this.retryAfterSeconds = options?.retryAfterSeconds;
  }
}

export const notFound = (thing: string): AppError => new AppError('NOT_FOUND', `${thing} not found`);
export const conflict = (message: string): AppError => new AppError('CONFLICT', message);
