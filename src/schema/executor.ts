import { type DocumentNode, type ExecutionResult, execute, type GraphQLSchema } from 'graphql';
import type { Context } from './context.ts';

/** One parsed and validated operation, ready to run in-process any number of times. */
export type PreparedOperation = (
  variables: Record<string, unknown>,
  context: Context,
) => Promise<ExecutionResult> | ExecutionResult;

/** Prepares an operation for the schema. The document must be valid: nothing is checked again when it runs. */
export function prepareOperation(schema: GraphQLSchema, document: DocumentNode): PreparedOperation {
  return (variableValues, contextValue) =>
    execute({ schema, document, variableValues, contextValue }) as Promise<ExecutionResult> | ExecutionResult;
}
