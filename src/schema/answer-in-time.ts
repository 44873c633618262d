import { type ExecutionResult, GraphQLError, OperationTypeNode } from 'graphql';
import { AppError } from '../errors.ts';

type Result = ExecutionResult | Promise<ExecutionResult>;

/**
 * The result of an operation, or `UNAVAILABLE` in its place where there is none after so many milliseconds: whoever
 * waits is told, and may ask for less. Nothing can be taken back by then: what a mutation has begun goes on to its end.
 */
export function answerInTime(milliseconds: number, operation: OperationTypeNode, run: () => Result): Result {
  const running = run();
  if (!(running instanceof Promise)) return running;
  const { promise, resolve } = Promise.withResolvers<ExecutionResult>();
  const timer = setTimeout(() => resolve(tooLate(milliseconds, operation)), milliseconds);
  return Promise.race([running, promise]).finally(() => clearTimeout(timer));
}

function tooLate(milliseconds: number, operation: OperationTypeNode): ExecutionResult {
  const next =
    operation === OperationTypeNode.MUTATION
      ? 'it may be done all the same, so look before you ask again'
      : 'ask for less, or again in a little while';
  const message = `There was no answer within ${milliseconds / 1000} s; ${next}`;
  const cause = new Error(`A ${operation} took longer than ${milliseconds} ms`);
  const originalError = new AppError('UNAVAILABLE', message, { cause });
  return { data: null, errors: [new GraphQLError(message, { originalError })] };
}
