import { readFileSync } from 'node:fs';
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  isEnumType,
  Kind,
  type OperationDefinitionNode,
  parse,
  typeFromAST,
} from 'graphql';
import type { Context } from '../src/schema/context.ts';
import { compileOwnOperation } from '../src/schema/executor.ts';
import { compilePrinting } from './print-result.ts';

/** Runs an operation with the route's arguments; answers with its one root field, printed as REST prints it. */
export type Operation = (args: Record<string, unknown>, context: Context) => Promise<unknown>;

export const readOperation = (name: string): DocumentNode =>
  parse(readFileSync(new URL(`operations/${name}.graphql`, import.meta.url), 'utf8'));

/** Everything that can be known before the first request is worked out here. The document must be valid. */
export function compileOperation(schema: GraphQLSchema, document: DocumentNode): Operation {
  const definition = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const root = definition?.selectionSet.selections[0];
  if (!definition || root?.kind !== Kind.FIELD) throw new TypeError('An operation of REST asks for one root field');
  const rootName = (root.alias ?? root.name).value;
  const execute = compileOwnOperation(schema, document);
  const readVariables = compileVariables(schema, definition);
  const print = compilePrinting(schema, definition);

  return async (args, context) => {
    const { data, errors } = await execute(readVariables(args), context);
    if (errors || !data) throw causeOf(errors?.[0]);
    print(data);
    return data[rootName];
  };
}

/** Variables are called as the arguments of the route. Only words need translation: `pending` is `PENDING` in GraphQL. */
function compileVariables(
  schema: GraphQLSchema,
  definition: OperationDefinitionNode,
): (args: Record<string, unknown>) => Record<string, unknown> {
  const words = (definition.variableDefinitions ?? []).flatMap(
    ({ variable, type }): [string, Map<unknown, string>][] => {
      const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
      const input = named.kind === Kind.NAMED_TYPE ? typeFromAST(schema, named) : undefined;
      if (!isEnumType(input)) return [];
      return [[variable.name.value, new Map(input.getValues().map(({ name, value }) => [value, name]))]];
    },
  );
  if (words.length === 0) return (args) => args;
  return (args) => {
    const variables = { ...args };
    for (const [name, names] of words) if (variables[name] != null) variables[name] = names.get(variables[name]);
    return variables;
  };
}

/** What a resolver threw, without GraphQL's envelope. */
const causeOf = (error: GraphQLError | undefined): unknown => error?.originalError ?? error;
