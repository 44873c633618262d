import { buildSchema, GraphQLEnumType, Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { compilePrinting } from '../../rest/print-result.ts';

const schema = buildSchema(`
  type Query { shelf: Shelf }
  type Shelf { id: ID!  kind: Kind  books: [Book!]!  grid: [[ID]]  content: Content  name: String! }
  type Book { id: ID!  kind: Kind!  title: String! }
  type Note { owner: ID  text: String! }
  union Content = Book | Note
  enum Kind { NEW_ONE OLD }
`);
const kind = schema.getType('Kind');
if (kind instanceof GraphQLEnumType) for (const value of kind.getValues()) value.value = value.name.toLowerCase();

const print = (query: string, data: Record<string, unknown>) => {
  const [definition] = parse(query).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('Not an operation');
  compilePrinting(schema, definition)(data);
  return data;
};

test('ids become whole numbers and words are written as the domain has them, wherever they are', () => {
  const query = `{ rack: shelf { shelf_id: id kind books { id kind title } grid name } }`;
  expect(
    print(query, {
      rack: {
        shelf_id: '1',
        kind: null,
        books: [
          { id: '2', kind: 'NEW_ONE', title: '3' },
          { id: '3', kind: 'OLD', title: 'x' },
        ],
        grid: [['1', null], null],
        name: '5',
      },
    }),
  ).toEqual({
    rack: {
      shelf_id: 1,
      kind: null,
      books: [
        { id: 2, kind: 'new_one', title: '3' },
        { id: 3, kind: 'old', title: 'x' },
      ],
      grid: [[1, null], null],
      name: '5',
    },
  });
});

test('every member of a union is printed by its own fields', () => {
  const query = `{ shelf { content { ... on Book { id kind } ... on Note { owner text } } } }`;
  expect(print(query, { shelf: { content: { id: '4', kind: 'OLD' } } })).toEqual({
    shelf: { content: { id: 4, kind: 'old' } },
  });
  expect(print(query, { shelf: { content: { owner: '7', text: '8' } } })).toEqual({
    shelf: { content: { owner: 7, text: '8' } },
  });
  expect(print(query, { shelf: { content: null } })).toEqual({ shelf: { content: null } });
  expect(print(query, { shelf: null })).toEqual({ shelf: null });
});
