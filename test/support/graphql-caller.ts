import { type DocumentNode, execute, type GraphQLFormattedError, parse, subscribe, validate } from 'graphql';
import type { Principal } from '../../src/auth/principal.ts';
import type { Services } from '../../src/domain/services.ts';
import type { Context } from '../../src/schema/context.ts';
import { maskError } from '../../src/schema/errors.ts';
import { type PreparedOperation, prepareOperation } from '../../src/schema/executor.ts';
import { schema } from '../../src/schema/index.ts';
import type { TestDatabase } from './test-database.ts';
import { anotherRequest } from './test-services.ts';

export type Answer<Data> = { data: Data; errors: GraphQLFormattedError[] };
export type Caller = { principal?: Principal; isAdmin?: boolean };

/** The two ways in which an operation is run: as Yoga does, and as REST does in-process. */
export const EXECUTIONS: Record<string, (document: DocumentNode) => PreparedOperation> = {
  'graphql-js': (document) => (variableValues, contextValue) =>
    execute({ schema, document, variableValues, contextValue }),
  prepared: (document) => prepareOperation(schema, document),
};

/** Calls the schema as clients do, each call as a request of its own. What is logged is kept in `log`. */
export function createGraphqlCaller(database: TestDatabase, services: Services, prepare: keyof typeof EXECUTIONS) {
  const log: unknown[] = [];
  const formatted = (errors: readonly unknown[] = []) =>
    errors.map((error) => maskError(error, (logged) => log.push(logged)).toJSON());

  const contextFor = ({ principal, isAdmin = false }: Caller): Context => ({
    services: anotherRequest(database, services),
    principal: principal ?? null,
    isAdmin,
    fork: () => database.orm.em.fork(),
  });

  return {
    log,
    contextFor,
    /** `Data` is what the operation asks for. */
    async call<Data>(caller: Caller | Context, source: string, variables = {}): Promise<Answer<Data>> {
      const document = parse(source);
      const invalid = validate(schema, document);
      if (invalid.length > 0) return { data: undefined as Data, errors: formatted(invalid) };
      const context = 'services' in caller ? caller : contextFor(caller);
      const result = await EXECUTIONS[prepare]?.(document)(variables, context);
      return { data: result?.data as Data, errors: formatted(result?.errors) };
    },
    async *watch<Data>(caller: Caller, source: string, variables = {}): AsyncGenerator<Answer<Data>> {
      const document = parse(source);
      const stream = await subscribe({ schema, document, variableValues: variables, contextValue: contextFor(caller) });
      const results = Symbol.asyncIterator in stream ? stream : [stream];
      for await (const { data, errors } of results) yield { data: data as Data, errors: formatted(errors) };
    },
  };
}
