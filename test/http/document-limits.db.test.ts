import { buildSchema, getIntrospectionQuery, parse, specifiedRules, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withinLimits } from '../../src/http/document-limits.ts';
import { EXAMPLE_OPERATIONS } from '../../src/http/example-operations.ts';
import { measureDocument } from '../../src/http/measure-document.ts';
import { schema } from '../../src/schema/index.ts';
import type { Client } from '../support/client.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let ada: Client;
beforeAll(async () => {
  app = await startTestApp();
  ada = await app.signIn('ada@example.com');
});
afterAll(() => app.stop());

const repeat = (times: number, text: (n: number) => string): string =>
  Array.from({ length: times }, (_, n) => text(n)).join(' ');

const TOO_MUCH = {
  aliases: [`{ ${repeat(103, (n) => `a${n}: me { id }`)} }`, 'has 103 aliases, 3 more than the limit of 100'],
  directives: [
    `{ me { ${repeat(51, () => 'id @include(if: true)')} } }`,
    'has 51 directives, 1 more than the limit of 50',
  ],
  tokens: [`{ ${repeat(5_001, () => '__typename')} }`, 'has 5003 tokens, 3 more than the limit of 5000'],
  cost: [
    `query Q($n: Int) { dashboards(first: 100) { nodes { files(first: $n) { nodes { ${repeat(11, (n) => `f${n}: id`)} } } } } }`,
    'has 120201 fields in its answer, when every list is as long as it may be, 20201 more than the limit of 100000',
  ],
} as const;

describe.each(Object.entries(TOO_MUCH))('too many %s', (_name, [query, said]) => {
  test('are refused, however often and by whichever way they are sent, with a sentence that says by how much', async () => {
    const url = new URL('/graphql', app.url);
    const headers = { Authorization: `Bearer ${ada.token}` };
    const refused = { message: expect.stringContaining(said), extensions: { code: 'BAD_USER_INPUT' } };
    for (let n = 0; n < 3; n += 1) expect(await ada.graphql(query)).toMatchObject({ errors: [refused] });
    if (query.length > 10_000) return;
    url.searchParams.set('query', query);
    expect(await (await fetch(url, { headers })).json()).toMatchObject({ errors: [refused] });
  });
});

const rules = [...specifiedRules, withinLimits];

test("the playground's introspection and its examples pass", async () => {
  expect(validate(schema, parse(getIntrospectionQuery({ inputValueDeprecation: true })), rules)).toEqual([]);
  expect(validate(schema, parse(EXAMPLE_OPERATIONS), rules)).toEqual([]);
  expect((await ada.graphql(getIntrospectionQuery())).errors).toBe(undefined);
});

test('a page of rows passes, and a hundred files with all their rows do not', () => {
  const rows =
    'processedData { ... on ExtractedDocument { statements { bank transactions { date description amount balance flags } } } }';
  const ask = (first: number) =>
    validate(schema, parse(`{ files(first: ${first}) { nodes { id filename ${rows} } } }`), rules);
  expect(ask(100)).toEqual([]);
  const dashboards = `{ dashboards(first: 20) { nodes { files(first: 20) { nodes { ${rows} } } } } }`;
  expect(validate(schema, parse(dashboards), rules)).toHaveLength(1);
});

test('levels are counted through fragments, and fragments in fragments cost no more time than their text', () => {
  const tree = buildSchema('type Query { node: Node } type Node { node: Node list: [Node] id: ID }');
  const deep = `{ ${'node { '.repeat(12)} id ${'}'.repeat(13)}`;
  expect(validate(tree, parse(deep), [withinLimits]).map(({ message }) => message)).toEqual([
    'The document has 13 levels of fields, 1 more than the limit of 12; ask for less at once',
  ]);
  const doubling = repeat(60, (n) => `fragment F${n} on Node { a: node { ...F${n + 1} } b: node { ...F${n + 1} } }`);
  const document = parse(`{ node { ...F0 } } ${doubling} fragment F60 on Node { id }`);
  expect(measureDocument(tree, document)).toEqual({ depth: 62, cost: 1e12, aliases: 120, directives: 0 });
  const circle = parse(
    '{ node { ...A } } fragment A on Node { list { ...B } } fragment B on Node { list { ...A id } }',
  );
  expect(measureDocument(tree, circle).cost).toBe(112);
});
