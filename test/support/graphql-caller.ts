import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  parse,
  subscribe,
  validate,
} from 'graphql';
import type { Principal } from '../../src/auth/principal.ts';
import type { Services } from '../../src/domain/services.ts';
import type { Context } from '../../src/schema/context.ts';
import { maskError } from '../../src/schema/errors.ts';
import { compileOwnOperation, type PreparedOperation, prepareOperation } from '../../src/schema/executor.ts';
import { schema } from '../../src/schema/index.ts';
import type { TestDatabase } from './test-database.ts';
import { anotherRequest } from './test-services.ts';

export type Answer<Data> = { data: Data; errors: GraphQLFormattedError[] };
export type Caller = { principal?: Principal; isAdmin?: boolean };

/** The two ways in which an operation is run: as clients' are, and as those of REST are. */
export const EXECUTIONS = {
  prepared: (document: DocumentNode): PreparedOperation => prepareOperation(schema, document),
  compiled: (document: DocumentNode): PreparedOperation => compileOwnOperation(schema, document),
};
export type Execution = keyof typeof EXECUTIONS;
export const executions: Execution[] = ['prepared', 'compiled'];

/** Calls the schema as clients do, each call as a request of its own. What is logged is kept in `log`. */
export function createGraphqlCaller(database: TestDatabase, services: Services, execution: Execution) {
  const log: unknown[] = [];
  const formatted = (errors: readonly unknown[] = []) =>
    errors.map((error) => maskError(error, (logged) => log.push(logged)).toJSON());

  const answer = <Data>({ data, errors }: ExecutionResult): Answer<Data> => ({
    data: data as Data,
    errors: formatted(errors),
  });
  const contextFor = ({ principal, isAdmin = false }: Caller): Context => ({
    services: anotherRequest(database, services),
    principal: principal ?? null,
    operator: isAdmin ? { keyFingerprint: 'test', requestId: null } : null,
    answerMs: 60_000,
    fork: () => database.orm.em.fork(),
  });

  return {
    log,
    contextFor,
    /** `Data` is what the operation asks for. */
    async call<Data>(caller: Caller | Context, source: string, variables = {}): Promise<Answer<Data>> {
      const document = parse(source);
      const invalid = validate(schema, document);
      if (invalid.length > 0) return answer<Data>({ errors: invalid });
      const context = 'fork' in caller ? caller : contextFor(caller);
      return answer<Data>(await EXECUTIONS[execution](document)(variables, context));
    },
    /** The results of a subscription; a refusal is the first and only one. Returning is passed on at once. */
    async watch<Data>(caller: Caller, source: string, variables = {}): Promise<AsyncIterableIterator<Answer<Data>>> {
      const document = parse(source);
      const stream = await subscribe({ schema, document, variableValues: variables, contextValue: contextFor(caller) });
      return mapped(Symbol.asyncIterator in stream ? stream : only(stream), answer<Data>);
    },
  };
}

const mapped = <In, Out>(
  source: AsyncGenerator<In, void, void>,
  map: (value: In) => Out,
): AsyncIterableIterator<Out> => ({
  [Symbol.asyncIterator]() {
    return this;
  },
  next: async () => {
    const next = await source.next();
    return next.done ? next : { value: map(next.value) };
  },
  return: async () => {
    await source.return();
    return { value: undefined, done: true };
  },
});

async function* only<Value>(value: Value): AsyncGenerator<Value, void, void> {
  yield value;
}
