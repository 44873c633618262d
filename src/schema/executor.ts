import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Context } from './context.ts';

/** One parsed and validated operation, ready to run in-process any number of times. */
export type PreparedOperation = (
  variables: Record<string, unknown>,
  context: Context,
) => Promise<ExecutionResult> | ExecutionResult;

/**
 * Prepares an operation for the schema: compiles it to a function, which answers as graphql-js does in a third of its
 * time. The document must be valid: nothing is checked again when it runs. Only for documents of our own: what a type
 * resolver throws here ends the process instead of the operation, so those must not throw.
 */
export function prepareOperation(schema: GraphQLSchema, document: DocumentNode): PreparedOperation {
  const compiled = compileQuery(schema, document);
  if (!isCompiledQuery(compiled)) throw new AggregateError(compiled.errors ?? [], 'The operation cannot be compiled');
  return (variables, context) => compiled.query(undefined, context, variables);
}
