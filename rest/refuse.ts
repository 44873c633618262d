import { AppError } from '../src/errors.ts';
import { failure } from './answers.ts';
import { isForLater, OUTCOMES } from './status.ts';
import { type Problem, ValidationFailed } from './validation-failed.ts';

/** The log of what is our fault. */
export type ErrorLog = { error: (fields: { err: unknown }, message: string) => void };

/** The answer to a failure. What is not meant for the caller goes to the log, and only there. */
export function refuse(error: unknown, log: ErrorLog): Response {
  if (error instanceof ValidationFailed) return failure(422, error.problems);
  if (error instanceof AppError) {
    const { status, headers } = OUTCOMES[error.code];
    // That others wait is nobody's fault.
    if (status >= 500 && error.code !== 'BUSY') log.error({ err: error }, 'request failed');
    const retryAfter = isForLater(error.code) ? { 'Retry-After': String(error.retryAfterSeconds ?? 1) } : {};
    return failure(status, error.code === 'BAD_USER_INPUT' ? [toProblem(error)] : error.message, {
      ...headers,
      ...retryAfter,
    });
  }
  log.error({ err: error }, 'request failed');
  return failure(500, 'Internal Server Error');
}

/** What only the domain finds wrong is told in the form that every 422 has. */
const toProblem = ({ message }: AppError): Problem => ({
  type: 'value_error',
  loc: ['body'],
  msg: `Value error, ${message}`,
  input: null,
  ctx: { error: {} },
});
