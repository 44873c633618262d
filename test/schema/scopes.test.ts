import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  graphql,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isNonNullType,
  type GraphQLSchema,
  parse,
  subscribe,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Context } from '../../src/schema/context.ts';
import { AppError } from '../../src/errors.ts';
import { schema } from '../../src/schema/index.ts';

type RootField = { operation: string; field: GraphQLField<unknown, unknown> };

const rootFields = (of: GraphQLSchema): RootField[] =>
  [of.getQueryType(), of.getMutationType(), of.getSubscriptionType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({ operation: type?.name.toLowerCase() ?? '', field })),
  );

/** The scopes that a field was defined with. */
const scopesOf = ({ field }: RootField): string[] => {
  const options: unknown = field.extensions['pothosOptions'];
  const scopes = typeof options === 'object' && options !== null && 'authScopes' in options ? options.authScopes : {};
  return Object.entries(scopes ?? {}).flatMap(([scope, named]) => (named === true ? [scope] : []));
};
const withoutScope = (of: GraphQLSchema): string[] =>
  rootFields(of)
    .filter((root) => scopesOf(root).length !== 1)
    .map(({ operation, field }) => `${operation}.${field.name}`);

/** The shortest valid operation that calls a field. */
const operationOn = ({ operation, field }: RootField): string => {
  const required = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
  const args = required.map((arg) => `${arg.name}: ${literal(arg.type)}`);
  const selection = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
  return `${operation} { ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''} ${selection} }`;
};
const literal = (type: GraphQLInputType): string => {
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    const required = Object.values(named.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${required.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
  }
  if (isEnumType(named)) return named.getValues()[0]?.name ?? '';
  return named.name === 'String' || named.name === 'ID' ? '"1"' : '1';
};

/** Nobody who is refused gets as far as the services. */
const untouchable = new Proxy({} as Context['services'], {
  get: (_services, name) => {
    throw new Error(`services.${String(name)} was touched`);
  },
});
const run = async (source: string, caller: Pick<Context, 'principal' | 'operator'>) => {
  const fork = (): never => {
    throw new Error('an entity manager was forked');
  };
  const contextValue: Context = { ...caller, services: untouchable, answerMs: 60_000, fork };
  const result = source.startsWith('subscription')
    ? await subscribe({ schema, document: parse(source), contextValue })
    : await graphql({ schema, source, contextValue });
  if (Symbol.asyncIterator in result) throw new Error('was not refused');
  return result.errors?.map(({ originalError }) => originalError);
};

const nobody = { principal: null, operator: null };
const user = { principal: { userId: 1 }, operator: null };
const operator = { principal: null, operator: { keyFingerprint: 'test', requestId: null } };

test('every root field names one scope', () => {
  expect(rootFields(schema).length).toBeGreaterThan(10);
  expect(withoutScope(schema)).toEqual([]);
});

test('a root field without a scope would be noticed, whatever it is a root of', () => {
  const field = (name: string) => ({ field: { name, extensions: { pothosOptions: {} } } });
  const type = (name: string) => ({ name, getFields: () => field(name) });
  const careless = {
    getQueryType: () => type('Query'),
    getMutationType: () => type('Mutation'),
    getSubscriptionType: () => type('Subscription'),
  };
  expect(withoutScope(careless as unknown as GraphQLSchema)).toEqual([
    'query.Query',
    'mutation.Mutation',
    'subscription.Subscription',
  ]);
});

describe.each(rootFields(schema).map((root) => ({ ...root, name: root.field.name })))('$operation $name', (root) => {
  const [scope = 'none'] = scopesOf(root);
  const refusal =
    scope === 'admin'
      ? new AppError('FORBIDDEN', 'Invalid or missing admin key')
      : new AppError('UNAUTHENTICATED', 'Not authenticated');

  test.skipIf(scope === 'public')(`refuses whoever is not ${scope}, before anything is done`, async () => {
    const refused = scope === 'admin' ? [nobody, user] : [nobody, operator];
    for (const caller of refused) expect(await run(operationOn(root), caller)).toEqual([refusal]);
  });
});

test('who may not call a field is not told that its arguments are wrong', async () => {
  const adjust = 'mutation { adjustCredits(input: { userId: "x", credits: 0, reason: "" }) { userId } }';
  expect(await run(adjust, user)).toEqual([new AppError('FORBIDDEN', 'Invalid or missing admin key')]);
  const files = '{ files(first: 1000) { nodes { id } } }';
  expect(await run(files, nobody)).toEqual([new AppError('UNAUTHENTICATED', 'Not authenticated')]);
});
