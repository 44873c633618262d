import type { AuthFailure } from '@pothos/plugin-scope-auth';
import { GraphQLError } from 'graphql';
import { AppError, type ErrorCode } from '../errors.ts';

/** What `extensions.code` can be. */
export type GraphqlErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'INSUFFICIENT_CREDITS'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'INTERNAL';

const SHOWN_AS: Record<ErrorCode, GraphqlErrorCode> = {
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  INSUFFICIENT_CREDITS: 'INSUFFICIENT_CREDITS',
  CONFLICT: 'CONFLICT',
  RATE_LIMITED: 'RATE_LIMITED',
  BUSY: 'RATE_LIMITED',
  TOO_LARGE: 'BAD_USER_INPUT',
  UNSUPPORTED: 'BAD_USER_INPUT',
  UNAVAILABLE: 'INTERNAL',
};

/** Whether a code is one of those above. */
export const isKnownCode = (code: unknown): code is GraphqlErrorCode =>
  code === 'INTERNAL' || Object.values<unknown>(SHOWN_AS).includes(code);

/**
 * An error as a client may see it, with one of the codes above. An `AppError` keeps its message and stays readable,
 * with its finer code, as `originalError`; where somebody we rely on has failed, why goes to `log`. What is wrong with
 * the request itself (syntax, validation, variables) is said as `BAD_USER_INPUT`. Everything else is ours: it goes to
 * `log`, and the client learns only that it happened.
 */
export function maskError(error: unknown, log: (error: unknown) => void): GraphQLError {
  const located = error instanceof GraphQLError ? error : undefined;
  const original = located?.originalError ?? error;
  if (original instanceof AppError) {
    if (original.code === 'UNAVAILABLE' && original.cause !== undefined) log(original);
    return restate(original.message, SHOWN_AS[original.code], located, original);
  }
  if (located && isAboutRequest(located)) {
    return restate(located.message, 'BAD_USER_INPUT', located);
  }
  log(original);
  return new GraphQLError('Internal Server Error', {
    path: located?.path ?? null,
    extensions: { code: 'INTERNAL' satisfies GraphqlErrorCode },
  });
}

/** Why a root field was refused, by the scope that it names. */
export const refusal = (failure: AuthFailure): AppError =>
  missingScopes(failure).includes('admin')
    ? new AppError('FORBIDDEN', 'Invalid or missing admin key')
    : new AppError('UNAUTHENTICATED', 'Not authenticated');

function missingScopes(failure: AuthFailure): string[] {
  if ('failures' in failure) return failure.failures.flatMap(missingScopes);
  return 'scope' in failure ? [failure.scope] : [];
}

/**
 * Before the execution there is no path yet. During it, only an argument that was given wrongly points into the
 * document; a value that a scalar could not print, or a resolver's own fault, does not.
 */
const isAboutRequest = ({ path, originalError }: GraphQLError): boolean =>
  path === undefined || (originalError instanceof GraphQLError && originalError.nodes !== undefined);

const restate = (
  message: string,
  code: GraphqlErrorCode,
  located: GraphQLError | undefined,
  originalError?: AppError,
): GraphQLError =>
  new GraphQLError(message, {
    nodes: located?.nodes ?? null,
    source: located?.source ?? null,
    positions: located?.positions ?? null,
    path: located?.path ?? null,
    originalError: originalError ?? null,
    // Yoga keeps the HTTP status of a malformed request here.
    extensions: {
      ...located?.extensions,
      code,
      ...(code === 'RATE_LIMITED' ? { retryAfterSeconds: originalError?.retryAfterSeconds ?? 1 } : {}),
    },
  });
