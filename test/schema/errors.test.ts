import { buildSchema, GraphQLError, graphql } from 'graphql';
import { expect, test } from 'vitest';
import { AppError, type ErrorCode } from '../../src/errors.ts';
import { maskError } from '../../src/schema/errors.ts';

const schema = buildSchema('type Query { number: Int  numbers(first: Int! = 1): Int }');

/** What a client gets and what the log gets, where the resolver of `number` does this. */
const ask = async (source: string, rootValue: Record<string, unknown> = {}, variableValues = {}) => {
  const log: unknown[] = [];
  const { errors = [] } = await graphql({ schema, source, rootValue, variableValues });
  const masked = errors.map((error) => maskError(error, (logged) => log.push(logged)));
  return { log, masked, shown: masked.map((error) => error.toJSON()) };
};
const fail = (error: unknown) => () => {
  throw error;
};

test.each<[ErrorCode, string]>([
  ['UNAUTHENTICATED', 'UNAUTHENTICATED'],
  ['FORBIDDEN', 'FORBIDDEN'],
  ['NOT_FOUND', 'NOT_FOUND'],
  ['BAD_USER_INPUT', 'BAD_USER_INPUT'],
  ['INSUFFICIENT_CREDITS', 'INSUFFICIENT_CREDITS'],
  ['CONFLICT', 'CONFLICT'],
  ['RATE_LIMITED', 'RATE_LIMITED'],
  ['BUSY', 'RATE_LIMITED'],
  ['TOO_LARGE', 'BAD_USER_INPUT'],
  ['UNSUPPORTED', 'BAD_USER_INPUT'],
  ['UNAVAILABLE', 'INTERNAL'],
])('%s is shown as %s and keeps its finer code for other doors', async (code, shownAs) => {
  const error = new AppError(code, 'What happened and what to do', { cause: new Error('secret') });
  const { log, masked, shown } = await ask('{ number }', { number: fail(error) });
  expect(shown).toEqual([
    {
      message: 'What happened and what to do',
      path: ['number'],
      locations: [{ line: 1, column: 3 }],
      extensions: { code: shownAs, ...(shownAs === 'RATE_LIMITED' ? { retryAfterSeconds: 1 } : {}) },
    },
  ]);
  expect(masked[0]?.originalError).toBe(error);
  // Somebody we rely on has failed: the log knows why.
  expect(log).toEqual(code === 'UNAVAILABLE' ? [error] : []);
});

test.each<[string, unknown]>([
  ['an error', new TypeError('secret')],
  ['an error with a code of its own', Object.assign(new Error('secret'), { code: 'NOT_FOUND', extensions: { a: 1 } })],
  ['a GraphQL error that a resolver made', new GraphQLError('secret', { extensions: { code: 'NOT_FOUND', a: 1 } })],
  ['a string', 'secret'],
  ['nothing', undefined],
])('%s thrown by a resolver is masked and logged', async (_what, error) => {
  const { log, shown } = await ask('{ number }', { number: fail(error) });
  expect(shown).toEqual([{ message: 'Internal Server Error', path: ['number'], extensions: { code: 'INTERNAL' } }]);
  expect(log).toHaveLength(1);
  if (error instanceof Error) expect(log[0]).toBe(error);
});

test('a value that its type cannot print is masked too', async () => {
  const { log, shown } = await ask('{ number }', { number: 'secret' });
  expect(shown).toEqual([{ message: 'Internal Server Error', path: ['number'], extensions: { code: 'INTERNAL' } }]);
  expect(log).toHaveLength(1);
});

test.each([
  ['{ number', {}, 'Syntax Error: Expected Name, found <EOF>.'],
  ['{ nothing }', {}, 'Cannot query field "nothing" on type "Query".'],
  ['{ numbers(first: "x") }', {}, 'Int cannot represent non-integer value: "x"'],
  [
    'query ($first: Int!) { numbers(first: $first) }',
    {},
    'Variable "$first" of required type "Int!" was not provided.',
  ],
  ['query ($first: Int) { numbers(first: $first) }', { first: 'x' }, 'Variable "$first" got invalid value "x"'],
  ['query ($first: Int) { numbers(first: $first) }', { first: null }, 'of non-null type "Int!" must not be null.'],
])('what is wrong with %s is said to whoever sent it', async (source, variables, message) => {
  const { log, shown } = await ask(source, {}, variables);
  expect(shown).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' }, locations: [{ line: 1 }] }]);
  expect(shown[0]?.message).toContain(message);
  expect(log).toEqual([]);
});

test('an error from outside of any operation is held to the same rules', () => {
  const log: unknown[] = [];
  const mask = (error: unknown) => maskError(error, (logged) => log.push(logged)).toJSON();
  expect(mask(new AppError('RATE_LIMITED', 'Too Many Requests'))).toEqual({
    message: 'Too Many Requests',
    extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 1 },
  });
  const malformed = new GraphQLError('Must provide query string.', { extensions: { http: { status: 400 } } });
  expect(mask(malformed)).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  expect(log).toEqual([]);
  const broken = new Error('secret');
  expect(mask(broken)).toEqual({ message: 'Internal Server Error', extensions: { code: 'INTERNAL' } });
  expect(log).toEqual([broken]);
});
